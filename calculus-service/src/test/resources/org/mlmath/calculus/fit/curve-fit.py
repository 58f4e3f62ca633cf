"""Weighted and bounded fits by SciPy, brought to full accuracy with mpmath at 40 digits: Newton's method on the gradient."""
import json
import pathlib

import mpmath as mp
import numpy as np
from scipy.optimize import least_squares

mp.mp.dps = 40


def fit(name, expression, model, x, y, start, weights=None, bounds=None):
    weights = weights or [1.0] * len(x)
    names = list(start)
    lower = [(bounds or {}).get(n, (-np.inf, np.inf))[0] for n in names]
    upper = [(bounds or {}).get(n, (-np.inf, np.inf))[1] for n in names]
    rough = least_squares(
        lambda p: [float(mp.sqrt(w) * (model(a, *p) - b)) for a, b, w in zip(x, y, weights)],
        list(start.values()), bounds=(lower, upper), xtol=1e-15, ftol=1e-15, gtol=1e-15).x
    free = [j for j in range(len(names)) if min(rough[j] - lower[j], upper[j] - rough[j]) > 1e-6]
    p = [mp.mpf(v) for v in rough]
    for j in set(range(len(names))) - set(free):
        p[j] = mp.mpf(lower[j] if rough[j] - lower[j] < 1e-6 else upper[j])

    def residuals(q):
        return [mp.sqrt(mp.mpf(w)) * (model(mp.mpf(a), *q) - mp.mpf(b)) for a, b, w in zip(x, y, weights)]

    def jacobian(q):
        h = mp.mpf(10) ** -13
        columns = []
        for j in free:
            above, below = list(q), list(q)
            above[j] += h
            below[j] -= h
            columns.append([(a - b) / (2 * h) for a, b in zip(residuals(above), residuals(below))])
        return mp.matrix(columns).T

    for _ in range(200):  # Gauss and Newton's steps, which converge linearly
        J, r = jacobian(p), mp.matrix(residuals(p))
        step = mp.lu_solve(J.T * J, -(J.T * r))
        for k, j in enumerate(free):
            p[j] += step[k]
        if max(abs(s) for s in step) < mp.mpf(10) ** -22:
            break
    rss = sum(r * r for r in residuals(p))
    inverse = (jacobian(p).T * jacobian(p)) ** -1
    variance = rss / (sum(w > 0 for w in weights) - len(names))
    errors = {names[j]: float(mp.sqrt(variance * inverse[k, k])) for k, j in enumerate(free)}
    absolute = {names[j]: float(mp.sqrt(inverse[k, k])) for k, j in enumerate(free)}
    return {"name": name, "expression": expression, "start": start, "data": {"x": x, "y": y}, "weights": weights,
            "bounds": bounds, "parameters": {n: float(v) for n, v in zip(names, p)}, "standardErrors": errors,
            "absoluteStandardErrors": absolute, "residualSumOfSquares": float(rss)}


x = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0]
decay = [9.8, 6.2, 3.9, 2.2, 1.6, 0.8, 0.7, 0.1]
growth = [0.9, 1.7, 3.4, 5.2, 7.3, 8.4, 9.3, 9.8]
cases = [
    fit("weighted decay", "a*exp(-k*x)", lambda t, a, k: a * mp.exp(-k * t), x, decay, {"a": 8.0, "k": 0.3},
        weights=[1.0, 2.0, 4.0, 4.0, 9.0, 9.0, 16.0, 25.0]),
    fit("weights that leave observations out", "a*exp(-k*x)", lambda t, a, k: a * mp.exp(-k * t), x[:5], decay[:5],
        {"a": 8.0, "k": 0.3}, weights=[0.5, 1.0, 0.0, 3.0, 1.0]),
    fit("growth within bounds", "c/(1 + exp(-k*(x - m)))", lambda t, c, k, m: c / (1 + mp.exp(-k * (t - m))), x, growth,
        {"c": 9.0, "k": 1.0, "m": 2.0}, bounds={"c": [5.0, 9.5], "k": [0.0, 10.0]}),
    fit("a line", "a + b*x", lambda t, a, b: a + b * t, x, growth, {"a": 0.0, "b": 0.0}),
]
lines = ",\n".join("  " + json.dumps(c) for c in cases)
pathlib.Path(__file__).with_suffix(".json").write_text(
    '{"source": "SciPy 1.10 and mpmath 1.2, 40 digits", "script": "curve-fit.py", "cases": [\n' + lines + "\n]}\n")
