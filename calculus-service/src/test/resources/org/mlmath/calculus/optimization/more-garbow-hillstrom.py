"""Test problems of J. J. More, B. S. Garbow, K. E. Hillstrom, Testing Unconstrained Optimization Software, ACM TOMS 7(1), 1981:
sums of squares with the paper's starts and data. The minima are the paper's, in more digits by scipy.optimize.least_squares from
the start, which are held against the paper's six. Writes more-garbow-hillstrom.json."""

import json
import math

import numpy as np
from scipy.optimize import least_squares, minimize

PROBLEMS = []


def problem(number, name, start, residuals, minima):
    PROBLEMS.append((number, name, start, residuals, minima))


def x(i):
    return "x_%d" % i


problem(1, "Rosenbrock", [-1.2, 1], ["10*(x_2 - x_1^2)", "1 - x_1"], [0])
problem(2, "Freudenstein and Roth", [0.5, -2],
        ["-13 + x_1 + ((5 - x_2)*x_2 - 2)*x_2", "-29 + x_1 + ((x_2 + 1)*x_2 - 14)*x_2"], [0, 48.9842])
problem(3, "Powell badly scaled", [0, 1], ["10000*x_1*x_2 - 1", "exp(-x_1) + exp(-x_2) - 1.0001"], [0])
problem(4, "Brown badly scaled", [1, 1], ["x_1 - 1000000", "x_2 - 0.000002", "x_1*x_2 - 2"], [0])
problem(5, "Beale", [1, 1], ["%s - x_1*(1 - x_2^%d)" % (y, i + 1) for i, y in enumerate([1.5, 2.25, 2.625])], [0])
problem(6, "Jennrich and Sampson", [0.3, 0.4],
        ["%d - (exp(%d*x_1) + exp(%d*x_2))" % (2 + 2 * i, i, i) for i in range(1, 11)], [124.362])
BARD = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39]
problem(8, "Bard", [1, 1, 1],
        ["%s - (x_1 + %d/(%d*x_2 + %d*x_3))" % (y, i, 16 - i, min(i, 16 - i)) for i, y in enumerate(BARD, 1)],
        [8.21487e-3])
GAUSSIAN = [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989]
GAUSSIAN += GAUSSIAN[-2::-1]
problem(9, "Gaussian", [0.4, 1, 0],
        ["x_1*exp(-x_2*(%s - x_3)^2/2) - %s" % ((8 - i) / 2, y) for i, y in enumerate(GAUSSIAN, 1)], [1.12793e-8])
problem(12, "Box three-dimensional", [0, 10, 20],
        ["exp(-%s*x_1) - exp(-%s*x_2) - x_3*(exp(-%s) - exp(-%d))" % (i / 10, i / 10, i / 10, i) for i in range(1, 11)], [0])
problem(13, "Powell singular", [3, -1, 0, 1],
        ["x_1 + 10*x_2", "sqrt(5)*(x_3 - x_4)", "(x_2 - 2*x_3)^2", "sqrt(10)*(x_1 - x_4)^2"], [0])
problem(14, "Wood", [-3, -1, -3, -1],
        ["10*(x_2 - x_1^2)", "1 - x_1", "sqrt(90)*(x_4 - x_3^2)", "1 - x_3", "sqrt(10)*(x_2 + x_4 - 2)",
         "(x_2 - x_4)/sqrt(10)"], [0])
KOWALIK = zip([0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246],
              [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625])
problem(15, "Kowalik and Osborne", [0.25, 0.39, 0.415, 0.39],
        ["%s - x_1*(%s^2 + %s*x_2)/(%s^2 + %s*x_3 + x_4)" % (y, u, u, u, u) for y, u in KOWALIK], [3.07505e-4])
problem(16, "Brown and Dennis", [25, 5, -5, -1],
        ["(x_1 + %s*x_2 - exp(%s))^2 + (x_3 + x_4*sin(%s) - cos(%s))^2" % ((i / 5,) * 4) for i in range(1, 21)],
        [85822.2])
OSBORNE_1 = [0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
             0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
             0.406]
problem(17, "Osborne 1", [0.5, 1.5, -1, 0.01, 0.02],
        ["%s - (x_1 + x_2*exp(-%d*x_4) + x_3*exp(-%d*x_5))" % (y, 10 * i, 10 * i) for i, y in enumerate(OSBORNE_1)],
        [5.46489e-5])
problem(18, "Biggs EXP6", [1, 2, 1, 1, 1, 1],
        ["x_3*exp(-%s*x_1) - x_4*exp(-%s*x_2) + x_6*exp(-%s*x_5) - (exp(-%s) - 5*exp(-%d) + 3*exp(-%s))"
         % (i / 10, i / 10, i / 10, i / 10, i, 4 * i / 10) for i in range(1, 14)], [0, 5.65565e-3])


def watson(n):
    rows = []
    for i in range(1, 30):
        t = "(%d/29)" % i
        slope = " + ".join("%d*%s^%d*x_%d" % (j - 1, t, j - 2, j) for j in range(2, n + 1))
        sum_ = " + ".join("%s^%d*x_%d" % (t, j - 1, j) for j in range(1, n + 1))
        rows.append("(%s) - (%s)^2 - 1" % (slope, sum_))
    return rows + ["x_1", "x_2 - x_1^2 - 1"]


