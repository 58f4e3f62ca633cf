"""Convex quadratic programs, definite and semidefinite, with the value that CVXOPT finds.

usage: quadratic-programs.py [number of random programs, 40 by default]
"""
import json
import pathlib
import sys

import cvxopt
import numpy as np

cvxopt.solvers.options.update({"show_progress": False, "abstol": 1e-12, "reltol": 1e-12, "feastol": 1e-12, "maxiters": 200})
rng = np.random.default_rng(9)


def program(k):
    n, m = int(rng.integers(1, 8)), int(rng.integers(0, 9))
    p = int(rng.integers(0, min(n, 3) + 1)) if k % 2 else 0
    rank = n if rng.random() < 0.6 else int(rng.integers(0, n + 1))
    root = rng.integers(-4, 5, (rank, n)).astype(float)
    q, c = root.T @ root, rng.integers(-9, 10, n).astype(float)
    a, e = rng.integers(-5, 6, (m, n)).astype(float), rng.integers(-5, 6, (p, n)).astype(float)
    inside = rng.integers(-3, 4, n).astype(float)
    b, f = a @ inside + rng.integers(0, 4, m), e @ inside
    bounded = rank < n or rng.random() < 0.3  # a box keeps semidefinite ones from being unbounded
    lower = inside - rng.integers(0, 4, n) if bounded else np.full(n, -np.inf)
    upper = inside + rng.integers(1, 4, n) if bounded else np.full(n, np.inf)
    g = np.vstack([a, np.eye(n), -np.eye(n)] if bounded else [a, np.zeros((1, n))])
    h = np.concatenate([b, upper, -lower] if bounded else [b, [1.0]])
    if p and np.linalg.matrix_rank(e) < p:
        return None
    matrix = cvxopt.matrix
    extra = (matrix(e), matrix(f)) if p else ()
    try:
        answer = cvxopt.solvers.qp(matrix(q), matrix(c), matrix(g), matrix(h), *extra)
    except (ValueError, ZeroDivisionError):
        return None
    if answer["status"] != "optimal" or answer["gap"] > 1e-9:
        return None
    bounds = [[None if v in (-np.inf, np.inf) else float(v) for v in pair] for pair in zip(lower, upper)]
    return {"name": f"random {k}", "q": q.tolist(), "c": c.tolist(), "a": a.tolist(), "b": b.tolist(), "e": e.tolist(),
            "f": f.tolist(), "bounds": bounds, "value": float(answer["primal objective"])}


cases = [case for case in (program(k) for k in range(int(sys.argv[1]) if len(sys.argv) > 1 else 40)) if case]
lines = ",\n".join("  " + json.dumps(case) for case in cases)
pathlib.Path(__file__).with_suffix(".json").write_text(
    '{"source": "CVXOPT 1.3.0", "script": "quadratic-programs.py", "cases": [\n' + lines + "\n]}\n")
