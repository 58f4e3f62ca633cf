"""Moments, entropies and medians with mpmath at 40 digits: by quadrature (or summation) of the density, not by closed forms.

Run: python3 moments.py > moments.json
"""
import json

from mpmath import mp, mpf, log, exp, loggamma, log1p, sqrt, quad, inf, pi, floor

mp.dps = 40


def summarize(log_f, expect, median):
    mean = expect(lambda x: x)
    var = expect(lambda x: (x - mean) ** 2)
    return {
        "mean": mean,
        "variance": var,
        "skewness": expect(lambda x: (x - mean) ** 3) / var ** mpf(1.5),
        "excessKurtosis": expect(lambda x: (x - mean) ** 4) / var ** 2 - 3,
        "entropy": expect(lambda x: -log_f(x)),
    }


def on_half_line(log_f):
    # x = e^u: smooth at 0 whatever the power there
    def expect(g):
        return quad(lambda u: g(exp(u)) * exp(log_f(exp(u)) + u), [-400, -100, -30, -10, -5, -2, 0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 25, 40, 60])
    return expect


def on_line(log_f, m, s):
    def expect(g):
        f = lambda u: g(m + s * mp.sinh(u)) * exp(log_f(m + s * mp.sinh(u))) * s * mp.cosh(u)
        return quad(f, [-60, -40, -25, -15, -10, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 40, 60])
    return expect


def over_counts(log_f, n):
    values = [(mpf(k), exp(log_f(mpf(k)))) for k in range(n + 1)]
    return lambda g: sum(g(k) * p for k, p in values if p > 0)


def normal(m, s):
    return lambda x: -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2


def student(v, m, s):
    return lambda x: loggamma((v + 1) / 2) - loggamma(v / 2) - log(v * pi) / 2 - log(s) - (v + 1) / 2 * log1p(((x - m) / s) ** 2 / v)


def chi_square(v):
    return lambda x: (v / 2 - 1) * log(x) - x / 2 - v / 2 * log(2) - loggamma(v / 2)


def fisher(d1, d2):
    a, b = d1 / 2, d2 / 2
    c = loggamma(a + b) - loggamma(a) - loggamma(b)
    return lambda x: a * log(a * x / b) - (a + b) * log1p(a * x / b) - log(x) + c


def binomial(n, q):
    return lambda k: loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(q) + (n - k) * log1p(-q)


cases = []


def add(family, parameters, log_f, expect):
    s = summarize(log_f, expect, None)
    cases.append({"family": family, "parameters": parameters, **{k: mp.nstr(v, 18) for k, v in s.items()}})


m = mpf
add("normal", {"mean": 2.0, "standardDeviation": 0.5}, normal(m(2), m(0.5)), on_line(normal(m(2), m(0.5)), m(2), m(0.5)))
for v, loc, s in ((5.0, 0.0, 1.0), (9.5, -1.0, 3.0), (1000.0, 0.0, 1.0)):
    f = student(m(v), m(loc), m(s))
    add("student-t", {"degreesOfFreedom": v, "location": loc, "scale": s}, f, on_line(f, m(loc), m(s)))
for v in (0.5, 1.0, 2.0, 7.0, 40.0):
    add("chi-square", {"degreesOfFreedom": v}, chi_square(m(v)), on_half_line(chi_square(m(v))))
for a, b in ((3.0, 12.0), (0.7, 9.5), (20.0, 40.0)):
    add("f", {"numeratorDegreesOfFreedom": a, "denominatorDegreesOfFreedom": b}, fisher(m(a), m(b)), on_half_line(fisher(m(a), m(b))))
for n, q in ((1, 0.3), (12, 0.25), (400, 0.6)):
    f = binomial(m(n), m(q))
    add("binomial", {"trials": float(n), "probability": q}, f, over_counts(f, n))
# entropy beyond the summation of Java: the sum, over forty standard deviations
n, q = 600000, 0.3
f = binomial(m(n), m(q))
mp.dps = 25
h = sum(-exp(f(m(k))) * f(m(k)) for k in range(n * 3 // 10 - 4500, n * 3 // 10 + 4500))
cases.append({"family": "binomial", "parameters": {"trials": float(n), "probability": q}, "entropy": mp.nstr(h, 18)})

print('{"source": "mpmath %s, 40 digits", "script": "moments.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
