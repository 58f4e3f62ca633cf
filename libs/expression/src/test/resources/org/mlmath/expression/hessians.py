"""Writes hessians.csv: second derivatives by SymPy, evaluated by mpmath at 50 digits. Each row: text, x, y, fxx, fxy, fyy."""

import csv
import sys

import sympy as s

x, y = s.symbols("x y", real=True)
CASES = [
    ("x^2*y + exp(y)", x**2 * y + s.exp(y)),
    ("(1-x)^2 + 100*(y-x^2)^2", (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    ("exp(sin(x*y))", s.exp(s.sin(x * y))),
    ("ln(x^2 + y^2)", s.log(x**2 + y**2)),
    ("x^y", x**y),
    ("x/sqrt(x^2+y^2)", x / s.sqrt(x**2 + y**2)),
    ("atan2(y, x)", s.atan(y / x)),
    ("sinh(x)cosh(y) + tanh(x*y)", s.sinh(x) * s.cosh(y) + s.tanh(x * y)),
    ("erf(x*y) + gamma(x+1)", s.erf(x * y) + s.gamma(x + 1)),
    ("1/(1 + x^2 + 3y^4)", 1 / (1 + x**2 + 3 * y**4)),
    ("sqrt(x*y + sqrt(x))", s.sqrt(x * y + s.sqrt(x))),
    ("sigmoid(2x - y)*y", y / (1 + s.exp(-(2 * x - y)))),
    ("logsumexp(x, y)", s.log(s.exp(x) + s.exp(y))),
    ("hypot(x, y)^3", s.sqrt(x**2 + y**2) ** 3),
    ("x*e^(-x^2-y^2)", x * s.exp(-(x**2) - y**2)),
    ("asin(x/3) acos(y/4)", s.asin(x / 3) * s.acos(y / 4)),
    ("cos(x)^3 / (2 + sin(y))", s.cos(x) ** 3 / (2 + s.sin(y))),
    ("log(x, 2)*log10(y)", s.log(x, 2) * s.log(y, 10)),
    ("cbrt(x)*y^2.5", s.cbrt(x) * y ** s.Rational(5, 2)),
    ("sum(k, 1, 4, x^k*y/k)", sum(x**k * y / k for k in range(1, 5))),
]
POINTS = [(s.Rational(3, 4), s.Rational(5, 4)), (s.Rational(5, 16), s.Rational(5, 2))]

out = csv.writer(sys.stdout, lineterminator="\n")
print("# SymPy %s, 50 digits; hessians.py" % s.__version__)
for text, f in CASES:
    for a, b in POINTS:
        at = {x: a, y: b}
        out.writerow([text, float(a), float(b)] + [s.N(s.diff(f, *v).subs(at), 20, maxn=200) for v in ((x, x), (x, y), (y, y))])
