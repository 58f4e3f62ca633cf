"""Makes the reference values in vectors.json with NumPy and SciPy.

Run: /usr/bin/python3 vectors.py
"""
import json
from pathlib import Path

import numpy as np
import scipy
from scipy.spatial import distance

rng = np.random.default_rng(11)
cases = []
for n, scale in [(1, 1.0), (2, 1.0), (3, 1e-3), (7, 1e5), (40, 1.0)]:
    a = rng.normal(size=n) * scale
    b = rng.normal(size=n) * scale
    basis = rng.normal(size=(min(n, 4), n)) * scale
    coefficients, *_ = np.linalg.lstsq(basis.T, a, rcond=None)
    cases.append({
        "name": f"{n} entries near {scale}", "a": a.tolist(), "b": b.tolist(),
        "dot": float(a @ b), "cosine": float(a @ b / np.linalg.norm(a) / np.linalg.norm(b)),
        "norms": {str(p): float(np.linalg.norm(a, p)) for p in (0, 0.5, 1, 2, 3, 7.5)},
        "largest": float(np.linalg.norm(a, np.inf)),
        "distances": {"euclidean": distance.euclidean(a, b), "manhattan": float(distance.cityblock(a, b)),
                      "chebyshev": float(distance.chebyshev(a, b)), "cosine": float(distance.cosine(a, b)),
                      "minkowski": float(distance.minkowski(a, b, 3))},
        "onto": basis.tolist(), "coefficients": coefficients.tolist(), "projection": (coefficients @ basis).tolist(),
        "cross": np.cross(a, b).tolist() if n == 3 else None,
    })
(Path(__file__).parent / "vectors.json").write_text(json.dumps(
    {"source": f"NumPy {np.__version__}, SciPy {scipy.__version__}", "script": "vectors.py", "cases": cases}, indent=1) + "\n")
