"""Makes matrices.json: determinants, inverses, ranks and 2-norm condition numbers in SymPy's rationals and mpmath, of the decimals as written.

Run: /usr/bin/python3 matrices.py
"""
import json
import random
from decimal import Decimal
from pathlib import Path

import mpmath
import sympy

mpmath.mp.dps = 80


def gauss(n, scale, seed):
    r = random.Random(seed)
    return [[r.gauss(0, 1) * scale for _ in range(n)] for _ in range(n)]


def hilbert(n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(n)]


matrices = {
    "1x1": [[-4]], "2x2": [[1, 2], [3, 4]], "decimals": [[0.1, 0.2], [0.3, 0.7]],
    "singular": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "singular decimals": [[0.1, 0.2], [0.3, 0.6]], "zero": [[0, 0], [0, 0]],
    "nearly singular": [[1, 1], [1, 1.0000000000000002]], "hilbert 6": hilbert(6), "hilbert 12": hilbert(12),
    "gauss 5": gauss(5, 1, 1), "gauss 20": gauss(20, 1, 2), "gauss 4 at 1e-60": gauss(4, 1e-60, 3),
    "gauss 4 at 1e60": gauss(4, 1e60, 4), "permutation": [[0, 1, 0], [0, 0, 1], [1, 0, 0]],
    "rows of all sizes": [[1e100, 2e100], [3e-100, 4e-100]], "defective": [[2, 1, 0], [0, 2, 1], [0, 0, 2]],
}
cases = []
for name, rows in matrices.items():
    a = sympy.Matrix([[sympy.Rational(str(Decimal(repr(x)))) for x in row] for row in rows])
    n = a.rows
    det = a.det(method="bareiss")
    case = {"name": name, "matrix": rows, "determinant": float(det), "rank": n if det != 0 else a.rank()}
    if det != 0:
        inverse = a.inv(method="GE") if n <= 12 else None
        if inverse is not None:
            case["inverse"] = [[float(inverse[i, j]) for j in range(n)] for i in range(n)]
        s = mpmath.svd_r(mpmath.matrix([[mpmath.mpf(int(x.p)) / int(x.q) for x in a.row(i)] for i in range(n)]), compute_uv=False)
        case["condition"] = float(s[0] / s[n - 1])
    cases.append(case)
text = json.dumps({"source": f"SymPy {sympy.__version__}, mpmath {mpmath.__version__} with 80 digits", "script": "matrices.py",
                   "cases": cases}, indent=1)
(Path(__file__).parent / "matrices.json").write_text(text + "\n")
