"""Distributions of the Kolmogorov-Smirnov statistics.

One sample: Steck's determinant in exact rationals up to n = 24, Durbin's matrix formula with mpmath at 60 digits beyond, one-sided
ones by Smirnov's sum in rationals or at 60 digits; SciPy's kstwo and ksone must agree to 1e-9 where n is at most 140. Two samples: enumeration, ties included; R's psmirnov (two-sided)
must agree to 1e-12.

Run: python3 kolmogorov-smirnov.py > kolmogorov-smirnov.json
"""
import itertools
import json
import subprocess
from fractions import Fraction
from math import comb, factorial, floor

import scipy.stats as st
from mpmath import mp, mpf, matrix, factorial as mpfactorial, binomial, exp, sqrt, nsum, inf

mp.dps = 60
cases = []


def steck(n, d):
    """P(D < d) = P(i/n - d < U(i) < (i-1)/n + d) as a determinant."""
    a = [max(Fraction(i, n) - d, Fraction(0)) for i in range(1, n + 1)]
    b = [min(Fraction(i - 1, n) + d, Fraction(1)) for i in range(1, n + 1)]
    m = [[Fraction(0)] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            if j - i + 1 == 0:
                m[i][j] = Fraction(1)
            elif j - i + 1 > 0:
                m[i][j] = max(b[i] - a[j], Fraction(0)) ** (j - i + 1) / factorial(j - i + 1)
    det = Fraction(1)
    for c in range(n):
        p = next((r for r in range(c, n) if m[r][c] != 0), None)
        if p is None:
            return Fraction(0)
        if p != c:
            m[c], m[p] = m[p], m[c]
            det = -det
        det *= m[c][c]
        for r in range(c + 1, min(n, c + 2) if p == c else n):
            f = m[r][c] / m[c][c]
            if f:
                for k in range(c, n):
                    m[r][k] -= f * m[c][k]
    return det * factorial(n)


def durbin(n, d):
    nd = n * mpf(d)
    k = int(floor(nd)) + 1
    m, h = 2 * k - 1, k - nd
    H = matrix(m, m)
    for i in range(m):
        for j in range(m):
            H[i, j] = 0 if i - j + 1 < 0 else 1 / mpfactorial(i - j + 1)
    for i in range(m):
        H[i, 0] -= h ** (i + 1) / mpfactorial(i + 1)
        H[m - 1, i] -= h ** (m - i) / mpfactorial(m - i)
    if 2 * h > 1:
        H[m - 1, 0] += (2 * h - 1) ** m / mpfactorial(m)
    return (H**n)[k - 1, k - 1] * mpfactorial(n) / mpf(n) ** n


def smirnov(n, d, number):
    d = number(d)
    return sum(comb(n, j) * d * (d + number(j) / n) ** (j - 1) * (1 - d - number(j) / n) ** (n - j) for j in range(int(floor(n * (1 - d))) + 1))


def one(n, d):
    exact = n <= 24
    two_sided = float(1 - steck(n, Fraction(d)) if exact else 1 - durbin(n, d))
    one_sided = float(smirnov(n, d, Fraction if exact else mpf))
    if n <= 140:
        assert abs(two_sided / st.kstwo.sf(d, n) - 1) < 1e-9, (n, d, two_sided, st.kstwo.sf(d, n))
        assert abs(one_sided / st.ksone.sf(d, n) - 1) < 1e-9, (n, d)
    cases.append({"kind": "one-sample", "n": n, "d": d, "twoSided": repr(two_sided), "oneSided": repr(one_sided)})


for n, d in ((1, 0.6), (1, 0.9), (2, 0.3), (3, 0.4), (5, 0.25), (7, 0.3), (10, 0.2), (10, 0.41), (10, 0.6), (16, 0.35), (24, 0.1), (24, 0.3), (24, 0.42)):
    one(n, d)
for n, d in ((50, 0.1), (50, 0.2), (50, 0.29), (100, 0.05), (100, 0.13), (140, 0.16), (500, 0.04), (500, 0.08), (1000, 0.03)):
    one(n, d)


def distance(sample_a, sample_b, side):
    m, n = len(sample_a), len(sample_b)
    largest = 0
    for x in set(sample_a) | set(sample_b):
        difference = n * sum(v <= x for v in sample_a) - m * sum(v <= x for v in sample_b)
        largest = max(largest, {"two-sided": abs(difference), "greater": difference, "less": -difference}[side])
    return largest


def two(a, b, side):
    pooled = a + b
    observed = distance(a, b, side)
    hits = total = 0
    for chosen in itertools.combinations(range(len(pooled)), len(a)):
        rest = [pooled[i] for i in range(len(pooled)) if i not in chosen]
        hits += distance([pooled[i] for i in chosen], rest, side) >= observed
        total += 1
    p = hits / total
    if side == "two-sided":
        code = "cat(format(stats:::psmirnov(%d/%d, sizes=c(%d,%d), z=c(%s), lower.tail=FALSE), digits=17))" % (observed, len(a) * len(b), len(a), len(b), ",".join(map(str, pooled)))
        r_p = float(subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout)
        assert abs(r_p - p) < 1e-12, (a, b, side, p, r_p)
    cases.append({"kind": "two-samples", "a": a, "b": b, "side": side, "observed": observed, "p": repr(p)})


for side in ("two-sided", "greater", "less"):
    two([1.0, 2.0, 3.5, 4.5], [0.5, 3.0, 5.0, 6.0, 7.0], side)
    two([1.0, 2.0, 2.0, 4.0, 4.0], [2.0, 4.0, 4.0, 5.0, 6.0, 6.0], side)
    two([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [6.5, 7.0, 8.0, 9.0], side)
two([1.0, 1.0], [1.0, 1.0, 2.0], "two-sided")

for z in (0.3, 0.5, 0.8, 0.99, 1.0, 1.36, 2.5, 10.0):
    p = 2 * nsum(lambda k: (-1) ** (int(k) - 1) * exp(-2 * k * k * mpf(z) ** 2), [1, inf]) if z > 0.6 else 1 - sqrt(2 * mp.pi) / mpf(z) * nsum(lambda k: exp(-((2 * k - 1) * mp.pi) ** 2 / (8 * mpf(z) ** 2)), [1, inf])
    cases.append({"kind": "limit", "z": z, "p": mp.nstr(p, 18)})

print('{"source": "exact rationals and mpmath at 60 digits; SciPy %s; R 4.2 psmirnov", "script": "kolmogorov-smirnov.py", "cases": [' % __import__("scipy").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