problem(20, "Watson, 6 variables", [0] * 6, watson(6), [2.28767e-3])
problem(23, "Penalty I, 4 variables", [1, 2, 3, 4],
        ["sqrt(0.00001)*(x_%d - 1)" % i for i in range(1, 5)] + ["x_1^2 + x_2^2 + x_3^2 + x_4^2 - 1/4"], [2.24997e-5])
problem(24, "Penalty II, 4 variables", [0.5] * 4,
        ["x_1 - 0.2"]
        + ["sqrt(0.00001)*(exp(x_%d/10) + exp(x_%d/10) - (exp(%d/10) + exp(%d/10)))" % (i, i - 1, i, i - 1) for i in range(2, 5)]
        + ["sqrt(0.00001)*(exp(x_%d/10) - exp(-1/10))" % (i - 4 + 1) for i in range(5, 8)]
        + ["4*x_1^2 + 3*x_2^2 + 2*x_3^2 + x_4^2 - 1"], [9.37629e-6])
N = 8
WEIGHTED = "(" + " + ".join("%d*(x_%d - 1)" % (j, j) for j in range(1, N + 1)) + ")"
problem(25, "Variably dimensioned, 8 variables", [1 - j / N for j in range(1, N + 1)],
        ["x_%d - 1" % j for j in range(1, N + 1)] + [WEIGHTED, WEIGHTED + "^2"], [0])
problem(28, "Discrete boundary value, 5 variables", [j / 6 * (j / 6 - 1) for j in range(1, 6)],
        ["2*x_%d - %s - %s + (x_%d + %d/6 + 1)^3/72"
         % (j, x(j - 1) if j > 1 else "0", x(j + 1) if j < 5 else "0", j, j) for j in range(1, 6)], [0])
problem(30, "Broyden tridiagonal, 6 variables", [-1] * 6,
        ["(3 - 2*x_%d)*x_%d - %s - 2*%s + 1" % (j, j, x(j - 1) if j > 1 else "0", x(j + 1) if j < 6 else "0")
         for j in range(1, 7)], [0])
problem(31, "Broyden banded, 6 variables", [-1] * 6,
        ["x_%d*(2 + 5*x_%d^2) + 1 - (%s)" % (i, i, " + ".join(
            "x_%d*(1 + x_%d)" % (j, j) for j in range(max(1, i - 5), min(6, i + 1) + 1) if j != i)) for i in range(1, 7)], [0])


def shifted_chebyshev(j, k):
    before, this = "1", "(2*x_%d - 1)" % j
    polynomials = [before, this, "(2*%s^2 - 1)" % this, "(4*%s^3 - 3*%s)" % (this, this),
                   "(8*%s^4 - 8*%s^2 + 1)" % (this, this), "(16*%s^5 - 20*%s^3 + 5*%s)" % (this, this, this),
                   "(32*%s^6 - 48*%s^4 + 18*%s^2 - 1)" % (this, this, this)]
    return polynomials[k]


problem(35, "Chebyquad, 6 variables", [j / 7 for j in range(1, 7)],
        ["(%s)/6 + %s" % (" + ".join(shifted_chebyshev(j, k) for j in range(1, 7)), 0 if k % 2 else "1/%d" % (k * k - 1))
         for k in range(1, 7)], [0])

# Local minima that the paper does not list, and from where scipy.optimize.minimize gets there.
OTHERS = {"Broyden banded, 6 variables": [[0.23, 0.32, 0.37, 0.44, 0.52, 0.51]]}

cases = []
for number, name, start, residuals, minima in PROBLEMS:
    code = compile("[" + ", ".join(r.replace("^", "**") for r in residuals) + "]", name, "eval")
    names = ["x_%d" % i for i in range(1, len(start) + 1)]

    def f(p):
        return np.array(eval(code, dict(zip(names, p), exp=np.exp, sqrt=math.sqrt, sin=math.sin, cos=math.cos)), dtype=float)

    def minimum(from_):
        return 2 * least_squares(f, from_, xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=20000, x_scale="jac").cost

    def elsewhere(from_):
        square = lambda p: float(np.sum(f(p) ** 2))
        near = minimize(square, from_, method="BFGS", options={"gtol": 1e-9}).x
        return minimize(square, near, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-18, "maxiter": 20000}).fun

    value = minimum(start)
    paper = min(minima, key=lambda m: abs(m - value))
    agrees = abs(value - paper) <= max(1e-5 * paper, 1e-12)
    print(number, name, value, paper, "" if agrees else "DIFFERS")
    cases.append({"number": number, "name": name, "start": start, "variables": names,
                  "expression": " + ".join("(%s)^2" % r for r in residuals),
                  "minima": [value if m == paper and m > 0 else m for m in minima if m in (paper, 0)]
                  + [elsewhere(p) for p in OTHERS.get(name, [])],
                  "toSixDigits": [m for m in minima if m not in (paper, 0)]})
json.dump({"source": "More, Garbow, Hillstrom 1981; digits: SciPy 1.10 least_squares", "script": "more-garbow-hillstrom.py",
           "cases": cases}, open("more-garbow-hillstrom.json", "w"), indent=1)
