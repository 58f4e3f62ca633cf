"""Makes the reference values beside this file: mpmath with 60 digits, systems in fractions.

Run: /usr/bin/python3 references.py
"""
import json
import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import mpmath

mpmath.mp.dps = 60
HERE = Path(__file__).parent


def hilbert(n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(n)]


def frank(n):
    return [[0 if j < i - 1 else n - max(i, j) for j in range(n)] for i in range(n)]


def wilkinson(n):
    return [[abs(i - n // 2) if i == j else 1 if abs(i - j) == 1 else 0 for j in range(n)] for i in range(n)]


def vandermonde(n):
    return [[((i + 1) / n) ** j for j in range(n)] for i in range(n)]


def pascal(n):
    p = [[1] * n for _ in range(n)]
    for i in range(1, n):
        for j in range(1, n):
            p[i][j] = p[i - 1][j] + p[i][j - 1]
    return p


ROSSER = [[611, 196, -192, 407, -8, -52, -49, 29], [196, 899, 113, -192, -71, -43, -8, -44],
          [-192, 113, 899, 196, 61, 49, 8, 52], [407, -192, 196, 611, 8, 44, 59, -23],
          [-8, -71, 61, 8, 411, -599, 208, 208], [-52, -43, 49, 44, -599, 411, 208, 208],
          [-49, -8, 8, 59, 208, 208, 99, -911], [29, -44, 52, -23, 208, 208, -911, 99]]


def gauss(m, n, scale, seed):
    r = random.Random(seed)
    return [[r.gauss(0, 1) * scale for _ in range(n)] for _ in range(m)]


def similar(a, p):
    """P·A·P⁻¹ for integers and det P = ±1."""
    m = mpmath.matrix(p)
    product = m * mpmath.matrix(a) * m ** -1
    return [[int(mpmath.nint(product[i, j])) for j in range(len(a))] for i in range(len(a))]


def singular_values(a):
    """Square roots of the eigenvalues of the smaller Gram matrix, which 60 digits bear."""
    m = mpmath.matrix(a)
    gram = m * m.T if m.rows <= m.cols else m.T * m
    values = mpmath.eigsy(gram, eigvals_only=True)
    return sorted((float(mpmath.sqrt(max(v, 0))) for v in values), reverse=True)


def eigenvalues(a):
    values = mpmath.eig(mpmath.matrix(a), left=False, right=False)
    noise = mpmath.mpf(10) ** -15 * max(abs(v) for v in values)  # 60 digits, less those that a triple eigenvalue costs
    return sorted((float(mpmath.chop(mpmath.re(v), noise)), float(mpmath.chop(mpmath.im(v), noise))) for v in values)


def decimal(x):
    return Fraction(x) if isinstance(x, str) else Fraction(Decimal(repr(x)))


def solve(a, b):
    """Gauss-Jordan in fractions: ranks, and the solution if there is just one."""
    rows = [[decimal(x) for x in row] + [decimal(y)] for row, y in zip(a, b)]
    n = len(a[0])
    rank = 0
    for j in range(n):
        pivot = next((i for i in range(rank, len(rows)) if rows[i][j] != 0), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        rows[rank] = [x / rows[rank][j] for x in rows[rank]]
        for i in range(len(rows)):
            if i != rank and rows[i][j] != 0:
                f = rows[i][j]
                rows[i] = [x - f * y for x, y in zip(rows[i], rows[rank])]
        rank += 1
    augmented = rank + any(row[n] != 0 for row in rows[rank:])
    solution = [row[n] for row in rows[:n]] if rank == augmented == n else None
    return rank, augmented, solution


def write(name, source, cases):
    text = json.dumps({"source": source, "script": "references.py", "cases": cases}, indent=1)
    (HERE / name).write_text(text + "\n")


matrices = {
    "hilbert 8": hilbert(8), "frank 12": frank(12), "rosser": ROSSER, "wilkinson 21": wilkinson(21),
    "vandermonde 8": vandermonde(8), "pascal 10": pascal(10), "gauss 12": gauss(12, 12, 1, 1),
    "gauss 4 at 1e-300": gauss(4, 4, 1e-300, 2), "gauss 4 at 1e300": gauss(4, 4, 1e300, 3),
    "clustered": [[1 + 1e-12 * i if i == j else 1e-13 * (i - j) for j in range(5)] for i in range(5)],
    "permutation": [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]],
    "defective, 1 2 4 4": [[5, 4, 2, 1], [0, 1, -1, -1], [-1, -1, 3, 0], [1, 1, -1, 2]],
    "triple, with one eigenvector": [[2, 1, 3], [0, 2, 5], [0, 0, 2]],
    "triple, transformed": similar([[2, 1, 0], [0, 2, 1], [0, 0, 2]], [[1, 0, 1], [1, 1, 1], [0, 1, 1]]),
    "pairs ±i, twice each": similar([[0, -1, 1, 0], [1, 0, 0, 1], [0, 0, 0, -1], [0, 0, 1, 0]],
                                    [[1, 2, 0, 0], [0, 1, 0, 1], [0, 0, 1, 3], [0, 0, 0, 1]]),
    "projection": [[2, -2, -4], [-1, 3, 4], [1, -2, -3]],
}
rectangular = {
    "tall": gauss(9, 4, 1, 4), "wide": gauss(3, 8, 1, 5), "row": [[3, 0, -4]], "column": [[3], [0], [-4]],
    "rank 2": [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]],
    "tall at 1e-300": gauss(5, 3, 1e-300, 6), "wide at 1e300": gauss(3, 5, 1e300, 7),
}
iris = json.loads((HERE.parent / "iris.json").read_text())["matrix"]

write("svd.json", f"mpmath {mpmath.__version__}, 60 digits",
      [{"name": k, "matrix": a, "singularValues": singular_values(a)}
       for k, a in {**matrices, **rectangular, "iris": iris}.items()])

tolerances = {"frank 12": 1e-6, "vandermonde 8": 1e-12}
eigen = []
for k, a in matrices.items():
    try:
        values = eigenvalues(a)
    except Exception as e:  # mpmath's QR iteration meets its limit on some
        print("left out", k, e)
        continue
    eigen.append({"name": k, "matrix": a, "values": values, "tolerance": tolerances.get(k, 1e-13)})
write("eigen.json", f"mpmath {mpmath.__version__}, 60 digits", eigen)

systems = {
    "hilbert 8": (hilbert(8), [1] * 8), "hilbert 13": (hilbert(13), [1] * 13), "hilbert 20": (hilbert(20), [1.5] * 20),
    "frank 12": (frank(12), list(range(12))), "rosser": (ROSSER, [1] * 8), "vandermonde 12": (vandermonde(12), [0.1] * 12),
    "pascal 15": (pascal(15), [1] + [0] * 14), "gauss 30": (gauss(30, 30, 1, 8), gauss(30, 1, 1, 9)),
    "1e-300": (gauss(4, 4, 1e-300, 10), [1, 2, 3, 4]), "1e300": (gauss(4, 4, 1e300, 11), [1, 2, 3, 4]),
    "rows of all sizes": ([[1e300, 2e300], [3e-300, 4e-300]], [1e300, 1e-300]),
    "diagonal of all sizes": ([[1e200, 0], [0, 1e-200]], [1, 1]),
    "decimals that are singular": ([[0.1, 0.2], [0.3, 0.6]], [0.1, 0.3]),
    "decimals that contradict": ([[0.1, 0.2], [0.3, 0.6]], [0.1, 0.3000000000000001]),
    "nearly singular": ([[1, 1], [1, 1.0000000000000002]], [2, 2.0000000000000004]),
    "consistent and tall": ([[0.1, 1], [0.2, 1], [0.3, 1]], [0.3, 0.5, 0.7]),
    "inconsistent and tall": ([[0.1, 1], [0.2, 1], [0.3, 1]], [0.3, 0.5, 0.8]),
    "wide": ([[1, 2, 3], [4, 5, 6]], [1, 2]), "wide, dependent": ([[1, 2, 3], [2, 4, 6]], [1, 2]),
    "zero": ([[0, 0], [0, 0]], [0, 0]), "zero, contradicted": ([[0, 0], [0, 0]], [0, 1e-300]),
    "1x1": ([[-4]], [2]), "3x3 magic": ([[8, 1, 6], [3, 5, 7], [4, 9, 2]], [15, 15, 15]),
    "4x4 magic, singular": ([[16, 2, 3, 13], [5, 11, 10, 8], [9, 7, 6, 12], [4, 14, 15, 1]], [34, 34, 34, 34]),
}
cases = []
for k, (a, b) in systems.items():
    b = [x[0] if isinstance(x, list) else x for x in b]
    rank, augmented, x = solve(a, b)
    cases.append({"name": k, "matrix": a, "rhs": b, "rank": rank, "augmentedRank": augmented,
                  "solution": None if x is None else [float(v) for v in x],
                  "exact": None if x is None or len(a) > 4 else [str(v) for v in x]})
write("solve.json", "Gauss-Jordan elimination in Python's fractions, of the decimals as written", cases)
