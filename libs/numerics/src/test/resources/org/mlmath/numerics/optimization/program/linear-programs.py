"""Linear programs of every kind with what SciPy's HiGHS says of them: status and, where there is one, the value.

usage: linear-programs.py [number of random programs, 60 by default]
"""
import json
import pathlib
import sys

import numpy as np
from scipy.optimize import linprog

rng = np.random.default_rng(5)
STATUS = {0: "OPTIMAL", 2: "INFEASIBLE", 3: "UNBOUNDED"}


def numbers(values):
    return [[None if abs(v) == np.inf else float(v) for v in row] for row in values]


def solve(name, c, a, b, e, f, bounds):
    n = len(c)
    a, e = np.asarray(a, float).reshape(-1, n), np.asarray(e, float).reshape(-1, n)
    result = linprog(c, a if len(a) else None, b if len(a) else None, e if len(e) else None, f if len(e) else None,
                     bounds=bounds, method="highs", options={"presolve": False})
    if result.status not in STATUS:
        return None
    return {"name": name, "c": [float(v) for v in c], "a": numbers(a), "b": [float(v) for v in b],
            "e": numbers(e), "f": [float(v) for v in f], "bounds": numbers(bounds),
            "status": STATUS[result.status], "value": float(result.fun) if result.status == 0 else None}


def random_program(k):
    n, m, p = rng.integers(1, 9), rng.integers(0, 9), rng.integers(0, 4)
    dense = rng.random() < 0.5
    draw = (lambda *s: rng.integers(-9, 10, s)) if rng.random() < 0.7 else (lambda *s: np.round(rng.normal(size=s), 3))
    a, e = draw(m, n), draw(p, n)
    if not dense:
        a, e = a * (rng.random((m, n)) < 0.4), e * (rng.random((p, n)) < 0.4)
    bounds = []
    for _ in range(n):
        kind = rng.integers(0, 5)
        low, high = sorted(rng.integers(-9, 10, 2))
        bounds.append([(0, np.inf), (low, high), (-np.inf, np.inf), (-np.inf, high), (low, np.inf)][kind])
    inside = np.array([np.clip(0, l, u) if l < u else l for l, u in bounds], float)
    if rng.random() < 0.8:  # feasible, at degenerate vertices more often than not
        b, f = a @ inside + rng.integers(0, 3, m), e @ inside
    else:
        b, f = draw(m), draw(p)
    return solve(f"random {k}", draw(n), a, b, e, f, bounds)


def klee_minty(n):
    a = np.zeros((n, n))
    for i in range(n):
        a[i, :i] = [2.0 ** (i - j + 1) for j in range(i)]
        a[i, i] = 1
    return solve(f"Klee and Minty's cube of dimension {n}", [-2.0 ** (n - 1 - j) for j in range(n)], a,
                 [5.0 ** (i + 1) for i in range(n)], [], [], [(0, np.inf)] * n)


cases = [
    solve("Beale's cycle", [-0.75, 150, -0.02, 6], [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]], [0, 0, 1],
          [], [], [(0, np.inf)] * 4),
    klee_minty(8),
    solve("a transport problem", [8, 6, 10, 9, 12, 13, 14, 9, 16], [[1, 1, 1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 0, 0, 0],
          [0, 0, 0, 0, 0, 0, 1, 1, 1]], [35, 50, 40], [[1, 0, 0, 1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 1, 0, 0, 1, 0],
          [0, 0, 1, 0, 0, 1, 0, 0, 1]], [45, 20, 30], [(0, np.inf)] * 9),
    solve("an assignment, all of whose vertices are degenerate", [4, 1, 3, 2, 0, 5, 3, 2, 2], [], [],
          [[1, 1, 1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 1, 1, 1], [1, 0, 0, 1, 0, 0, 1, 0, 0],
           [0, 1, 0, 0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1, 0, 0, 1]], [1] * 6, [(0, np.inf)] * 9),
    solve("equations that say the same", [1, 2], [], [], [[1, 1], [2, 2]], [3, 6], [(0, np.inf)] * 2),
    solve("equations that contradict each other", [1, 2], [], [], [[1, 1], [2, 2]], [3, 7], [(0, np.inf)] * 2),
    solve("bounds alone", [1, -1], [], [], [], [], [(-2, 5), (-3, 4)]),
    solve("bounds alone, without end", [1, -1], [], [], [], [], [(-2, 5), (-3, np.inf)]),
    solve("a badly scaled program", [1e-6, 1e6], [[-1e6, -1e-6], [-1e-6, -1e6]], [-1, -1], [], [], [(0, np.inf)] * 2),
]
cases += [case for case in (random_program(k) for k in range(int(sys.argv[1]) if len(sys.argv) > 1 else 60)) if case]
lines = ",\n".join("  " + json.dumps(case) for case in cases)
pathlib.Path(__file__).with_suffix(".json").write_text(
    '{"source": "SciPy 1.10, HiGHS", "script": "linear-programs.py", "cases": [\n' + lines + "\n]}\n")
