# Roots in intervals, to 40 digits: /usr/bin/python3 roots.py > roots.json
# Sign changes on a fine grid, each refined by bisection; roots where the sign does not change, and poles, are named by hand.
import json
from mpmath import mp, mpf, mpc, findroot, pi, e, sin, cos, tan, exp, log, sqrt, sinh, cosh, tanh, atan, asin, erf, gamma, floor, cbrt, log10
import sympy

mp.dps = 40


def refine(f, a, b):
    fa = f(a)
    for _ in range(150):
        m = (a + b) / 2
        fm = f(m)
        if fm == 0:
            return m
        if (fa < 0) == (fm < 0):
            a, fa = m, fm
        else:
            b = m
    return (a + b) / 2


def scan(f, lower, upper, n=6007):
    roots = []
    x = [mpf(lower) + (mpf(upper) - mpf(lower)) * i / n for i in range(n + 1)]
    values = []
    for t in x:
        try:
            v = f(t)
            values.append(v if not isinstance(v, mpc) else None)
        except (ValueError, ZeroDivisionError):
            values.append(None)
    for i in range(n):
        a, b = values[i], values[i + 1]
        if a is not None and a == 0:
            roots.append(x[i])
        elif a is not None and b is not None and a * b < 0:
            try:
                r = refine(f, x[i], x[i + 1])
                if abs(f(r)) < mpf(10) ** -20:  # a pole changes its sign as well
                    roots.append(r)
            except ZeroDivisionError:
                pass  # the pole itself
    if values[n] == 0:
        roots.append(x[n])
    return roots


cases = []


def case(text, f, lower, upper, extra=(), complete=True):
    found = [mpf(0) if abs(r) < mpf(10) ** -11 else r for r in scan(f, lower, upper)]
    roots = sorted(set(found + [mpf(x) for x in extra]))
    cases.append({"expression": text, "interval": [float(lower), float(upper)],
                  "roots": [mp.nstr(r, 25) for r in roots], "complete": complete})


