"""Makes the reference values in exact.json with SymPy, in fractions.

Run: /usr/bin/python3 exact.py
"""
import json
import random
from pathlib import Path

import sympy as sp

r = random.Random(7)


def integers(m, n, most):
    return [[r.randint(-most, most) for _ in range(n)] for _ in range(m)]


def of_rank(m, n, k):
    return (sp.Matrix(integers(m, k, 3)) * sp.Matrix(integers(k, n, 3))).tolist()


matrices = {
    "3x3 of rank 2": [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
    "zero": [[0, 0, 0], [0, 0, 0]],
    "1x1": [[-3]],
    "row": [[0, 2, 4, 6]],
    "column": [[0], [3], [6]],
    "hilbert 5": [[f"1/{i + j + 1}" for j in range(5)] for i in range(5)],
    "fractions": [["1/3", "-2/7", "0"], ["5", "1/2", "1/9"]],
    "wide": integers(4, 9, 5),
    "tall": integers(9, 4, 5),
    "6x8 of rank 3": of_rank(6, 8, 3),
    "8x8 of rank 5": of_rank(8, 8, 5),
    "leading zero columns": [[0, 0, 2, 1], [0, 0, 4, 2], [0, 0, 1, 7]],
    "defective": [[2, 1, 0], [0, 2, 0], [0, 0, 5]],
    "rotation": [[0, -1], [1, 0]],
}


def text(rows):
    return [[str(x) for x in row] for row in rows]


cases = []
for name, rows in matrices.items():
    a = sp.Matrix([[sp.Rational(x) for x in row] for row in rows])
    reduced, pivots = a.rref()
    case = {"name": name, "matrix": text(a.tolist()), "rref": text(reduced.tolist()), "pivots": list(pivots),
            "nullSpace": text([list(v) for v in a.nullspace()]),
            "columnSpace": text([list(v) for v in a.columnspace()]),
            "leftNullSpace": text([list(v) for v in a.T.nullspace()])}
    if a.rows == a.cols:
        case["characteristicPolynomial"] = [str(c) for c in a.charpoly().all_coeffs()]
        case["determinant"] = str(a.det())
        case["diagonalizable"] = bool(a.is_diagonalizable())
    cases.append(case)
(Path(__file__).parent / "exact.json").write_text(
    json.dumps({"source": "SymPy " + sp.__version__, "script": "exact.py", "cases": cases}, indent=1) + "\n")
