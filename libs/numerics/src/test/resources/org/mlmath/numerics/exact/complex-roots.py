# Complex roots to 60 digits: /usr/bin/python3 complex-roots.py > complex-roots.json
import json
from math import comb
from random import Random
from mpmath import mp, mpf, polyroots

mp.dps = 60


def product(roots):
    c = [1]
    for r in roots:
        c = [a - r * b for a, b in zip(c + [0], [0] + c)]
    return c[::-1]


def chebyshev(n):
    a, b = [1], [0, 1]
    for _ in range(n - 1):
        a, b = b, [2 * x - y for x, y in zip([0] + b, a + [0, 0])]
    return b


random = Random(20261121)
given = {
    "x^2 + 1": [1, 0, 1],
    "x^3 - 1": [-1, 0, 0, 1],
    "x^5 - x - 1": [-1, -1, 0, 0, 0, 1],
    "x^4 + 4": [4, 0, 0, 0, 1],
    "x^4 + 5x^2 + 4": [4, 0, 5, 0, 1],
    "x^10 + x + 10^9": [10**9, 1] + [0] * 8 + [1],
    "10^12 x^3 + x + 1": [1, 1, 0, 10**12],
    "Wilkinson 20": product(range(1, 21)),
    "Chebyshev 20": chebyshev(20),
    "Mignotte 12": [-2, 4 * 100, -2 * 100**2] + [0] * 9 + [1],
    "exponential 20": [__import__("math").factorial(20) // __import__("math").factorial(k) for k in range(21)],
    "x^20 - 1": [-1] + [0] * 19 + [1],
    "roots of 2^k": product([2**k for k in range(-0, 20)]),
    "near double": [10**20 + 1, -2 * 10**20, 10**20],
}
for n in (3, 7, 15, 30):
    given[f"random {n}"] = [random.randint(-100, 100) for _ in range(n)] + [1]
given["Wilkinson perturbed"] = [c * 2**23 - (1 if k == 19 else 0) for k, c in enumerate(product(range(1, 21)))]

cases = []
for name, c in given.items():
    roots = polyroots([mpf(a) for a in c[::-1]], maxsteps=2000, extraprec=3000)
    parts = []
    for r in roots:
        re, im = mp.re(r), mp.im(r)
        re = mpf(0) if abs(re) < mpf(10) ** -45 else re
        im = mpf(0) if abs(im) < mpf(10) ** -45 else im
        parts.append([float(re), float(im)])
    cases.append({"name": name, "coefficients": [str(a) for a in c], "roots": sorted(parts)})
print('{"source": "mpmath 1.3.0, 60 digits", "script": "complex-roots.py", "cases": [')
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
