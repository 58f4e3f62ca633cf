"""Makes pca.json beside this file: scikit-learn's full solver, its signs turned to ours.

Run: /usr/bin/python3 pca.py
"""
import json
from pathlib import Path

import numpy
import sklearn
from sklearn.decomposition import PCA

HERE = Path(__file__).parent
IRIS = numpy.array(json.loads((HERE.parent / "iris.json").read_text())["matrix"])


def case(name, data, components=None, scale=False, whiten=False):
    data = numpy.asarray(data, dtype=float)
    deviations = data.std(axis=0, ddof=1) if scale else numpy.ones(data.shape[1])
    deviations[deviations < 1e-14] = 1  # NumPy's mean of equal numbers may miss them by a rounding
    pca = PCA(n_components=components, whiten=whiten, svd_solver="full").fit(data / deviations)
    scores = pca.transform(data / deviations)
    largest = numpy.abs(pca.components_)
    first = (largest >= (1 - 1e-8) * largest.max(axis=1, keepdims=True)).argmax(axis=1)
    signs = numpy.sign(pca.components_[numpy.arange(len(first)), first])
    return {
        "name": name, "data": data.tolist(), "components": components, "scale": scale, "whiten": whiten,
        "directions": (pca.components_ * signs[:, None]).tolist(),
        "explainedVariance": pca.explained_variance_.tolist(),
        "explainedVarianceRatio": pca.explained_variance_ratio_.tolist(),
        "singularValues": pca.singular_values_.tolist(),
        "mean": data.mean(axis=0).tolist(),
        "scores": (scores * signs).tolist(),
    }


random = numpy.random.default_rng(7)
wide = random.normal(size=(6, 15)).round(3)
constant = numpy.column_stack([random.normal(size=12).round(3), numpy.full(12, 3.7), random.uniform(size=12).round(3) * 50])
cases = [
    case("iris", IRIS),
    case("iris, two components", IRIS, 2),
    case("iris, 95 % of the variance", IRIS, 0.95),
    case("iris, scaled", IRIS, scale=True),
    case("iris, whitened", IRIS, 3, whiten=True),
    case("wide", wide, 5),
    case("wide, scaled and whitened", wide, 3, scale=True, whiten=True),
    case("constant column", constant, 2, scale=True),
    case("offset", random.normal(size=(20, 3)).round(3) + 1e6, 2),
]
(HERE / "pca.json").write_text(json.dumps({
    "source": f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}", "script": "pca.py", "cases": cases}) + "\n")
