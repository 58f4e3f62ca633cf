"""Makes the reference values for triangular, polar and Hessenberg factors and for least squares: mpmath with 80 digits.

Run: /usr/bin/python3 factorizations.py
"""
import json
import random
from pathlib import Path

import mpmath

mpmath.mp.dps = 80
HERE = Path(__file__).parent
SOURCE = f"mpmath {mpmath.__version__}, 80 digits"


def hilbert(m, n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(m)]


def frank(n):
    return [[0 if j < i - 1 else n - max(i, j) for j in range(n)] for i in range(n)]


def gauss(m, n, scale, seed):
    r = random.Random(seed)
    return [[r.gauss(0, 1) * scale for _ in range(n)] for _ in range(m)]


def vandermonde(m, n):
    return [[((i + 1) / m) ** j for j in range(n)] for i in range(m)]


def gram(a, shift):
    """AᵀA + shift·I in doubles, symmetric to the last bit."""
    n = len(a[0])
    g = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            g[i][j] = g[j][i] = sum(row[i] * row[j] for row in a) + (shift if i == j else 0)
    return g


def doubles(m):
    return [[float(m[i, j]) for j in range(m.cols)] for i in range(m.rows)]


def lu(a):
    """Partial pivoting, the first of the largest."""
    m, n = len(a), len(a[0])
    k = min(m, n)
    rows = [[mpmath.mpf(x) for x in row] for row in a]
    lower = [[mpmath.mpf(0)] * k for _ in range(m)]
    order = list(range(m))
    for j in range(k):
        p = max(range(j, m), key=lambda i: (abs(rows[i][j]), -i))
        for array in (rows, lower, order):
            array[j], array[p] = array[p], array[j]
        lower[j][j] = mpmath.mpf(1)
        if rows[j][j] == 0:
            continue
        for i in range(j + 1, m):
            f = rows[i][j] / rows[j][j]
            lower[i][j] = f
            rows[i] = [x - f * y for x, y in zip(rows[i], rows[j])]
    return order, [[float(x) for x in r] for r in lower], [[float(x) if j >= i else 0.0 for j, x in enumerate(r)]
                                                           for i, r in enumerate(rows[:k])]


def cholesky(a):
    """Of the decimals as written; mpmath's own refuses what is small."""
    n = len(a)
    l = mpmath.zeros(n)
    for j in range(n):
        for i in range(j, n):
            rest = mpmath.mpf(repr(a[i][j])) - sum(l[i, k] * l[j, k] for k in range(j))
            l[i, j] = mpmath.sqrt(rest) if i == j else rest / l[j, j]
    if any(mpmath.im(l[i, i]) != 0 for i in range(n)):
        raise ValueError("not positive definite")
    return l


def polar(a):
    """The root of AᵀA by its eigenvalues, and A times its inverse: for full column rank."""
    m = mpmath.matrix(a)
    values, q = mpmath.eigsy(m.T * m)
    root = q * mpmath.diag([mpmath.sqrt(v) for v in values]) * q.T
    inverse = q * mpmath.diag([1 / mpmath.sqrt(v) for v in values]) * q.T
    return doubles(m * inverse), doubles(root)


def least_squares(a, b, ridge, rank):
    """By the eigenvalues of AᵀA, the largest of which count: the shortest minimiser."""
    m = mpmath.matrix(a)
    rhs = mpmath.matrix(b)
    values, q = mpmath.eigsy(m.T * m)
    order = sorted(range(len(values)), key=lambda i: -values[i])
    kept = order if ridge else order[:rank]
    share = q.T * (m.T * rhs)
    weights = [mpmath.mpf(0)] * len(values)
    for i in kept:
        weights[i] = 1 / (values[i] + mpmath.mpf(ridge))
    x = q * mpmath.diag(weights) * share
    return [float(v) for v in x], float(mpmath.norm(rhs - m * x, 2))


def write(name, cases):
    text = json.dumps({"source": SOURCE, "script": "factorizations.py", "cases": cases}, indent=1)
    (HERE / name).write_text(text + "\n")


positive = {
    "1x1": [[9]], "textbook": [[4, 12, -16], [12, 37, -43], [-16, -43, 98]], "hilbert 8": hilbert(8, 8),
    "hilbert 12": hilbert(12, 12), "nearly singular": [[1, 1], [1, 1.0000000000000002]], "gram 10": gram(gauss(15, 10, 1, 1), 0.5), "graded": [[1e10, 1e4], [1e4, 1]],
    "1e-300": [[4e-300, 2e-300], [2e-300, 3e-300]], "1e300": [[4e300, 2e300], [2e300, 3e300]],
    "diagonal of all sizes": [[1e300, 0, 0], [0, 1, 0], [0, 0, 1e-300]],
}
cases = []
for name, a in positive.items():
    cases.append({"name": name, "matrix": a, "l": doubles(cholesky(a)),
                  "tolerance": {"hilbert 8": 1e-7, "hilbert 12": 1e-2, "nearly singular": 1e-7}.get(name, 1e-13)})
