"""Reference Taylor coefficients and Hessians: SymPy 1.11 differentiates, mpmath evaluates to 40 digits.

    python3 taylor.py > taylor.csv
"""
import sympy as sp
from sympy import Rational as R

x, y, z = sp.symbols("x y z", real=True)
NAMES = {"x": x, "y": y, "z": z}

ONE = [  # our text, SymPy's, about, order
    ("exp(x)", sp.exp(x), 0, 8), ("exp(x)", sp.exp(x), 1, 6), ("sin(x)", sp.sin(x), 0, 9),
    ("cos(x)", sp.cos(x), R(1, 2), 7), ("tan(x)", sp.tan(x), 0, 9), ("tan(x)", sp.tan(x), R(3, 10), 6),
    ("ln(1+x)", sp.log(1 + x), 0, 8), ("ln(x)", sp.log(x), 2, 7), ("sqrt(1+x)", sp.sqrt(1 + x), 0, 8),
    ("sqrt(x)", sp.sqrt(x), 4, 6), ("1/(1-x)", 1 / (1 - x), 0, 9), ("1/(1+x^2)", 1 / (1 + x**2), R(1, 2), 8),
    ("atan(x)", sp.atan(x), 0, 9), ("asin(x)", sp.asin(x), 0, 7), ("acos(x)", sp.acos(x), R(1, 4), 6),
    ("sinh(x)", sp.sinh(x), 0, 7), ("cosh(x)", sp.cosh(x), R(-1, 2), 7), ("tanh(x)", sp.tanh(x), 0, 9),
    ("asinh(x)", sp.asinh(x), 1, 6), ("acosh(x)", sp.acosh(x), 2, 6), ("atanh(x)", sp.atanh(x), R(1, 4), 6),
    ("erf(x)", sp.erf(x), 0, 9), ("erf(x)", sp.erf(x), 1, 6), ("gamma(x)", sp.gamma(x), 3, 4),
    ("lgamma(x)", sp.loggamma(x), 2, 5), ("x^x", x**x, 1, 6), ("2^x", 2**x, 0, 6), ("x^2.5", x**R(5, 2), 4, 6),
    ("sec(x)", 1 / sp.cos(x), 0, 8), ("cot(x)", sp.cot(x), 1, 6), ("exp(sin(x))", sp.exp(sp.sin(x)), 0, 8),
    ("ln(cos(x))", sp.log(sp.cos(x)), 0, 8), ("x/(exp(x)-1)", x / (sp.exp(x) - 1), 0, 8),
    ("sin(x)/x", sp.sin(x) / x, 0, 8), ("(1-cos(x))/x^2", (1 - sp.cos(x)) / x**2, 0, 6),
    ("ln(x)/(x-1)", sp.log(x) / (x - 1), 1, 6), ("cbrt(8+x)", sp.cbrt(8 + x), 0, 6),
    ("sigmoid(x)", 1 / (1 + sp.exp(-x)), 0, 9), ("softplus(x)", sp.log(1 + sp.exp(x)), R(1, 2), 7),
    ("silu(x)", x / (1 + sp.exp(-x)), 1, 6), ("(x^3-2x+1)^4", (x**3 - 2 * x + 1)**4, R(1, 10), 12),
    ("x^2*exp(-x)", x**2 * sp.exp(-x), 1, 8), ("sqrt(1+sin(x)^2)", sp.sqrt(1 + sp.sin(x)**2), 1, 6),
    ("normalcdf(x)", (1 + sp.erf(x / sp.sqrt(2))) / 2, 0, 7), ("atan2(x, 2)", sp.atan2(x, 2), 1, 5),
    ("hypot(x, 3)", sp.sqrt(x**2 + 9), 4, 6), ("logsumexp(x, 2x, 1)", sp.log(sp.exp(x) + sp.exp(2 * x) + sp.E), 0, 6),
    ("log(x, 3)", sp.log(x) / sp.log(3), 3, 5), ("sum(k, 1, 5, x^k/k)", sum(x**k / k for k in range(1, 6)), 1, 6),
]
SEVERAL = [
    ("exp(x*y)", sp.exp(x * y), (1, R(1, 2)), 4), ("sin(x+y)*z", sp.sin(x + y) * z, (0, R(1, 4), 2), 3),
    ("ln(x^2+y^2+1)", sp.log(x**2 + y**2 + 1), (1, -1), 4), ("x^y", x**y, (2, 3), 4),
    ("1/(1-x-y)", 1 / (1 - x - y), (0, 0), 5), ("(1-x)^2+100*(y-x^2)^2", (1 - x)**2 + 100 * (y - x**2)**2, (-1, 1), 4),
    ("atan2(y, x)", sp.atan2(y, x), (1, 2), 3), ("sqrt(x*y+z)", sp.sqrt(x * y + z), (1, 2, 2), 3),
]


def row(text, names, about, powers, value):
    print(";".join([text, " ".join(names), " ".join(str(sp.nsimplify(a)) for a in about),
                    " ".join(map(str, powers)), str(sp.N(value, 30))]))


print("# SymPy", sp.__version__, "taylor.py; expression;variables;about;powers;coefficient")
for text, f, a, order in ONE:
    singular = f.subs(x, a) in (sp.nan, sp.zoo) or sp.simplify(f.subs(x, a)).has(sp.nan, sp.zoo)
    series = sp.series(f, x, a, order + 1).removeO() if singular else None
    d = f
    for k in range(order + 1):
        value = series.expand().coeff(x, k) if singular and a == 0 else (
            sp.series(f.subs(x, x + a), x, 0, order + 1).removeO().expand().coeff(x, k) if singular
            else sp.N(d.subs(x, a), 50) / sp.factorial(k))
        row(text, ["x"], [a], [k], value)
        d = sp.diff(d, x)
for text, f, a, order in SEVERAL:
    names = sorted(str(s) for s in f.free_symbols)
    at = {NAMES[n]: v for n, v in zip(names, a)}
    import itertools
    for powers in itertools.product(range(order + 1), repeat=len(names)):
        if sum(powers) <= order:
            d = f
            scale = 1
            for n, p in zip(names, powers):
                d = sp.diff(d, NAMES[n], p) if p else d
                scale *= sp.factorial(p)
            row(text, names, a, powers, sp.N(d.subs(at), 50) / scale)
