"""Moments and entropies of the families of families.py with mpmath at 30 digits: by quadrature (or summation) of the density, not by
closed forms.

Run: python3 family-moments.py > family-moments.json
"""
import json

import families as f
from mpmath import mp, mpf, exp, sinh, cosh, quad, log

mp.dps = 30
SMOOTH = [-60, -30, -15, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 15, 30, 60]


def half_line(log_f, scale=1, lower=0):
    def expect(g):
        return quad(lambda u: g(lower + scale * exp(u)) * exp(log_f(lower + scale * exp(u)) + u) * scale, [k / mpf(2) for k in range(-200, 120, 4)])
    return expect


def line(log_f, m, s):
    def expect(g):
        def h(u):
            x = m + s * sinh(u)
            return g(x) * exp(log_f(x)) * s * cosh(u)
        return quad(h, [mpf(k) / 4 for k in range(-32, 33)])
    return expect


def interval(log_f, *cuts):
    def expect(g):
        return quad(lambda x: g(x) * exp(log_f(x)), [mpf(c) for c in cuts])
    return expect


def counts(log_f, first, last):
    values = [(mpf(k), exp(log_f(mpf(k)))) for k in range(first, last + 1)]
    return lambda g: sum(g(k) * p for k, p in values if p > 0)


def summarize(log_f, expect):
    mean = expect(lambda x: x)
    var = expect(lambda x: (x - mean) ** 2)
    return {
        "mean": mean,
        "variance": var,
        "skewness": expect(lambda x: (x - mean) ** 3) / var ** mpf(1.5),
        "excessKurtosis": expect(lambda x: (x - mean) ** 4) / var ** 2 - 3,
        "entropy": expect(lambda x: -log_f(x)),
    }


cases = []


def add(family, member, kind, *how):
    log_f = lambda x: family.log_density(member, x)
    values = summarize(log_f, kind(log_f, *how))
    cases.append({
        "family": family.name,
        "parameters": {n: float(v) for n, v in zip(family.names, member)},
        **{k: mp.nstr(v, 18) for k, v in values.items()},
    })


add(f.Uniform(), (-3.5, 12.25), interval, -3.5, 12.25)
add(f.Exponential(), (0.25,), half_line)
add(f.Gamma(), (0.7, 2.5), half_line)
add(f.Gamma(), (40.5, 0.125), half_line, 300)
add(f.InverseGamma(), (9.5, 2), half_line)
add(f.Beta(), (2, 5), interval, 0, 0.1, 0.5, 0.9, 1)
add(f.Beta(), (60.5, 31.25), interval, 0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
add(f.LogNormal(), (0.5, 0.25), half_line)
add(f.Weibull(), (0.8, 2), half_line)
add(f.Weibull(), (1.7, 0.5), half_line)
add(f.Weibull(), (90, 2), interval, 0, 1.5, 1.8, 1.9, 1.95, 2, 2.05, 2.1, 2.2)
add(f.Rayleigh(), (0.75,), half_line)
add(f.Pareto(), (9.5, 2), half_line, 1, 2)
add(f.Laplace(), (1, 0.5), line, mpf(1), mpf("0.5"))
add(f.Logistic(), (-1, 3.5), line, mpf(-1), mpf("3.5"))
add(f.Gumbel(), (2, 0.25), line, mpf(2), mpf("0.25"))
add(f.Triangular(), (0, 0.25, 1), interval, 0, 0.25, 1)
add(f.VonMises(), (0.5, 0), interval, 0.5 - mp.pi, 0.5, 0.5 + mp.pi)
add(f.VonMises(), (0.5, 2), interval, 0.5 - mp.pi, -1, 0.5, 2, 0.5 + mp.pi)
add(f.VonMises(), (0, 300), interval, -mp.pi, -1, -0.3, -0.1, 0, 0.1, 0.3, 1, mp.pi)
add(f.Bernoulli(), (0.25,), counts, 0, 1)
add(f.Geometric(), (0.25,), counts, 1, 900)
add(f.Poisson(), (6.5,), counts, 0, 120)
add(f.Poisson(), (3000,), counts, 2000, 4100)
add(f.NegativeBinomial(), (2.5, 0.25), counts, 0, 900)
add(f.NegativeBinomial(), (0.25, 0.01), counts, 0, 12000)
add(f.DiscreteUniform(), (-3, 7), counts, -3, 7)
add(f.Hypergeometric(), (40, 14, 9), counts, 0, 9)
add(f.Hypergeometric(), (3, 2, 2), counts, 1, 2)
add(f.BetaBinomial(), (25, 0.5, 2), counts, 0, 25)
add(f.BetaBinomial(), (300, 40, 60.5), counts, 0, 300)

print('{"source": "mpmath %s, 30 digits", "script": "family-moments.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
