"""Rank-normalized split R-hat and effective sample sizes, written from A. Vehtari and others, Bayesian Analysis 16 (2021), 667-718
(equations 1 to 3, 10 to 14), with NumPy's FFT for the autocovariances and SciPy's rankdata and norm.ppf.

The chains are made by linear congruences, which the test repeats: chain c has the state s = 12345 + 1000003*c, each draw takes
s = (69069*s + 1) mod 2^32 and has the innovation 2*s/2^32 - 1; x[0] is an innovation, x[t] = phi*x[t-1] + innovation, to which
shift*c is added at the end, and then the draw is rounded to multiples of `grid` (ties) where that is not 0.

Run: python3 chain-statistics.py > chain-statistics.json
"""
import json

import numpy as np
import scipy
from scipy.stats import norm, rankdata


def chains(count, length, phi, shift, grid):
    rows = []
    for c in range(count):
        s = 12345 + 1000003 * c
        x, row = 0.0, []
        for _ in range(length):
            s = (69069 * s + 1) % 2 ** 32
            x = phi * x + (2 * s / 2 ** 32 - 1)
            value = x + shift * c
            row.append(np.floor(value / grid + 0.5) * grid if grid else value)
        rows.append(row)
    return np.array(rows)


def split(x):
    half = x.shape[1] // 2
    return np.vstack([x[:, :half], x[:, x.shape[1] - half:]])


def z_scale(x):
    ranks = rankdata(x.ravel(), method="average").reshape(x.shape)
    return norm.ppf((ranks - 3 / 8) / (x.size + 1 / 4))


def rhat_basic(x):
    n = x.shape[1]
    between = n * np.var(x.mean(axis=1), ddof=1)
    within = np.mean(np.var(x, axis=1, ddof=1))
    return np.sqrt(((n - 1) / n * within + between / n) / within)


def rhat(x):
    s = split(x)
    return max(rhat_basic(z_scale(s)), rhat_basic(z_scale(np.abs(s - np.median(x)))))


def autocovariance(row):
    n = len(row)
    centred = row - row.mean()
    f = np.fft.fft(centred, 2 * n)
    return np.fft.ifft(f * np.conjugate(f)).real[:n] / n


def ess(x):
    m, n = x.shape
    acov = np.array([autocovariance(row) for row in x])
    mean_var = np.mean(acov[:, 0]) * n / (n - 1)
    var_plus = mean_var * (n - 1) / n + np.var(x.mean(axis=1), ddof=1)
    rho = 1 - (mean_var - acov.mean(axis=0)) / var_plus
    rho[0] = 1
    # Geyer's initial positive sequence: pairs of even and odd lags until their sum is negative
    t = 0
    pairs = []
    while t < n - 5 or t == 0:
        pairs.append([rho[t], rho[t + 1]])
        if rho[t] + rho[t + 1] <= 0 and t > 0:
            break
        t += 2
        if t > n - 3:
            break
    last = pairs.pop() if pairs[-1][0] + pairs[-1][1] <= 0 else [rho[t], rho[t + 1]]
    # initial monotone sequence
    for i in range(1, len(pairs)):
        if sum(pairs[i]) > sum(pairs[i - 1]):
            pairs[i] = [sum(pairs[i - 1]) / 2] * 2
    tau = -1 + 2 * sum(map(sum, pairs)) + max(last[0], 0)
    return m * n / max(tau, 1 / np.log10(m * n))


def case(*parameters):
    x = chains(*parameters)
    s = split(x)
    quantile = lambda p: ess((s <= np.quantile(x, p)).astype(float))
    return {"parameters": list(parameters), "rHat": rhat(x), "essBulk": ess(z_scale(s)), "essTail": min(quantile(0.05), quantile(0.95)), "essMean": ess(s)}


if __name__ == "__main__":
    cases = [case(4, 1000, 0.0, 0.0, 0), case(4, 1000, 0.9, 0.0, 0), case(3, 501, 0.5, 0.3, 0), case(2, 400, -0.6, 0.0, 0), case(1, 300, 0.3, 0.0, 0),
             case(4, 250, 0.7, 0.0, 0.5), case(4, 200, 0.98, 2.0, 0)]
    print(json.dumps({"source": "NumPy %s, SciPy %s" % (np.__version__, scipy.__version__), "script": "chain-statistics.py", "cases": cases}, indent=1))