case("cos(x) - x", lambda x: cos(x) - x, -5, 5)
case("tan(x) - x", lambda x: tan(x) - x, -20, 20.5, [0])
case("tan(x) = x", lambda x: tan(x) - x, 1, 12)
case("x - e^-x", lambda x: x - exp(-x), 0, 1)
case("e^x - 3x", lambda x: exp(x) - 3 * x, -2, 3)
case("e^x = x + 2", lambda x: exp(x) - x - 2, -5, 5)
case("ln(x) = 1/x", lambda x: log(x) - 1 / x, 0.1, 10)
case("x*sin(x) - 1", lambda x: x * sin(x) - 1, 0, 30)
case("sin(x)/x", lambda x: sin(x) / x, -10, 10)
case("sin(x)", lambda x: sin(x), -10.5, 10)
case("cos(x)", lambda x: cos(x), -10, 10)
case("cos(3x) - sin(x)", lambda x: cos(3 * x) - sin(x), 0.1, 6)
case("sin(x) + cos(x)", lambda x: sin(x) + cos(x), 0, 10)
case("2sin(x) - 1", lambda x: 2 * sin(x) - 1, 0, 12)
case("sin(x)^2 - 0.25", lambda x: sin(x) ** 2 - mpf(1) / 4, 0, 6)
case("tan(x)", lambda x: tan(x), -5, 5)
case("1/x", lambda x: 1 / x, -1, 1)
case("1/x - 2", lambda x: 1 / x - 2, -1, 1)
case("1/(x - 1) + 1/(x + 2)", lambda x: 1 / (x - 1) + 1 / (x + 2), -10, 10)
case("(x^2 - 1)/(x - 1)", lambda x: x + 1, -3, 3)
case("sqrt(x) - cos(x)", lambda x: sqrt(x) - cos(x), 0, 5)
case("sqrt(x + 1) - x", lambda x: sqrt(x + 1) - x, -1, 5)
case("sqrt(x) - x", lambda x: sqrt(x) - x, 0.5, 5)
case("sqrt(x - 2)*(x - 1)", lambda x: (x - 1) if x > 2 else mpf(1), 0, 5, [2])
case("ln(x)*(x + 1)", lambda x: log(x), 0.1, 5)
case("x*ln(x)", lambda x: log(x), 0.01, 5)
case("x^x - 2", lambda x: x ** x - 2, 0.1, 3)
case("2^x - x^2", lambda x: 2 ** x - x ** 2, -2, 5)
case("x^3 - 2x - 5", lambda x: x ** 3 - 2 * x - 5, -5, 5)
case("x^5 - x - 1", lambda x: x ** 5 - x - 1, -5, 5)
case("(x - 1)^2*(x + 2)", lambda x: x + 2, -5, 5, [1])
case("(x - 1)^3", lambda x: x - 1, -5, 5)
case("x^2 + 1", lambda x: x ** 2 + 1, -5, 5)
case("x^2 - pi", lambda x: x ** 2 - pi, -5, 5)
case("e^(2x) - 3e^x + 2", lambda x: exp(2 * x) - 3 * exp(x) + 2, -2, 2.5)
case("sinh(x) - 2", lambda x: sinh(x) - 2, -5, 5)
case("cosh(x) - 2", lambda x: cosh(x) - 2, -5, 5)
case("tanh(x) - x/2", lambda x: tanh(x) - x / 2, -5, 5.5)
case("atan(x) - x/3", lambda x: atan(x) - x / 3, -7, 6.5)
case("erf(x) - 0.5", lambda x: erf(x) - mpf(1) / 2, -3, 3)
case("gamma(x) - 2", lambda x: gamma(x) - 2, 0.1, 5)
case("|x| - 2", lambda x: abs(x) - 2, -5, 4.5)
case("|x - 1|", lambda x: abs(x - 1) + 1, -5, 5, [1])
case("|sin(x)| - 0.5", lambda x: abs(sin(x)) - mpf(1) / 2, 0.1, 6)
case("max(x, 1 - x) - 2", lambda x: max(x, 1 - x) - 2, -5, 5)
case("if(x < 0, x + 1, x - 2)", lambda x: x + 1 if x < 0 else x - 2, -5, 5)
case("cbrt(x) - 1", lambda x: cbrt(x) - 1 if x >= 0 else mpf(-1), -3, 3.3)
case("cbrt(x)", lambda x: mpf(1) if x >= 0 else mpf(1), -3, 3.3, [0])
case("cos(x) - 1", lambda x: mpf(1), -1, 7, [0, 2 * pi])
case("1 - sin(x)", lambda x: mpf(1), 0, 9, [pi / 2, 5 * pi / 2])
case("x - sin(x)", lambda x: x - sin(x), -1, 1.1, [0])
case("sin(x)^3", lambda x: sin(x), -4, 4.1)
case("e^x - 1 - x", lambda x: mpf(1), -1, 1.1, [0])
case("(e^x - 1)^2", lambda x: mpf(1), -1, 1.1, [0])
case("log10(x) - 0.5", lambda x: log10(x) - mpf(1) / 2, 0.1, 100)
case("x^10 - 0.5", lambda x: x ** 10 - mpf(1) / 2, -2, 2.1)
case("100x^2 - 1e-6", lambda x: mpf(1), -1, 1.1, [mpf(10) ** -4, -mpf(10) ** -4])
case("e^-x*sin(5x)", lambda x: sin(5 * x), 0.1, 5)
case("sin(1/x)", lambda x: sin(1 / x), 0.05, 1)
case("x^2 - 2", lambda x: x ** 2 - 2, 0, 2)
case("x^2 - 2", lambda x: x ** 2 - 2, 1.5, 2)
case("sin(e^x)", lambda x: sin(exp(x)), 0, 3)
case("x*e^x - 1", lambda x: x * exp(x) - 1, -3, 3)
case("x^2 = cos(x)", lambda x: x ** 2 - cos(x), -3, 3.1)
case("asin(x) - x - 0.1", lambda x: asin(x) - x - mpf(1) / 10, -1, 1)
case("sigmoid(x) - 0.9", lambda x: 1 / (1 + exp(-x)) - mpf(9) / 10, -5, 5)
case("x^4 - 10x^2 + 1", lambda x: x ** 4 - 10 * x ** 2 + 1, -5, 5)
case("sum(k, 0, 6, x^k/k!) - 2", lambda x: sum(x ** k / mp.factorial(k) for k in range(7)) - 2, -5, 5)
case("cot(x) - x", lambda x: 1 / tan(x) - x, -7.01, 7)
case("sec(x) - 2", lambda x: 1 / cos(x) - 2, -7.01, 7)
case("x/(x^2 + 1) - 0.4", lambda x: x / (x ** 2 + 1) - mpf(4) / 10, -5, 5)
for n in (5, 8, 12, 20):
    p = sympy.chebyshevt_poly(n, sympy.Symbol("x"))
    f = sympy.lambdify(sympy.Symbol("x"), p, "mpmath")
    case(str(p).replace("**", "^"), lambda x, f=f: f(x), -1.01, 1)
for n in (6, 11):
    p = sympy.legendre_poly(n, sympy.Symbol("x"))
    f = sympy.lambdify(sympy.Symbol("x"), p, "mpmath")
    case(str(p).replace("**", "^"), lambda x, f=f: f(x), -1.01, 1)
wilkinson = "prod(k, 1, 20, x - k)"
cases.append({"expression": wilkinson, "interval": [0.5, 12.5], "roots": [str(k) for k in range(1, 13)], "complete": True})
for c in range(1, 21):
    case(f"x*e^(x/{c}) - {c}", lambda x, c=c: x * exp(x / c) - c, 0, 30)
    case(f"sin({c}x) - x/3", lambda x, c=c: sin(c * x) - x / 3, 0.01, 4)
    case(f"x^3 - {c}x + {c % 5}", lambda x, c=c: x ** 3 - c * x + c % 5, -10.1, 10)
print('{"source": "mpmath 1.3.0, 40 digits; polynomials of SymPy 1.11", "script": "roots.py", "cases": [')
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
