"""Makes forms.json: Hessenberg forms (by Arnoldi's process) and the signs of symmetric pivots by mpmath with 50 digits, dominant eigenvectors, rotations of space by
SciPy and changes of basis by SymPy's rational numbers.

Run: /usr/bin/python3 forms.py
"""
import json
import random
from pathlib import Path

import mpmath
import numpy as np
import scipy
import sympy
from scipy.spatial.transform import Rotation

mpmath.mp.dps = 50
random.seed(20260102)


def drawn(n, low=-9, high=9):
    return [[random.randint(low, high) for _ in range(n)] for _ in range(n)]


def floats(matrix):
    return [[float(matrix[i, j]) for j in range(matrix.cols)] for i in range(matrix.rows)]


def arnoldi(a):
    """The orthonormal basis of e1, A e1, A^2 e1, ... in this order, which is the only Q with a positive subdiagonal."""
    n = a.rows
    columns = [mpmath.matrix([1 if i == 0 else 0 for i in range(n)])]
    for _ in range(n - 1):
        x = a * columns[-1]
        for _ in range(2):
            for q in columns:
                x -= q * (q.T * x)[0]
        columns.append(x / mpmath.norm(x))
    q = mpmath.matrix(n, n)
    for j, column in enumerate(columns):
        for i in range(n):
            q[i, j] = column[i]
    return q, q.T * a * q


hessenberg = []
for n in (3, 4, 6, 8):
    a = drawn(n)
    q, h = arnoldi(mpmath.matrix(a))
    h = mpmath.matrix([[h[i, j] if i <= j + 1 else 0 for j in range(n)] for i in range(n)])
    hessenberg.append({"name": f"hessenberg {n}", "form": "hessenberg", "matrix": a, "q": floats(q), "h": floats(h)})

inertia = []
for n in (2, 3, 5, 9):
    a = drawn(n)
    symmetric = [[a[i][j] + a[j][i] for j in range(n)] for i in range(n)]
    for i in range(n // 2):
        symmetric[i][i] = 0
    values = mpmath.eigsy(mpmath.matrix(symmetric), eigvals_only=True)
    inertia.append({"name": f"inertia {n}", "form": "ldl", "matrix": symmetric,
                    "positive": sum(1 for x in values if x > 1e-30), "negative": sum(1 for x in values if x < -1e-30),
                    "determinant": float(mpmath.det(mpmath.matrix(symmetric)))})

power = []
for n in (2, 4, 7):
    a = drawn(n, 1, 9)  # positive: the dominant eigenvalue is one alone (Perron)
    values, vectors = mpmath.eig(mpmath.matrix(a))
    k = max(range(n), key=lambda i: abs(values[i]))
    vector = [mpmath.re(vectors[i, k]) for i in range(n)]
    norm = mpmath.sqrt(sum(x * x for x in vector)) * (1 if vector[0] > 0 else -1)
    power.append({"name": f"dominant {n}", "form": "power", "matrix": a, "value": float(mpmath.re(values[k])),
                  "vector": [float(x / norm) for x in vector]})

turns = []
for k in range(4):
    parts = [(random.uniform(0.2, 2.8), [random.uniform(-1, 1) for _ in range(3)]) for _ in range(k + 1)]
    total = Rotation.identity()
    for angle, axis in parts:
        total = Rotation.from_rotvec(np.array(axis) / np.linalg.norm(axis) * angle) * total
    turns.append({"name": f"turns {k + 1}", "form": "turns", "turns": [{"angle": t, "axis": x} for t, x in parts],
                  "matrix": total.as_matrix().tolist(), "angle": float(total.magnitude())})

bases = []
for n in (2, 3, 5):
    while True:
        first, second, a, x = (sympy.Matrix(drawn(n)) for _ in range(4))
        if first.det() != 0 and second.det() != 0:
            break
    transition = second.inv() * first
    bases.append({"name": f"basis {n}", "form": "basis", "from": first.tolist(), "to": second.tolist(), "map": a.tolist(),
                  "vector": list(x[:, 0]), "transition": floats(transition), "newVector": [float(y) for y in transition * x[:, 0]],
                  "newMap": floats(transition * a * transition.inv())})

text = json.dumps({"source": f"mpmath {mpmath.__version__}, 50 digits; SciPy {scipy.__version__}; SymPy {sympy.__version__}",
                   "script": "forms.py", "cases": hessenberg + inertia + power + turns + bases}, indent=1, default=int)
(Path(__file__).parent / "forms.json").write_text(text + "\n")
