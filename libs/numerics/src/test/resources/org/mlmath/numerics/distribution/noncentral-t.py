"""Both tails of the noncentral t distribution with mpmath at 40 digits, as the expectation of the normal distribution function.

Run: python3 noncentral-t.py > noncentral-t.json
"""
import json

from mpmath import mp, mpf, log, exp, loggamma, erfc, quad, sqrt

mp.dps = 40


def lower(t, nu, delta):
    t, nu, delta = mpf(t), mpf(nu), mpf(delta)
    c = log(2) + nu / 2 * log(nu / 2) - loggamma(nu / 2)
    f = lambda v: erfc(-(t * exp(v) - delta) / sqrt(mpf(2))) / 2 * exp(c + nu * v - nu * exp(2 * v) / 2)
    w = 1 / sqrt(2 * nu)
    cuts = sorted({-60 / min(nu, mpf(1)), mpf(-20), mpf(-8), mpf(4), mpf(8)} | {k * w for k in range(-40, 41, 2) if -8 < k * w < 4})
    return quad(f, cuts)


cases = []
for t, nu, delta in [(2, 5, 1), (0.5, 1, 3), (-3, 10, 2), (30, 20, 5), (1, 1000, 0.2), (5, 1e6, 2), (2, 1.5, -4), (10, 49, 0), (1000, 9, 300), (0, 7, 1.5), (-8, 3, 4), (12, 200, 25)]:
    cases.append({
        "t": t, "degreesOfFreedom": nu, "noncentrality": delta,
        "cdf": mp.nstr(lower(t, nu, delta), 18), "survival": mp.nstr(lower(-t, nu, -delta), 18),
    })
print('{"source": "mpmath %s, 40 digits", "script": "noncentral-t.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
