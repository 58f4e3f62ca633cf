"""Makes low-rank.json beside this file: truncated decompositions by NumPy.

Run: /usr/bin/python3 low_rank.py
"""
import json
from pathlib import Path

import numpy

HERE = Path(__file__).parent


def case(name, a, rank):
    a = numpy.asarray(a, dtype=float)
    u, s, vt = numpy.linalg.svd(a, full_matrices=False)
    best = (u[:, :rank] * s[:rank]) @ vt[:rank]
    return {"name": name, "matrix": a.tolist(), "rank": rank, "approximation": best.tolist(),
            "error": float(numpy.linalg.norm(a - best)), "spectralError": float(numpy.linalg.norm(a - best, 2)),
            "energy": float((s[:rank] ** 2).sum() / (s ** 2).sum())}


random = numpy.random.default_rng(11)
cases = [
    case("tall", random.normal(size=(8, 3)).round(3), 2),
    case("wide", random.normal(size=(3, 9)).round(3), 1),
    case("hilbert", [[1 / (i + j + 1) for j in range(6)] for i in range(6)], 3),
    case("vandermonde", numpy.vander(numpy.linspace(1, 2, 7)), 2),
    case("full rank", random.normal(size=(4, 4)).round(3), 4),
]
(HERE / "low-rank.json").write_text(json.dumps({
    "source": f"NumPy {numpy.__version__}", "script": "low_rank.py", "cases": cases}, indent=1) + "\n")
