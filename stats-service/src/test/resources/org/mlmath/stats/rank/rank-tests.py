"""Rank tests by R 4.2 (wilcox.test, binom.test, kruskal.test, friedman.test), SciPy where R has no such option.

Intervals of wilcox.test that rest on the normal approximation are roots that R finds to 1e-4 only: "roundedTo" says so.

Run: python3 rank-tests.py > rank-tests.json
"""
import json
import subprocess

import numpy as np
import scipy.stats as st

cases = []


def r(code):
    out = subprocess.run(["Rscript", "-e", "options(warn=-1); t <- {%s}; cat(format(as.numeric(t), digits=17))" % code], capture_output=True, text=True, check=True).stdout
    return [v.replace("NaN", "NA") for v in out.split()]


def c(values):
    return "c(%s)" % ",".join(repr(float(v)) for v in values)


def wilcoxon(kind, request, exact, rounded):
    alternative = {"two-sided": "two.sided"}.get(request.get("alternative", "two-sided"), request.get("alternative"))
    arguments = [c(request["a"]), c(request["b"])] if kind == "mann-whitney" else [c(request["data"])]
    arguments += ["alternative='%s'" % alternative, "mu=%r" % request.get("nullValue", 0.0), "conf.int=TRUE", "conf.level=%r" % (1 - request.get("alpha", 0.05)), "exact=%s" % exact, "correct=%s" % str(request.get("continuityCorrection", True)).upper()]
    statistic, p, low, high, estimate = r("w <- wilcox.test(%s); c(w$statistic, w$p.value, w$conf.int, w$estimate)" % ", ".join(arguments))
    case = {"kind": kind, "request": request, "statistic": statistic, "pValue": p, "lower": low.replace("Inf", "Infinity"), "upper": high.replace("Inf", "Infinity"), "roundedTo": 2e-4 if rounded else 1e-12}
    if not rounded:
        case["estimate"] = estimate
    cases.append(case)


rng = np.random.default_rng(20)
a = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
b = [1.15, 0.88, 0.90, 0.74, 1.21]
depression = [round(x - y, 3) for x, y in zip([1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29])]
tied_a = [1.0, 2.0, 2.0, 3.0, 5.0, 5.0, 7.0, 8.0]
tied_b = [2.0, 3.0, 3.0, 5.0, 8.0, 9.0, 9.0, 9.0, 11.0]
tied = [1.0, -1.0, 2.0, 2.0, -3.0, 4.0, 5.0, 5.0, 0.0, 6.0, -2.0, 7.5]
many_a = [round(v, 4) for v in rng.normal(0.4, 1, 60)]
many_b = [round(v, 4) for v in rng.normal(0, 1, 55)]

for alternative in ("two-sided", "less", "greater"):
    wilcoxon("mann-whitney", {"a": a, "b": b, "alternative": alternative, "alpha": 0.1}, "NULL", False)
    wilcoxon("mann-whitney", {"a": tied_a, "b": tied_b, "alternative": alternative}, "NULL", True)
    wilcoxon("mann-whitney", {"a": many_a, "b": many_b, "alternative": alternative, "alpha": 0.01}, "NULL", True)
    wilcoxon("wilcoxon-signed-rank", {"data": depression, "alternative": alternative, "alpha": 0.1}, "NULL", False)
    wilcoxon("wilcoxon-signed-rank", {"data": tied, "alternative": alternative}, "NULL", True)
    wilcoxon("wilcoxon-signed-rank", {"data": many_a, "alternative": alternative, "nullValue": 0.25}, "NULL", True)
wilcoxon("mann-whitney", {"a": a, "b": b, "method": "asymptotic", "continuityCorrection": False}, "FALSE", True)
wilcoxon("mann-whitney", {"a": a, "b": b, "nullValue": 0.35}, "NULL", False)
wilcoxon("mann-whitney", {"a": many_a[:49], "b": many_b[:30], "nullValue": -0.1}, "NULL", False)
wilcoxon("wilcoxon-signed-rank", {"data": depression, "method": "asymptotic", "continuityCorrection": False}, "FALSE", True)
wilcoxon("wilcoxon-signed-rank", {"data": many_b[:49]}, "NULL", False)

for zero_method in ("pratt", "zsplit", "wilcox"):
    for corrected in (True, False):
        result = st.wilcoxon(tied, zero_method=zero_method, correction=corrected, alternative="greater", mode="approx")
        cases.append({"kind": "wilcoxon-signed-rank", "request": {"data": tied, "zeroMethod": zero_method, "continuityCorrection": corrected, "alternative": "greater", "method": "asymptotic"}, "statistic": repr(float(result.statistic)), "pValue": repr(float(result.pvalue))})

for alternative in ("two-sided", "less", "greater"):
    sample = [3.0, 1.0, -2.0, 4.0, 0.0, 5.5, 2.5, -1.0, 7.0, 0.5, 6.0]
    p, low, high = r("b <- binom.test(8, 10, alternative='%s', conf.level=0.9); c(b$p.value, b$conf.int)" % {"two-sided": "two.sided"}.get(alternative, alternative))
    cases.append({"kind": "sign", "request": {"data": sample, "alternative": alternative, "alpha": 0.1}, "statistic": "8", "pValue": p, "effectLower": low, "effectUpper": high})

groups = [[2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4], [2.8, 3.4, 3.7, 2.2, 2.0]]
tied_groups = [[1.0, 1.0, 2.0, 5.0], [2.0, 2.0, 3.0, 7.0, 7.0], [5.0, 8.0, 9.0, 9.0], [1.0, 2.0]]
for g in (groups, tied_groups):
    statistic, p = r("k <- kruskal.test(list(%s)); c(k$statistic, k$p.value)" % ", ".join(c(x) for x in g))
    cases.append({"kind": "kruskal-wallis", "request": {"groups": g}, "statistic": statistic, "pValue": p})

rounding = [[5.40, 5.50, 5.55], [5.85, 5.70, 5.75], [5.20, 5.60, 5.50], [5.55, 5.50, 5.40], [5.90, 5.85, 5.70], [5.45, 5.55, 5.60], [5.40, 5.40, 5.35], [5.45, 5.50, 5.35], [5.25, 5.15, 5.00], [5.85, 5.80, 5.70]]
four = [[4.0, 3.0, 1.0, 2.0], [4.0, 2.0, 1.0, 3.0], [3.0, 4.0, 2.0, 1.0], [4.0, 3.0, 2.0, 2.0]]
for blocks in (rounding, four):
    statistic, p = r("f <- friedman.test(rbind(%s)); c(f$statistic, f$p.value)" % ", ".join(c(x) for x in blocks))
    cases.append({"kind": "friedman", "request": {"groups": [list(t) for t in zip(*blocks)]}, "statistic": statistic, "pValue": p})

print('{"source": "R 4.2.2; SciPy %s for zero methods", "script": "rank-tests.py", "cases": [' % __import__("scipy").__version__)
print(",\n".join(json.dumps(x) for x in cases))
print("]}")
