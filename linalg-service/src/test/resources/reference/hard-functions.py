"""Makes hard-functions.json: functions of matrices that cost an algorithm in double precision many digits (graded, far from normal,
clustered, near the negative axis, of large and small norm), by mpmath with 190 digits, through the eigenvalues of a neighbour 1e-75
away. Kept are those on which 150 and 190 digits agree.

Run: /usr/bin/python3 hard-functions.py
"""
import json
import math
import random
from pathlib import Path

import mpmath


def triangle(diagonal, scale, seed):
    r = random.Random(seed)
    n = len(diagonal)
    return [[diagonal[i] if i == j else scale * r.gauss(0, 1) if j > i else 0 for j in range(n)] for i in range(n)]


def full(n, scale, seed):
    r = random.Random(seed)
    return [[scale * r.gauss(0, 1) for _ in range(n)] for _ in range(n)]


def near_negative_axis(angle):
    c, s = -math.cos(angle), math.sin(angle)
    return [[c, -s, 1, 2], [s, c, -1, 1], [0, 0, 2 * c, -2 * s], [0, 0, 2 * s, 2 * c]]


matrices = {
    "graded 1e-10 to 1e10": triangle([1e-10, 1, 1e10], 1, 1), "graded, ones": [[1e-10, 1, 1], [0, 1, 1], [0, 0, 1e10]],
    "graded 1e-5 to 1e5": triangle([1e-5, 1, 1e5], 1, 2), "graded 1e-3 to 1e3": triangle([1e-3, 1, 1e3], 1, 3),
    "graded, lower": [[1e5, 0, 0], [3, 1, 0], [-2, 1, 1e-5]],
    "far from normal 10": triangle([0.7, 1.1, 1.9, 1.4], 10, 4), "far from normal 1e3": triangle([0.7, 1.1, 1.9, 1.4], 1e3, 5),
    "far from normal 1e6": triangle([0.7, 1.1, 1.9], 1e6, 6), "overscaling": [[1, 1e6], [0, -1]],
    "Dieci and Papini": [[1, 1e3, 1e6], [0, 1 + 1e-5, 1e3], [0, 0, 1 + 2e-5]],
    "Kenney and Laub": [[1 + 1e-7, 1e5, 1e4], [0, 1, 1e5], [0, 0, 1]],
    "clustered 1e-2": triangle([1, 1.01, 0.99, 1.02], 1, 7), "clustered 1e-9": triangle([1, 1 + 1e-9, 1 - 1e-9, 1 + 2e-9], 1, 8),
    "near the negative axis 0.1": near_negative_axis(0.1), "near the negative axis 1e-6": near_negative_axis(1e-6),
    "Ward 3": [[-131, 19, 18], [-390, 56, 54], [-387, 57, 52]], "Moler": [[-149, -50, -154], [537, 180, 546], [-27, -9, -25]],
    "stiff": [[-1e5, 99], [1, -1]], "large rotation": [[0, -50], [50, 0]],
    "companion": [[21, -175, 735, -1624, 1764, -720]] + [[1 if j == i else 0 for j in range(6)] for i in range(5)],
    "Frank": [[6 - max(i, j) if j >= i - 1 else 0 for j in range(6)] for i in range(6)],
    "Hilbert": [[1 / (i + j + 1) for j in range(5)] for i in range(5)],
    "Vandermonde": [[(0.5 + 0.375 * i) ** (4 - j) for j in range(5)] for i in range(5)],
    "Jordan 5": [[2 if i == j else 1 if j == i + 1 else 0 for j in range(5)] for i in range(5)],
    "norm 1e-12": full(4, 1e-12, 9), "norm 100": full(4, 100, 10), "symmetric 1e4": [[1e4, 3, 1], [3, 1e-4, 2], [1, 2, 5]],
    "gauss 6": full(6, 1, 11), "gauss 8": full(8, 1, 12),
}
functions = {"exp": mpmath.exp, "log": mpmath.log, "sqrt": mpmath.sqrt, "sin": mpmath.sin, "cos": mpmath.cos}


def evaluate(rows, scalar, digits):
    mpmath.mp.dps = digits
    n = len(rows)
    r = random.Random(5)
    a = mpmath.matrix(rows)
    size = mpmath.norm(a, 1)
    a += mpmath.matrix([[size * mpmath.mpf(r.random()) * mpmath.mpf(10) ** (-digits * 2 // 5) for _ in range(n)] for _ in range(n)])
    values, vectors = mpmath.eig(a)
    values = [x.real if abs(x.imag) < size * mpmath.mpf(10) ** -30 else x for x in values]
    negative = any(mpmath.im(x) == 0 and mpmath.re(x) < 0 for x in values)
    return vectors * mpmath.diag([scalar(x) for x in values]) * vectors ** -1, negative


cases = []
for name, rows in matrices.items():
    n = len(rows)
    for f, scalar in functions.items():
        mpmath.mp.dps = 50
        eigenvalues = mpmath.eig(mpmath.matrix(rows), left=False, right=False)
        if (f == "exp" and max(mpmath.re(x) for x in eigenvalues) > 600
                or f in ("sin", "cos") and max(abs(mpmath.im(x)) for x in eigenvalues) > 600):
            continue
        first, _ = evaluate(rows, scalar, 150)
        value, negative = evaluate(rows, scalar, 190)
        if mpmath.norm(value - first, 1) > mpmath.mpf(10) ** -20 * mpmath.norm(value, 1):
            continue
        complex_ = negative and f in ("log", "sqrt")
        cases.append({"name": f + " " + name, "matrix": rows, "function": f,
                      "re": [[float(mpmath.re(value[i, j])) for j in range(n)] for i in range(n)],
                      "im": [[float(mpmath.im(value[i, j])) for j in range(n)] for i in range(n)] if complex_ else None})
text = json.dumps({"source": f"mpmath {mpmath.__version__}, 190 digits", "script": "hard-functions.py", "cases": cases})
text = text.replace('{"name"', '\n{"name"')
(Path(__file__).parent / "hard-functions.json").write_text(text + "\n")
