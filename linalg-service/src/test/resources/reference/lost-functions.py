"""Makes lost-functions.json: logarithms and square roots of matrices whose condition leaves few digits of a double or none (graded up to
1e±16, far from normal, Frank's, neighbours of Hilbert's), by mpmath with 260 digits, through the eigenvalues of a neighbour 1e-104 away.
Kept are those on which 200 and 260 digits agree. Those of 18 rows are beyond what the service computes with again in more digits.

Run: /usr/bin/python3 lost-functions.py
"""
import json
import random
from pathlib import Path

import mpmath


def triangle(diagonal, scale, seed):
    r = random.Random(seed)
    n = len(diagonal)
    return [[diagonal[i] if i == j else scale * r.gauss(0, 1) if j > i else 0 for j in range(n)] for i in range(n)]


def turned(rows, seed):
    """In another basis, of small integers, rounded to doubles."""
    mpmath.mp.dps = 200
    r = random.Random(seed)
    n = len(rows)
    lower = mpmath.matrix([[1 if i == j else r.choice([-1, 0, 1]) if j < i else 0 for j in range(n)] for i in range(n)])
    upper = mpmath.matrix([[1 if i == j else r.choice([-1, 0, 1]) if j > i else 0 for j in range(n)] for i in range(n)])
    a = lower * upper * mpmath.matrix(rows) * (lower * upper) ** -1
    return [[float(a[i, j]) for j in range(n)] for i in range(n)]


def frank(n):
    return [[n - max(i, j) if j >= i - 1 else 0 for j in range(n)] for i in range(n)]


def rational(n):
    return [[1 / (i + 2 * j + 1) for j in range(n)] for i in range(n)]


few = [0.7, 1.1, 1.9, 1.4]
eight = [0.1 + 0.14 * i for i in range(8)]
many = [0.5 + 0.07 * i for i in range(18)]
matrices = {
    "graded 1e-8 to 1e8": triangle([1e-8, 1, 1e8], 1, 1), "graded 1e-14 to 1e14": triangle([1e-14, 1, 1e14], 1, 1),
    "graded 1e-10, full": turned(triangle([1e-10, 1, 2], 1, 2), 3), "graded 1e-13, full": turned(triangle([1e-13, 1, 2], 1, 2), 3),
    "graded 1e-14, full": turned(triangle([1e-14, 1, 2], 1, 2), 3), "graded 1e-16, full": turned(triangle([1e-16, 1, 2], 1, 2), 3),
    "far from normal 1e3, full": turned(triangle(few, 1e3, 6), 7), "far from normal 1e4, full": turned(triangle(few, 1e4, 6), 7),
    "far from normal 1e6, full": turned(triangle(few, 1e6, 6), 7), "far from normal 1e8, full": turned(triangle(few, 1e8, 6), 7),
    "far from normal 1e8": triangle(few + [0.3], 1e8, 5),
    "eight, far from normal 3": turned(triangle(eight, 3, 9), 10), "eight, far from normal 10": turned(triangle(eight, 10, 9), 10),
    "eight, far from normal 30": turned(triangle(eight, 30, 9), 10), "eight, far from normal 100": turned(triangle(eight, 100, 9), 10),
    "Frank 12": frank(12), "rational 10": rational(10), "rational 12": rational(12),
    "Frank 18": frank(18), "rational 18": rational(18), "eighteen": turned(triangle(many, 1, 11), 12),
    "eighteen, far from normal": turned(triangle(many, 3, 13), 14),
}
functions = {"log": mpmath.log, "sqrt": mpmath.sqrt}


def evaluate(rows, scalar, digits):
    mpmath.mp.dps = digits
    n = len(rows)
    r = random.Random(5)
    a = mpmath.matrix(rows)
    size = mpmath.norm(a, 1)
    a += mpmath.matrix([[size * mpmath.mpf(r.random()) * mpmath.mpf(10) ** (-digits * 2 // 5) for _ in range(n)] for _ in range(n)])
    values, vectors = mpmath.eig(a)
    values = [x.real if abs(x.imag) < size * mpmath.mpf(10) ** -60 else x for x in values]
    negative = any(mpmath.im(x) == 0 and mpmath.re(x) < 0 for x in values)
    return vectors * mpmath.diag([scalar(x) for x in values]) * vectors ** -1, negative


cases = []
for name, rows in matrices.items():
    n = len(rows)
    for f, scalar in functions.items():
        first, _ = evaluate(rows, scalar, 200)
        value, negative = evaluate(rows, scalar, 260)
        if mpmath.norm(value - first, 1) > mpmath.mpf(10) ** -25 * mpmath.norm(value, 1):
            continue
        # Zeros of triangles are no more than those of the neighbour; what is left of them is left out.
        floor = mpmath.mpf(10) ** -70 * mpmath.norm(value, 1)
        re, im = ([[float(part(value[i, j])) if abs(part(value[i, j])) > floor else 0 for j in range(n)] for i in range(n)]
                  for part in (mpmath.re, mpmath.im))
        cases.append({"name": f + " " + name, "matrix": rows, "function": f, "re": re, "im": im if negative else None})
text = json.dumps({"source": f"mpmath {mpmath.__version__}, 260 digits", "script": "lost-functions.py", "cases": cases})
text = text.replace('{"name"', '\n{"name"')
(Path(__file__).parent / "lost-functions.json").write_text(text + "\n")
