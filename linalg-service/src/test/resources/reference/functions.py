"""Makes functions.json: functions of matrices by mpmath with 200 digits, through the eigenvalues of a neighbour 1e-80 away, so that
defective matrices have them as well.

Run: /usr/bin/python3 functions.py
"""
import json
import random
from pathlib import Path

import mpmath

mpmath.mp.dps = 200


def gauss(n, scale, seed):
    r = random.Random(seed)
    return [[r.gauss(0, 1) * scale for _ in range(n)] for _ in range(n)]


matrices = {
    "2x2": [[1, 2], [3, 4]], "rotation": [[0, -1], [1, 0]], "jordan": [[2, 1, 0], [0, 2, 1], [0, 0, 2]],
    "symmetric": [[4, 1], [1, 3]], "indefinite": [[0, 2], [2, 1]], "gauss 4": gauss(4, 1, 1), "gauss 4, larger": gauss(4, 10, 2),
    "far from normal": [[1, 1000], [0, 0.5]], "Ward": [[-49, 24], [-64, 31]], "1x1": [[-3]], "small": gauss(3, 1e-9, 3),
}
functions = {"exp": mpmath.exp, "log": mpmath.log, "sqrt": mpmath.sqrt, "sin": mpmath.sin, "cos": mpmath.cos}
cases = []
for name, rows in matrices.items():
    n = len(rows)
    r = random.Random(5)
    a = mpmath.matrix(rows) + mpmath.matrix([[mpmath.mpf(r.random()) * mpmath.mpf(10) ** -80 for _ in range(n)] for _ in range(n)])
    values, vectors = mpmath.eig(a)
    for f, scalar in functions.items():
        value = vectors * mpmath.diag([scalar(mpmath.chop(x, mpmath.mpf(10) ** -150)) for x in values]) * vectors ** -1
        re = [[float(mpmath.re(value[i, j])) for j in range(n)] for i in range(n)]
        im = [[float(mpmath.chop(mpmath.im(value[i, j]), mpmath.mpf(10) ** -30)) for j in range(n)] for i in range(n)]
        cases.append({"name": f + " " + name, "matrix": rows, "function": f, "re": re,
                      "im": im if any(any(row) for row in im) else None})
text = json.dumps({"source": f"mpmath {mpmath.__version__}, 200 digits", "script": "functions.py", "cases": cases}, indent=1)
(Path(__file__).parent / "functions.json").write_text(text + "\n")
