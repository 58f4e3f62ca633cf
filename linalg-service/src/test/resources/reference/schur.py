"""Makes schur.json: projectors onto invariant subspaces of selected eigenvalues, which no choice of signs or order changes, by mpmath with 50 digits.

Run: /usr/bin/python3 schur.py
"""
import json
import random
from pathlib import Path

import mpmath

mpmath.mp.dps = 50
random.seed(20260103)

REGIONS = {
    "lhp": lambda x: x.real < 0,
    "rhp": lambda x: x.real >= 0,
    "iuc": lambda x: abs(x) <= 1,
    "ouc": lambda x: abs(x) > 1,
}


def projector(a, selects):
    values, vectors = mpmath.eig(mpmath.matrix(a))
    chosen = [j for j, x in enumerate(values) if selects(x)]
    n = len(a)
    basis = []
    for j in chosen:
        x = vectors[:, j]
        for _ in range(2):
            for q in basis:
                x -= q * (q.H * x)[0]
        basis.append(x / mpmath.norm(x))
    p = mpmath.matrix(n, n)
    for q in basis:
        p += q * q.H
    return len(chosen), [[float(p[i, j].real) for j in range(n)] for i in range(n)]


cases = []
for n, scale, digits in ((2, 1, 0), (3, 1, 0), (4, 1, 1), (6, 1, 0), (9, 3, 1), (12, 1, 0)):
    a = [[round(random.uniform(-4, 4) / scale, digits) for _ in range(n)] for _ in range(n)]
    for region, selects in REGIONS.items():
        dimension, p = projector(a, selects)
        cases.append({"name": f"{region} {n}", "region": region, "matrix": a, "dimension": dimension, "projector": p})

# A companion matrix, far from normal, with roots inside and outside of the unit circle.
roots = [mpmath.mpf(r) for r in (0.25, -0.5, 0.75, 2, -4, 8)]
polynomial = [mpmath.mpf(1)]
for root in roots:
    polynomial = [x - root * y for x, y in zip(polynomial + [mpmath.mpf(0)], [mpmath.mpf(0)] + polynomial)]
companion = [[float(-polynomial[j + 1]) if i == 0 else float(i == j + 1) for j in range(6)] for i in range(6)]
for region in ("iuc", "lhp"):
    dimension, p = projector(companion, REGIONS[region])
    cases.append({"name": f"{region} companion", "region": region, "matrix": companion, "dimension": dimension, "projector": p})

Path(__file__).with_name("schur.json").write_text(json.dumps(
    {"source": f"mpmath {mpmath.__version__}, {mpmath.mp.dps} digits", "script": "schur.py", "cases": cases}) + "\n")
