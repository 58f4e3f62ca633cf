"""Shapiro-Wilk by R 4.2's shapiro.test; the limit of the Anderson-Darling statistic by mpmath at 30 digits, from the series of
T. W. Anderson and D. A. Darling (Ann. Math. Statist. 23 (1952), 193-212).

Run: python3 normality.py > normality.json
"""
import json
import subprocess

import numpy as np
from mpmath import mp, mpf, quad, exp, sqrt, pi, binomial, inf

mp.dps = 40
cases = []


def shapiro(x):
    code = "r <- shapiro.test(c(%s)); cat(format(c(r$statistic, r$p.value), digits=17))" % ",".join(repr(float(v)) for v in x)
    w, p = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout.split()
    cases.append({"kind": "shapiro-wilk", "x": [float(v) for v in x], "w": w, "p": p})


rng = np.random.default_rng(6)
shapiro([1.0, 2.0, 4.0])
shapiro([1.0, 1.0, 4.0])
shapiro([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236])
shapiro([1.0, 2.0, 3.0, 5.0])
shapiro([3.1, 1.2, 2.2, 8.0, 2.5])
shapiro([1, 1, 1, 2, 2, 2, 3, 3])
for n in (6, 11, 12, 20, 50, 199):
    shapiro(np.round(rng.normal(size=n), 3))
    shapiro(np.round(rng.exponential(size=n), 3))


def limit(a):
    """1 minus the series where it converges fast; a up to 3 keeps 20 of the 40 digits."""
    z = mpf(a)
    total = mpf(0)
    for j in range(60):
        c = (4 * j + 1) ** 2 * pi**2 / (8 * z)
        if c > 200:
            break
        integral = quad(lambda w: exp(z / (8 * (w * w + 1)) - c * w * w), [0, 0.5, 1, 2, 4, 8, inf])
        total += binomial(mpf(-1) / 2, j) * (4 * j + 1) * exp(-c) * integral
    return 1 - sqrt(2 * pi) / z * total


for a in (0.1, 0.25, 0.5, 0.77, 1.0, 1.933, 2.492, 3.878, 6.0, 10.0):
    cases.append({"kind": "anderson-darling-limit", "a": a, "p": mp.nstr(limit(a), 16)})

print('{"source": "R 4.2 shapiro.test; mpmath at 40 digits", "script": "normality.py", "cases": [')
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
