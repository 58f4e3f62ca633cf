"""Quadratic programs that are larger, degenerate, full of equations or badly scaled, with the value that CVXOPT finds before scaling.

Of degenerate ones CVXOPT finds some six digits. The others come from its active constraints as equations, solved by least squares; that
the point is the optimum is proven by multipliers that scipy.optimize.nnls finds.
"""
import json
import pathlib

import cvxopt
import numpy as np
import scipy.optimize

cvxopt.solvers.options.update({"show_progress": False, "abstol": 1e-12, "reltol": 1e-12, "feastol": 1e-12, "maxiters": 200})
rng = np.random.default_rng(16)


def exact(q, c, g, h, e, f, near):
    """The value with the constraints that are active near a point held."""
    n, active = len(c), g[h - g @ near < 1e-5]
    held, limits = np.vstack([active, e]), np.concatenate([h[h - g @ near < 1e-5], f])
    k = len(limits)
    conditions = np.block([[q, held.T], [held, np.zeros((k, k))]])
    x = np.linalg.lstsq(conditions, np.concatenate([-c, limits]), rcond=1e-12)[0][:n]
    _, slope = scipy.optimize.nnls(np.vstack([active, e, -e]).T, -(q @ x + c), maxiter=10_000)
    assert slope < 1e-9 and (g @ x - h).max(initial=0) < 1e-10 and np.abs(e @ x - f).max(initial=0) < 1e-10, slope
    return float(0.5 * x @ q @ x + c @ x)


def case(name, n, m, p, rank, box, degenerate=False, scaled=False):
    root = rng.integers(-4, 5, (rank, n)).astype(float)
    q, c = root.T @ root, rng.integers(-9, 10, n).astype(float)
    a, e = rng.integers(-5, 6, (m, n)).astype(float), rng.integers(-5, 6, (p, n)).astype(float)
    if degenerate:
        a[m // 2:] = a[:m - m // 2] + a[0]
    inside = rng.integers(-3, 4, n).astype(float)
    b, f = a @ inside + (0 if degenerate else rng.integers(0, 4, m)), e @ inside
    lower, upper = inside - box, inside + box
    matrix = cvxopt.matrix
    g, h = np.vstack([a, np.eye(n), -np.eye(n)]), np.concatenate([b, upper, -lower])
    extra = (matrix(e), matrix(f)) if p else ()
    answer = cvxopt.solvers.qp(matrix(q), matrix(c), matrix(g), matrix(h), *extra)
    value = exact(q, c, g, h, e, f, np.array(answer["x"]).ravel())
    assert abs(answer["primal objective"] - value) < 1e-5 * (1 + abs(value)), name
    if scaled:  # by powers of two, which change nothing but the units: 2^-20 to 2^20 are 1e-6 to 1e6
        s, t = 2.0 ** rng.integers(-20, 21, n), 2.0 ** rng.integers(-20, 21, m)
        u = 2.0 ** rng.integers(-20, 21, p)
        q, c, a, e = s[:, None] * q * s, s * c, t[:, None] * a * s, u[:, None] * e * s
        b, f, lower, upper = t * b, u * f, lower / s, upper / s
    return {"name": name, "q": q.tolist(), "c": c.tolist(), "a": a.tolist(), "b": b.tolist(), "e": e.tolist(),
            "f": f.tolist(), "bounds": [list(pair) for pair in zip(lower, upper)],
            "value": value}


cases = [
    case("dense", 30, 30, 0, 30, 4),
    case("bounds only", 40, 0, 0, 40, 1),
    case("semidefinite", 30, 20, 0, 12, 4),
    case("linear", 30, 20, 2, 0, 4),
    case("mostly equations", 30, 6, 24, 30, 4),
    case("degenerate", 24, 30, 0, 24, 4, degenerate=True),
    case("degenerate and semidefinite", 24, 30, 3, 10, 4, degenerate=True),
    case("badly scaled", 30, 30, 3, 30, 4, scaled=True),
    case("badly scaled and semidefinite", 30, 20, 3, 12, 4, scaled=True),
    case("small and badly scaled", 6, 5, 1, 6, 4, scaled=True),
]
lines = ",\n".join("  " + json.dumps(one) for one in cases)
pathlib.Path(__file__).with_suffix(".json").write_text(
    '{"source": "CVXOPT 1.3.0, NumPy 1.24, SciPy 1.10", "script": "hard-quadratic-programs.py", "cases": [\n' + lines + "\n]}\n")
