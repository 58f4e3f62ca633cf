"""Writes functions.csv: values of the language's functions by mpmath at 50 digits, at arguments that are exact doubles."""

import csv
import random

from mpmath import mp, mpf
import mpmath as m

mp.dps = 50
random.seed(20261121)


def sigma(x):
    return 1 / (1 + m.exp(-x))


def sign_root(x, n):
    return m.sign(x) * m.root(abs(x), int(n))


FUNCTIONS = {
    "exp": (m.exp, [-700, -1, 1e-10, 1, 10, 700]),
    "expm1": (m.expm1, [-40, -1, -1e-12, 1e-12, 1e-3, 1, 40]),
    "ln": (m.log, [1e-300, 0.1, 0.999999999, 1.000000001, 2, 1e300]),
    "log10": (m.log10, [1e-5, 0.3, 2, 1e15, 3e200]),
    "log2": (lambda x: m.log(x, 2), [1e-5, 0.3, 0.999999, 3, 8, 3e200]),
    "log1p": (m.log1p, [-0.9999, -1e-12, 1e-15, 0.5, 1e20]),
    "sqrt": (m.sqrt, [1e-300, 2, 1e300]),
    "cbrt": (lambda x: sign_root(x, 3), [-27, -1e-30, 2, 1e300]),
    "sin": (m.sin, [-3, 1e-9, 1, 3.14159, 100, 1e6]),
    "cos": (m.cos, [-3, 1e-9, 1, 1.5707963, 100, 1e6]),
    "tan": (m.tan, [-3, 1e-9, 1, 1.57, 100]),
    "cot": (m.cot, [-3, 1e-9, 1, 1.57, 100]),
    "sec": (m.sec, [-3, 1e-9, 1, 1.57, 100]),
    "csc": (m.csc, [-3, 1e-9, 1, 1.57, 100]),
    "asin": (m.asin, [-1, -0.999999, 1e-9, 0.5, 1]),
    "acos": (m.acos, [-1, -0.5, 0.5, 0.999999]),
    "atan": (m.atan, [-1e10, -1, 1e-9, 0.5, 1e300]),
    "acot": (lambda x: m.atan(1 / x), [-1e10, -1, 1e-9, 0.5, 1e300]),
    "asec": (m.asec, [-2, -1, 1.5, 1e10]),
    "acsc": (m.acsc, [-2, -1, 1.5, 1e10]),
    "sinh": (m.sinh, [-20, 1e-9, 1, 700]),
    "cosh": (m.cosh, [-20, 1e-9, 1, 700]),
    "tanh": (m.tanh, [-20, 1e-9, 1, 30]),
    "coth": (m.coth, [-20, 1e-9, 1, 30]),
    "sech": (m.sech, [-20, 1e-9, 1, 700]),
    "csch": (m.csch, [-20, 1e-9, 1, 700]),
    "asinh": (m.asinh, [-1e200, -5, -1e-9, 1e-3, 1, 1e9]),
    "acosh": (m.acosh, [1, 1.000000001, 1.5, 10, 1e9, 1e200]),
    "atanh": (m.atanh, [-0.999999, -1e-9, 1e-3, 0.5, 0.999999]),
    "acoth": (m.acoth, [-1.000001, 1.5, 10, 1e9]),
    "asech": (m.asech, [1e-300, 0.1, 0.5, 0.999999, 1]),
    "acsch": (m.acsch, [-1e9, -1e-300, 0.5, 3, 1e9]),
    "factorial": (m.factorial, [0, 1, 5, 20, 0.5, 100, -0.5, 170]),
    "gamma": (m.gamma, [1e-10, 0.1, 0.5, 4.7, 50.5, -0.5, -3.7, 171]),
    "lgamma": (lambda x: m.log(abs(m.gamma(x))), [1e-300, 0.1, 1.000001, 1.5, 2.00001, 50.5, 1e5, 1e300, -0.5, -3.7]),
    "digamma": (m.digamma, [1e-10, 0.1, 0.5, 1, 1.4616, 1.4616321449683622, 1.5, 2, 10, 1e5, -0.5, -3.7, -20.3]),
    "erf": (m.erf, [-3, -1e-10, 0.1, 1, 4]),
    "erfc": (m.erfc, [-3, 1e-10, 1, 4, 10, 26]),
    "sigmoid": (sigma, [-700, -40, -1e-9, 0.5, 40]),
    "softplus": (lambda x: m.log1p(m.exp(x)), [-700, -40, 1e-9, 1, 40, 1000]),
    "gelu": (lambda x: x * m.ncdf(x), [-30, -5, -1, 1e-9, 1, 8]),
    "silu": (lambda x: x * sigma(x), [-300, -5, 1e-9, 1, 30]),
    "softsign": (lambda x: x / (1 + abs(x)), [-1e300, -1, 1e-9, 3]),
    "logit": (lambda p: m.log(p / (1 - p)), [1e-300, 0.1, 0.4999999, 0.5000001, 0.9, 0.999999]),
    "normalpdf": (m.npdf, [-37, -8.123456, 0, 1, 20.3]),
    "normalcdf": (m.ncdf, [-37, -20.123456, -8, -1.1, -0.9, 0, 1, 3]),
}
PAIRS = {
    "log": (lambda x, b: m.log(x) / m.log(b), [(8, 2), (1000, 10), (5, 0.3), (1e100, 7)]),
    "root": (sign_root, [(27, 3), (-32, 5), (2, 2), (10, 7), (1e300, 9)]),
    "atan2": (m.atan2, [(1, 1), (-1, 2), (1, -3), (-1e-10, -1)]),
    "hypot": (m.hypot, [(3, 4), (1e200, 1e200), (1e-200, 1e-200)]),
    "mod": (lambda a, b: a - b * m.floor(a / b), [(7, 3), (-7, 3), (7, -3), (5.5, 2), (1e15, 7)]),
    "binomial": (m.binomial, [(5, 2), (50, 25), (1000, 3), (1000, 500), (0.5, 3), (-2, 5), (5.5, 2.5), (60, 30)]),
    "beta": (m.beta, [(1, 1), (0.1, 0.2), (5, 7), (200, 300), (-0.5, 2.2)]),
    "polygamma": (
        m.polygamma,
        [(0, 2.5), (1, 0.1), (1, 1), (1, 30), (1, -0.5), (2, 0.3), (2, 5), (3, -2.7), (5, 2), (10, 4.5), (20, 3)],
    ),
    "elu": (lambda x, a: x if x > 0 else a * m.expm1(x), [(-1e-9, 1), (-3, 2), (2, 1)]),
    "leakyrelu": (lambda x, s: x if x > 0 else s * x, [(-2, 0.1), (3, 0.1)]),
    "logsumexp": (lambda a, b: m.log(m.exp(a) + m.exp(b)), [(1, 1), (1000, 999), (-1000, -1001), (0, -50), (3, -40)]),
}

with open("functions.csv", "w", newline="") as out:
    out.write("# mpmath 1.3.0, 50 digits; functions.py\n")
    rows = csv.writer(out, lineterminator="\n")
    for name, (function, points) in FUNCTIONS.items():
        for x in points:
            rows.writerow([name, repr(float(x)), "", m.nstr(function(mpf(float(x))), 20)])
    for name, (function, points) in PAIRS.items():
        for x, y in points:
            rows.writerow([name, repr(float(x)), repr(float(y)), m.nstr(function(mpf(float(x)), mpf(float(y))), 20)])
