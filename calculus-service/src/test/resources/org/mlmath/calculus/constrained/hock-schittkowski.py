"""Checks the values in hock-schittkowski.json: each optimum is found by SciPy's SLSQP from the problem's start, refined by Newton's
method on the KKT equations of its active constraints at 40 digits, and must satisfy them to 1e-8 with multipliers of the right
sign. Usage: python3 hock-schittkowski.py, which prints each value, how far it is from the one kept, and what is left of the KKT equations."""
import json

import mpmath as mp
import numpy as np
import sympy as sp
from scipy.optimize import minimize

mp.mp.dps = 40
PATH = "hock-schittkowski.json"


def parse(text, symbols):
    names = {str(s): s for s in symbols}
    names.update(ln=sp.log, sqrt=sp.sqrt, sin=sp.sin, exp=sp.exp)
    return sp.sympify(text.replace("^", "**"), locals=names, rational=True)


def solve(problem):
    n = len(problem["start"])
    x = sp.symbols(["x%d" % (i + 1) for i in range(n)])
    f = parse(problem["objective"], x)
    h = [parse(e.split("=")[0], x) for e in problem["equalities"]]
    g = [parse(e.split("<=")[0], x) for e in problem["inequalities"]]
    call = lambda e: (lambda at, fn=sp.lambdify([x], e, "numpy"): np.array(fn(at), dtype=float))
    grad = lambda e: [sp.diff(e, v) for v in x]
    constraints = [{"type": "eq", "fun": call(e), "jac": call(grad(e))} for e in h]
    constraints += [{"type": "ineq", "fun": call(-e), "jac": call([-d for d in grad(e)])} for e in g]
    found = minimize(call(f), problem["start"], jac=call(grad(f)), constraints=constraints, method="SLSQP",
                     options={"ftol": 1e-15, "maxiter": 2000})
    active = [e for e in g if call(e)(found.x) > -1e-6]
    multipliers = sp.symbols(["m%d" % i for i in range(len(h) + len(active))])
    lagrangian = f + sum(m * e for m, e in zip(multipliers, h + active))
    unknowns = list(x) + list(multipliers)
    equations = [sp.diff(lagrangian, v) for v in x] + h + active
    residual = sp.lambdify([unknowns], equations, "mpmath")
    jacobian = sp.lambdify([unknowns], sp.Matrix(equations).jacobian(unknowns), "mpmath")
    at = [mp.mpf(v) for v in found.x]
    if multipliers:
        columns = np.array([call(grad(e))(found.x) for e in h + active]).T
        at += [mp.mpf(v) for v in np.linalg.lstsq(columns, -call(grad(f))(found.x), rcond=None)[0]]
    for _ in range(60):
        r = mp.matrix(residual(at))
        if mp.norm(r) < mp.mpf(10) ** -30:
            break
        try:
            step = mp.lu_solve(jacobian(at), r)
        except ZeroDivisionError:
            break
        trial = [v - s for v, s in zip(at, step)]
        if mp.norm(mp.matrix(residual(trial))) > 2 * mp.norm(r):
            break
        at = trial
    error = mp.norm(mp.matrix(residual(at)))
    signs = min([at[n + len(h) + i] for i in range(len(active))], default=mp.mpf(0))
    feasible = max([sp.lambdify([x], e, "mpmath")(at[:n]) for e in g], default=mp.mpf(0))
    return sp.lambdify([x], f, "mpmath")(at[:n]), error, signs, feasible


def main():
    reference = json.load(open(PATH))
    for problem in reference["cases"]:
        value, error, signs, feasible = solve(problem)
        difference = abs(value - problem["value"])
        fine = error < 1e-8 and signs > -1e-12 and feasible < 1e-12 and difference <= 1e-8 * max(1, abs(value))
        print(problem["name"], mp.nstr(value, 17), "difference %.1e KKT %.1e" % (difference, error), "" if fine else "  <---")


main()