write("cholesky.json", cases)

any_shape = {
    "1x1": [[-3]], "textbook": [[2, 1, 1, 0], [4, 3, 3, 1], [8, 7, 9, 5], [6, 7, 9, 8]], "hilbert 8": hilbert(8, 8),
    "frank 12": frank(12), "tall": gauss(7, 3, 1, 2), "wide": gauss(3, 6, 1, 3), "row": [[0, 3, -4]], "column": [[3], [0], [-4]],
    "1e-300": gauss(4, 4, 1e-300, 4), "1e300": gauss(4, 4, 1e300, 5), "gauss 20": gauss(20, 20, 1, 6),
    "zero column": [[0, 1, 2], [0, 3, 4], [0, 5, 7]], "zero": [[0, 0], [0, 0], [0, 0]],
}
cases = []
for name, a in any_shape.items():
    order, l, u = lu(a)
    cases.append({"name": name, "matrix": a, "permutation": order, "l": l, "u": u,
                  "tolerance": {"hilbert 8": 1e-8}.get(name, 1e-12)})
write("lu.json", cases)

cases = []
for name, a in {"rotated stretch": [[0, -2], [3, 0]], "textbook": [[1, 2], [3, 4]], "tall": gauss(6, 3, 1, 7), "gauss 8": gauss(8, 8, 1, 8),
                "1e-300": gauss(3, 3, 1e-300, 9), "1e300": gauss(3, 3, 1e300, 10), "hilbert 5": hilbert(5, 5), "1x1": [[-2.5]]}.items():
    unitary, root = polar(a)
    cases.append({"name": name, "matrix": a, "unitary": unitary, "positive": root,
                  "tolerance": {"hilbert 5": 1e-10}.get(name, 1e-13)})
write("polar.json", cases)

line = [[1, x] for x in (0.1, 0.2, 0.35, 0.5, 0.8)]
systems = {
    "line": (line, [1.1, 1.3, 1.2, 1.9, 2.2], 0, 2, 1e-15), "line, ridge": (line, [1.1, 1.3, 1.2, 1.9, 2.2], 0.5, 2, 1e-15),
    "hilbert 10x6": (hilbert(10, 6), [1, -1] * 5, 0, 6, 1e-13), "vandermonde 20x8": (vandermonde(20, 8), [i % 3 for i in range(20)], 0, 8, 1e-13),
    "tall 40x6": (gauss(40, 6, 1, 11), [r[0] for r in gauss(40, 1, 1, 12)], 0, 6, 1e-15),
    "wide 3x7": (gauss(3, 7, 1, 13), [1, 2, 3], 0, 3, 1e-14), "wide 3x7, ridge": (gauss(3, 7, 1, 13), [1, 2, 3], 0.01, 3, 1e-14),
    "rank one": ([[1, 2], [2, 4], [3, 6]], [1, 0, 2], 0, 1, 1e-14), "rank 2 of 3": ([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]], [1, 0, 0, 1], 0, 2, 1e-13),
    "1e-300": (gauss(5, 2, 1e-300, 14), [1, 2, 3, 4, 5], 0, 2, 1e-15), "1e300": (gauss(5, 2, 1e300, 15), [1e-5, 2, 3, 4, 5], 0, 2, 1e-15),
    "row": ([[3, 0, -4]], [5], 0, 1, 1e-15), "column": ([[3], [0], [-4]], [5, 1, 1], 0, 1, 1e-15), "zero": ([[0, 0], [0, 0]], [1, 2], 0, 0, 0),
    "nearly dependent": ([[1, 1], [1, 1.0000001], [1, 0.9999999]], [1, 2, 4], 0, 2, 1e-14),
    "tiny ridge at 1e-150": (gauss(4, 2, 1e-150, 16), [1, 2, 3, 4], 1e-300, 2, 1e-14),
}
cases = []
for name, (a, b, ridge, rank, tolerance) in systems.items():
    x, norm = least_squares(a, b, ridge, rank)
    cases.append({"name": name, "matrix": a, "rhs": b, "ridge": ridge, "rank": rank, "solution": x, "residualNorm": norm, "tolerance": tolerance})
write("least-squares.json", cases)
