"""Writes gradients.csv: derivatives by SymPy, evaluated by mpmath at 50 digits. Each row: text, variable, order, x, y, derivative."""

import csv

import sympy as s

x, y = s.symbols("x y", real=True)
sigmoid = lambda u: 1 / (1 + s.exp(-u))
normal = lambda u: (1 + s.erf(u / s.sqrt(2))) / 2
CASES = [
    ("x^3 - 2x + 1", x**3 - 2 * x + 1),
    ("(2x+1)^7", (2 * x + 1) ** 7),
    ("sin(x^2)cos(3x)", s.sin(x**2) * s.cos(3 * x)),
    ("x^2 sin x", x**2 * s.sin(x)),
    ("tan(x)/x", s.tan(x) / x),
    ("e^(-x^2/2)", s.exp(-(x**2) / 2)),
    ("exp(sin(x*y))", s.exp(s.sin(x * y))),
    ("ln(x^2 + y^2)", s.log(x**2 + y**2)),
    ("log(x, 2) + log10(y)", s.log(x, 2) + s.log(y, 10)),
    ("x^x", x**x),
    ("x^y", x**y),
    ("2^(x*y)", 2 ** (x * y)),
    ("sqrt(1 + sqrt(x))", s.sqrt(1 + s.sqrt(x))),
    ("x/sqrt(x^2+y^2)", x / s.sqrt(x**2 + y**2)),
    ("(x^2+1)/(x-5)^3", (x**2 + 1) / (x - 5) ** 3),
    ("asin(x/2) + acos(x/3) + atan(x*y)", s.asin(x / 2) + s.acos(x / 3) + s.atan(x * y)),
    ("atan2(y, x)", s.atan(y / x)),
    ("sinh(x)cosh(y) + tanh(x)", s.sinh(x) * s.cosh(y) + s.tanh(x)),
    ("asinh(x) + acosh(1 + x) + atanh(x/4)", s.asinh(x) + s.acosh(1 + x) + s.atanh(x / 4)),
    ("sec(x) + csc(x) + cot(x)", s.sec(x) + s.csc(x) + s.cot(x)),
    ("sech(x) + csch(x) + coth(x)", s.sech(x) + s.csch(x) + s.coth(x)),
    ("sigmoid(3x - y)", sigmoid(3 * x - y)),
    ("softplus(x*y)", s.log(1 + s.exp(x * y))),
    ("gelu(x)", x * normal(x)),
    ("silu(x) + x*normalpdf(y)", x * sigmoid(x) + x * s.exp(-(y**2) / 2) / s.sqrt(2 * s.pi)),
    ("normalcdf(x/y)", normal(x / y)),
    ("erf(x) + erfc(2x)", s.erf(x) + s.erfc(2 * x)),
    ("logit(x/3)", s.log(x / 3 / (1 - x / 3))),
    ("logsumexp(x, 2x, y)", s.log(s.exp(x) + s.exp(2 * x) + s.exp(y))),
    ("hypot(x, y, 1)", s.sqrt(x**2 + y**2 + 1)),
    ("cbrt(x) + root(x, 5)", s.cbrt(x) + x ** s.Rational(1, 5)),
    ("gamma(x) + lgamma(y*x)", s.gamma(x) + s.loggamma(y * x)),
    ("x! * digamma(x)", s.gamma(x + 1) * s.digamma(x)),
    ("beta(x, y)", s.gamma(x) * s.gamma(y) / s.gamma(x + y)),
    ("binomial(5x, x)", s.gamma(5 * x + 1) / s.gamma(x + 1) / s.gamma(4 * x + 1)),
    ("expm1(x) - log1p(x)", s.exp(x) - 1 - s.log(1 + x)),
    ("sum(i, 1, 4, x^i/i)", sum(x**i / i for i in range(1, 5))),
    ("prod(i, 1, 3, x + i*y)", (x + y) * (x + 2 * y) * (x + 3 * y)),
    ("(1-x)^2 + 100*(y-x^2)^2", (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    ("softsign(x*y)", x * y / (1 + x * y)),
    ("elu(-x, 2) + leakyrelu(-x)", 2 * (s.exp(-x) - 1) - x / 100),
    ("ln(ln(x + 3))^2", s.log(s.log(x + 3)) ** 2),
    ("mod(x, y) + max(x, y) * min(x^2, 5)", x + y * x**2),
]

with open("gradients.csv", "w", newline="") as out:
    out.write("# SymPy %s, 50 digits; gradients.py\n" % s.__version__)
    rows = csv.writer(out, lineterminator="\n")
    for text, expression in CASES:
        for variable, order in ((x, 1), (y, 1), (x, 2), (x, 3)):
            derivative = s.diff(expression, variable, order)
            for at in ((0.75, 1.25), (0.3125, 2.5)):
                value = derivative.evalf(50, subs={x: s.Rational(at[0]), y: s.Rational(at[1])})
                rows.writerow([text, variable, order, at[0], at[1], s.N(value, 20)])
