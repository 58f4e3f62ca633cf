"""Conditional odds ratios of 2×2 tables with mpmath at 40 digits (R solves them to 1e-4 only). Run: python3 odds-ratios.py > odds-ratios.json"""
import json
from math import comb

from mpmath import mp, mpf, exp, log

mp.dps = 40
rows = []
for t in ([[3, 1], [1, 3]], [[10, 2], [3, 15]], [[12, 5], [7, 9]], [[120, 80], [95, 140]]):
    (a, b), (c, d) = t
    r1, r2, k1 = a + b, c + d, a + c
    ks = range(max(0, k1 - r2), min(r1, k1) + 1)
    w = {k: mpf(comb(r1, k) * comb(r2, k1 - k)) for k in ks}

    def part(u, keep):
        p = {k: w[k] * exp(u * k) for k in ks}
        return sum(p[k] for k in ks if keep(k)) / sum(p.values())

    def mean(u):
        p = {k: w[k] * exp(u * k) for k in ks}
        return sum(k * p[k] for k in ks) / sum(p.values())

    start = log(mpf(a) * d / (mpf(b) * c))

    def solve(f, x):
        low, high = mpf(-40), mpf(40)
        for _ in range(140):
            middle = (low + high) / 2
            low, high = (low, middle) if (f(middle) > 0) == (f(high) > 0) else (middle, high)
        return exp(low)

    rows.append(json.dumps({"path": "tests/fisher-exact", "request": {"table": t}, "expected": {
        "/conditionalEstimate": mp.nstr(solve(lambda u: mean(u) - a, start), 18),
        "/confidenceInterval/lower": mp.nstr(solve(lambda u: part(u, lambda k: k >= a) - mpf("0.025"), start - 1), 18),
        "/confidenceInterval/upper": mp.nstr(solve(lambda u: part(u, lambda k: k <= a) - mpf("0.025"), start + 1), 18),
        "/pValue": mp.nstr(sum(w[k] for k in ks if w[k] <= w[a]) / sum(w.values()), 18)}}))
print('{"source": "mpmath %s, 40 digits", "script": "odds-ratios.py", "tolerance": 1e-10, "cases": [\n%s\n]}' % (__import__("mpmath").__version__, ",\n".join(rows)))
