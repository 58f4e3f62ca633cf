"""How many evaluations the CMA-ES takes to reach a value, by an implementation of its own straight from the formulas of N. Hansen, The
CMA Evolution Strategy: A Tutorial, 2016, figure 6 and table 1, without negative weights: the median of 401 runs. Writes cma-es.csv:
problem, dimension, start in each coordinate, sigma, target, median of the generations it took."""

import numpy as np

CASES = [("sphere", 2, 1, 0.5, 1e-9), ("sphere", 10, 1, 0.5, 1e-9), ("ellipsoid", 5, 1, 0.5, 1e-9), ("valley", 2, -1, 0.5, 1e-9)]


def value(problem, x):
    n = len(x)
    if problem == "sphere":
        return float(x @ x)
    if problem == "ellipsoid":
        return float(np.sum(10 ** (4 * np.arange(n) / (n - 1)) * x**2))
    return float((1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2)


def generations(problem, n, start, sigma, target, rng):
    lam = 4 + int(3 * np.log(n))
    mu = lam // 2
    w = np.log((lam + 1) / 2) - np.log(np.arange(1, mu + 1))
    w /= w.sum()
    mueff = 1 / np.sum(w**2)
    c_sigma = (mueff + 2) / (n + mueff + 5)
    d_sigma = 1 + 2 * max(0, np.sqrt((mueff - 1) / (n + 1)) - 1) + c_sigma
    c_c = (4 + mueff / n) / (n + 4 + 2 * mueff / n)
    c_1 = 2 / ((n + 1.3) ** 2 + mueff)
    c_mu = min(1 - c_1, 2 * (mueff - 2 + 1 / mueff) / ((n + 2) ** 2 + mueff))
    chi = np.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n**2))
    m, C, p_sigma, p_c = np.full(n, float(start)), np.eye(n), np.zeros(n), np.zeros(n)
    for g in range(1, 10000):
        d2, B = np.linalg.eigh(C)
        D = np.sqrt(d2)
        y = (B * D) @ rng.standard_normal((n, lam))
        x = m[:, None] + sigma * y
        values = [value(problem, x[:, k]) for k in range(lam)]
        if min(values) < target:
            return g
        best = np.argsort(values)[:mu]
        step = y[:, best] @ w
        m = m + sigma * step
        p_sigma = (1 - c_sigma) * p_sigma + np.sqrt(c_sigma * (2 - c_sigma) * mueff) * (B @ ((B.T @ step) / D))
        length = np.linalg.norm(p_sigma)
        h = length / np.sqrt(1 - (1 - c_sigma) ** (2 * g)) < (1.4 + 2 / (n + 1)) * chi
        p_c = (1 - c_c) * p_c + h * np.sqrt(c_c * (2 - c_c) * mueff) * step
        delta = (1 - h) * c_c * (2 - c_c)
        C = (1 + c_1 * delta - c_1 - c_mu) * C + c_1 * np.outer(p_c, p_c) + c_mu * (y[:, best] * w) @ y[:, best].T
        C = (C + C.T) / 2
        sigma *= np.exp(c_sigma / d_sigma * (length / chi - 1))
    return 10000


rng = np.random.default_rng(1)
with open("cma-es.csv", "w") as file:
    file.write("# cma-es.py: problem, dimension, start, sigma, target, median of the generations, their deviation\n")
    for case in CASES:
        runs = [generations(*case, rng) for _ in range(401)]
        file.write(",".join(map(str, case)) + ",%d,%.1f\n" % (np.median(runs), np.std(runs)))
