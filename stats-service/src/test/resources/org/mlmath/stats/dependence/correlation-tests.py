"""Tests of correlations by R 4.2 (cor.test), by SciPy where the t approximation of Spearman's rho is meant, and by enumeration of
all pairings in exact rationals where ties are tested exactly.

Run: /usr/bin/python3 correlation-tests.py > correlation-tests.json
"""
import itertools
import json
import subprocess
from fractions import Fraction

import numpy as np
import scipy.stats as st

cases = []


def r(code):
    out = subprocess.run(["Rscript", "-e", "options(warn=-1); t <- {%s}; cat(format(as.numeric(t), digits=17))" % code], capture_output=True, text=True, check=True).stdout
    return [float(v) for v in out.split()]


def c(values):
    return "c(%s)" % ",".join(repr(float(v)) for v in values)


def case(path, request, tolerance, expected):
    cases.append({"path": "tests/" + path, "request": request, "tolerance": tolerance, "expected": expected})


hunter_l = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
hunter_v = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
rng = np.random.default_rng(5)
x = [round(v, 3) for v in rng.normal(size=60)]
y = [round(0.4 * u + v, 3) for u, v in zip(x, rng.normal(size=60))]
grades = [1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 6, 7]
marks = [2, 1, 2, 2, 4, 3, 3, 5, 4, 4, 6, 6]
dotted = {"two-sided": "two.sided"}

for alternative in ("two-sided", "less", "greater"):
    d = dotted.get(alternative, alternative)
    for a, b in ((hunter_l, hunter_v), (x, y), (grades, marks)):
        t, df, p, rho, low, high = r("k <- cor.test(%s, %s, alternative='%s', conf.level=0.9); c(k$statistic, k$parameter, k$p.value, k$estimate, k$conf.int)" % (c(a), c(b), d))
        case("pearson-correlation", {"a": a, "b": b, "alternative": alternative, "alpha": 0.1}, 1e-10, {"/statistic": t, "/degreesOfFreedom": df, "/pValue": p, "/estimate": rho, "/confidenceInterval/lower": low, "/confidenceInterval/upper": high})
    for a, b in ((hunter_l, hunter_v), (x, y), (grades, marks)):
        statistic, p, tau = r("k <- cor.test(%s, %s, alternative='%s', method='kendall'); c(k$statistic, k$p.value, k$estimate)" % (c(a), c(b), d))
        case("kendall-correlation", {"a": a, "b": b, "alternative": alternative}, 1e-10, {"/statistic": statistic, "/pValue": p, "/estimate": tau})
    statistic, p, rho = r("k <- cor.test(%s, %s, alternative='%s', method='spearman'); c(k$statistic, k$p.value, k$estimate)" % (c(hunter_l), c(hunter_v), d))
    case("spearman-correlation", {"a": hunter_l, "b": hunter_v, "alternative": alternative}, 1e-10, {"/statistic": statistic, "/pValue": p, "/estimate": rho})
    for a, b in ((x, y), (grades, marks)):
        k = st.spearmanr(a, b, alternative=alternative)
        case("spearman-correlation", {"a": a, "b": b, "alternative": alternative}, 1e-9, {"/pValue": float(k.pvalue), "/estimate": float(k.statistic)})

statistic, p = r("k <- cor.test(%s, %s, method='kendall', exact=FALSE, continuity=TRUE); c(k$statistic, k$p.value)" % (c(grades), c(marks)))
case("kendall-correlation", {"a": grades, "b": marks, "method": "asymptotic", "continuityCorrection": True}, 1e-10, {"/statistic": statistic, "/pValue": p})
case("kendall-correlation", {"a": grades, "b": marks, "variant": "c"}, 1e-10, {"/estimate": float(st.kendalltau(grades, marks, variant="c").statistic)})

# Against a null value: Fisher's z.
k = r("z <- (atanh(cor(%s, %s)) - atanh(0.3)) * sqrt(57); c(z, 2 * pnorm(-abs(z)))" % (c(x), c(y)))
case("pearson-correlation", {"a": x, "b": y, "nullValue": 0.3}, 1e-10, {"/statistic": k[0], "/pValue": k[1]})


def sign(v):
    return (v > 0) - (v < 0)


def exact(path, a, b):
    pairs = list(itertools.combinations(range(len(a)), 2))
    if path.startswith("kendall"):
        score = lambda v: sum(sign(a[i] - a[j]) * sign(v[i] - v[j]) for i, j in pairs)
    else:
        ra = [int(2 * v) for v in st.rankdata(a)]
        rb = dict(zip(b, [int(2 * v) for v in st.rankdata(b)]))
        score = lambda v: sum(p * rb[q] for p, q in zip(ra, v))
    scores = [score(v) for v in itertools.permutations(b)]
    observed = score(b)
    least = Fraction(sum(s >= observed for s in scores), len(scores))
    most = Fraction(sum(s <= observed for s in scores), len(scores))
    case(path, {"a": a, "b": b, "method": "exact"}, 1e-10, {"/pValue": float(min(1, 2 * min(least, most)))})
    case(path, {"a": a, "b": b, "method": "exact", "alternative": "greater"}, 1e-10, {"/pValue": float(least)})


for path in ("kendall-correlation", "spearman-correlation"):
    exact(path, [1, 1, 2, 3, 3, 4, 5, 5], [2, 1, 2, 2, 3, 3, 4, 3])
    exact(path, [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7])
    exact(path, [1, 1, 2, 2, 3], [4, 4, 3, 3, 1])

print('{"source": "R 4.2.2 cor.test; SciPy %s; enumeration", "script": "correlation-tests.py", "cases": [' % __import__("scipy").__version__)
print(",\n".join(json.dumps(v) for v in cases))
print("]}")
