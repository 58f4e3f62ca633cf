"""Both tails of the noncentral chi-square and F distributions with mpmath at 40 digits, as sums over central ones; and of Fisher's noncentral
hypergeometric distribution in exact integers.

Run: python3 noncentral-mixtures.py > noncentral-mixtures.json
"""
import json
from fractions import Fraction
from math import comb

from mpmath import mp, mpf, betainc, exp, gammainc, log, loggamma, sqrt

mp.dps = 40


def mixture(lam, central):
    m = mpf(lam) / 2
    low = max(0, int(m - 30 * sqrt(m) - 40))
    high = int(m + 30 * sqrt(m) + 120)
    lower = upper = mpf(0)
    for j in range(low, high):
        w = exp(j * log(m) - m - loggamma(j + 1)) if m else mpf(j == 0)
        lower += w * central(j, True)
        upper += w * central(j, False)
    return {"cdf": mp.nstr(lower, 18), "survival": mp.nstr(upper, 18)}


def chi(x, nu, lam):
    def central(j, lower):
        a, y = mpf(nu) / 2 + j, mpf(x) / 2
        return gammainc(a, 0, y, regularized=True) if lower else gammainc(a, y, mp.inf, regularized=True)

    return {"kind": "chi-square", "x": x, "degreesOfFreedom": nu, "noncentrality": lam, **mixture(lam, central)}


def f(x, n, d, lam):
    t = mpf(n) * mpf(x) / (mpf(n) * mpf(x) + d)

    def central(j, lower):
        a, b = mpf(n) / 2 + j, mpf(d) / 2
        return betainc(a, b, 0, t, regularized=True) if lower else betainc(b, a, 0, 1 - t, regularized=True)

    return {"kind": "f", "x": x, "numerator": n, "denominator": d, "noncentrality": lam, **mixture(lam, central)}


def table(r1, r2, c, x, odds):
    odds = Fraction(odds)
    ks = range(max(0, c - r2), min(r1, c) + 1)
    w = {k: comb(r1, k) * comb(r2, c - k) * odds**k for k in ks}
    total = sum(w.values())
    part = lambda keep: mp.nstr(mpf((s := sum((w[k] for k in ks if keep(k)), Fraction(0)) / total).numerator) / s.denominator, 18)
    return {"kind": "table", "row1": r1, "row2": r2, "column": c, "x": x, "odds": float(odds), "atMost": part(lambda k: k <= x), "atLeast": part(lambda k: k >= x), "noMoreProbable": part(lambda k: w[k] <= w[x])}


cases = [chi(*c) for c in [(3, 2, 1), (0.1, 1, 4), (40, 3, 5), (200, 10, 100), (1e-3, 0.5, 20), (1300, 4, 1000), (900, 4, 1000), (5, 5, 0)]]
cases += [f(*c) for c in [(2, 3, 10, 4), (0.05, 2, 40, 9), (30, 1, 5, 2), (12, 4, 100, 30), (250, 2, 30, 900), (1.5, 7, 3, 0)]]
cases += [table(*c) for c in [(10, 12, 9, 7, 1), (10, 12, 9, 2, 3.5), (3, 3, 3, 3, 1), (500, 700, 300, 160, 1), (500, 700, 300, 40, 0.25), (30, 2, 31, 30, 1), (4000, 5000, 2000, 800, 1)]]
print('{"source": "mpmath %s, 40 digits, and exact rationals", "script": "noncentral-mixtures.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
