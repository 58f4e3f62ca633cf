"""Reference values of covariance and correlation: NumPy 1.24, SciPy 1.10, scikit-learn 1.2 and, through Rscript, R 4.2."""
import json
import subprocess

import numpy as np
from scipy import stats
from sklearn.covariance import ledoit_wolf, oas

rng = np.random.default_rng(7)
DATA = np.round(rng.standard_normal((12, 4)) @ np.array([[1, .5, 0, 2], [0, 1, .3, 0], [0, 0, 2, 1], [0, 0, 0, .5]]) + [10, -3, 0, 1e3], 3)
TIED = np.round(rng.standard_normal((15, 3)) * 1.5)
WIDE = np.round(rng.standard_normal((6, 9)), 3)


def r(code):
    out = subprocess.run(["Rscript", "-e", "options(digits=17);cat(format(%s, digits=17))" % code], capture_output=True, text=True, check=True)
    return [float(x) for x in out.stdout.split()]


def vector(x):
    return "c(" + ",".join(repr(float(v)) for v in x) + ")"


def case(path, request, expected, tolerance=1e-13):
    return {"path": path, "request": request, "tolerance": tolerance, "expected": expected}


def cases():
    yield case("covariance", {"data": DATA.tolist()}, {"/matrix": np.cov(DATA.T).tolist(), "/means": DATA.mean(0).tolist()})
    yield case("covariance", {"data": DATA.tolist(), "ddof": 0}, {"/matrix": np.cov(DATA.T, ddof=0).tolist()})
    x, y = DATA[:, 0].tolist(), DATA[:, 3].tolist()
    yield case("covariance", {"x": x, "y": y}, {"/value": float(np.cov(x, y)[0, 1]), "/matrix": np.cov(x, y).tolist()})
    for name, rule in (("ledoit-wolf", ledoit_wolf), ("oas", oas)):
        for data in (DATA - DATA.mean(0), WIDE):
            matrix, intensity = rule(data)
            yield case("covariance", {"data": data.tolist(), "ddof": 0, "shrinkage": name},
                       {"/matrix": matrix.tolist(), "/shrinkage": float(intensity)}, 1e-12)
    yield case("correlation", {"data": DATA.tolist()}, {"/matrix": np.corrcoef(DATA.T).tolist()})
    yield case("correlation", {"data": TIED.tolist(), "method": "spearman"}, {"/matrix": stats.spearmanr(TIED).statistic.tolist()})
    tau = [[float(stats.kendalltau(a, b).statistic) for a in TIED.T] for b in TIED.T]
    yield case("correlation", {"data": TIED.tolist(), "method": "kendall"}, {"/matrix": tau})
    yield case("correlation", {"x": x, "y": y, "level": 0.9},
               {"/value": float(np.corrcoef(x, y)[0, 1]),
                "/confidenceIntervals/lower/0/1": r("cor.test(%s,%s,conf.level=.9)$conf.int[1]" % (vector(x), vector(y))),
                "/confidenceIntervals/upper/0/1": r("cor.test(%s,%s,conf.level=.9)$conf.int[2]" % (vector(x), vector(y)))})


def main():
    lines = ",\n".join("    " + json.dumps(c) for c in cases())
    print('{\n  "source": "R 4.2.2, NumPy 1.24.2, SciPy 1.10.1, scikit-learn 1.2.1",\n  "script": "dependence.py",\n  "cases": [\n' + lines + "\n  ]\n}")


main()
