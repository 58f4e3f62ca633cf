"""Goodness of fit by SciPy 1.10 (kstest, ks_2samp, anderson, jarque_bera), R 4.2 (ks.test with ties, shapiro.test), statsmodels
(Dallal and Wilkinson's approximation of Lilliefors' distribution), and of the number of runs by enumeration.

Run: /usr/bin/python3 goodness-of-fit.py > goodness-of-fit.json
"""
import itertools
import json
import subprocess
from fractions import Fraction
from math import exp, sqrt

import numpy as np
import scipy.stats as st
from statsmodels.stats.diagnostic import lilliefors

cases = []


def r(code):
    out = subprocess.run(["Rscript", "-e", "options(warn=-1); t <- {%s}; cat(format(as.numeric(t), digits=17))" % code], capture_output=True, text=True, check=True).stdout
    return [float(v) for v in out.split()]


def c(values):
    return "c(%s)" % ",".join(repr(float(v)) for v in values)


def case(path, request, tolerance, expected):
    cases.append({"path": "tests/" + path, "request": request, "tolerance": tolerance, "expected": expected})


rng = np.random.default_rng(12)
x = [round(v, 3) for v in rng.normal(size=40)]
y = [round(v, 3) for v in rng.exponential(size=30)]
weights = [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]

for alternative in ("two-sided", "less", "greater"):
    k = st.kstest(x, "norm", args=(0.1, 1.2), alternative=alternative, mode="exact")
    case("kolmogorov-smirnov-one-sample", {"data": x, "distribution": {"name": "normal", "parameters": {"mean": 0.1, "standardDeviation": 1.2}}, "alternative": alternative}, 1e-9, {"/statistic": k.statistic, "/pValue": k.pvalue})
    k = st.kstest(y, "expon", args=(0, 1.5), alternative=alternative, mode="asymp")
    case("kolmogorov-smirnov-one-sample", {"data": y, "distribution": {"name": "exponential", "parameters": {"scale": 1.5}}, "alternative": alternative, "method": "asymptotic"}, 1e-9, {"/statistic": k.statistic, **({"/pValue": k.pvalue} if alternative == "two-sided" else {"/pValue": exp(-2 * 30 * k.statistic**2)})})
    k = st.ks_2samp(x, y, alternative=alternative, mode="exact")
    case("kolmogorov-smirnov-two-sample", {"a": x, "b": y, "alternative": alternative}, 1e-9, {"/statistic": k.statistic, "/pValue": k.pvalue})

tied_a, tied_b = [1, 2, 2, 3, 3, 4, 5], [2, 3, 4, 4, 5, 5, 6, 6, 7]
case("kolmogorov-smirnov-two-sample", {"a": tied_a, "b": tied_b}, 1e-10, dict(zip(("/statistic", "/pValue"), r("k <- ks.test(%s, %s); c(k$statistic, k$p.value)" % (c(tied_a), c(tied_b))))))
d, p = r("k <- ks.test(%s, %s, exact=FALSE); c(k$statistic, k$p.value)" % (c(x), c(y)))
case("kolmogorov-smirnov-two-sample", {"a": x, "b": y, "method": "asymptotic"}, 1e-6, {"/statistic": d, "/pValue": p})
for data in (weights, [round(v**3, 3) for v in y]):
    d, p = lilliefors(np.array(data), dist="norm", pvalmethod="approx")
    assert p < 0.1
    case("kolmogorov-smirnov-one-sample", {"data": data, "distribution": {"name": "normal"}}, 1e-9, {"/statistic": d, "/pValue": p})

for data in (weights, x, y):
    w, p = r("s <- shapiro.test(%s); c(s$statistic, s$p.value)" % c(data))
    case("shapiro-wilk", {"data": data}, 1e-9, {"/statistic": w, "/pValue": p})
    k = st.jarque_bera(data)
    case("jarque-bera", {"data": data}, 1e-10, {"/statistic": k.statistic, "/pValue": k.pvalue})
    # The p-value by Stephens' formula of the estimated normal, written out again.
    a = st.anderson(data).statistic
    z = a * (1 + 0.75 / len(data) + 2.25 / len(data) ** 2)
    p = exp(1.2937 - 5.709 * z + 0.0186 * z * z) if z >= 0.6 else exp(0.9177 - 4.279 * z - 1.38 * z * z) if z >= 0.34 else 1 - exp(-8.318 + 42.796 * z - 59.938 * z * z) if z >= 0.2 else 1 - exp(-13.436 + 101.14 * z - 223.73 * z * z)
    case("anderson-darling", {"data": data}, 1e-9, {"/statistic": a, "/pValue": p})
case("anderson-darling", {"data": y, "distribution": {"name": "exponential"}}, 1e-9, {"/statistic": st.anderson(y, "expon").statistic})
u = np.sort(st.norm.cdf(x, 0.1, 1.2))
n = len(u)
a = -n - np.sum((2 * np.arange(1, n + 1) - 1) * (np.log(u) + np.log1p(-u[::-1]))) / n
case("anderson-darling", {"data": x, "distribution": {"name": "normal", "parameters": {"mean": 0.1, "standardDeviation": 1.2}}}, 1e-9, {"/statistic": float(a)})


def runs(sequence, cutoff):
    signs = [v > cutoff for v in sequence if v != cutoff]
    count = lambda s: 1 + sum(a != b for a, b in zip(s, s[1:]))
    m = sum(signs)
    counts = [count([i in chosen for i in range(len(signs))]) for chosen in itertools.combinations(range(len(signs)), m)]
    least = Fraction(sum(k >= count(signs) for k in counts), len(counts))
    most = Fraction(sum(k <= count(signs) for k in counts), len(counts))
    return count(signs), m, len(signs) - m, float(most), float(least), float(min(1, 2 * min(most, least)))


for sequence, cutoff, named in (([5.1, 6.2, 4.8, 7.0, 6.6, 3.9, 5.5, 4.1, 4.0, 3.0, 2.5, 8.0], 4.95, False), ([1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0], 0.5, False), ([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], 5, True)):
    request = {"data": sequence, **({"cutoff": cutoff} if named else {})}
    count, m, l, less, greater, both = runs(sequence, cutoff)
    case("runs", request, 1e-10, {"/statistic": count, "/pValue": both})
    case("runs", {**request, "alternative": "less"}, 1e-10, {"/pValue": less})
    case("runs", {**request, "alternative": "greater"}, 1e-10, {"/pValue": greater})
    mean = 1 + 2 * m * l / (m + l)
    z = (count - mean) / sqrt((mean - 1) * (mean - 2) / (m + l - 1))
    case("runs", {**request, "method": "asymptotic"}, 1e-10, {"/statistic": z, "/pValue": float(2 * st.norm.sf(abs(z)))})

print('{"source": "SciPy %s, R 4.2.2, statsmodels; enumeration", "script": "goodness-of-fit.py", "cases": [' % __import__("scipy").__version__)
print(",\n".join(json.dumps(v, default=float) for v in cases))
print("]}")
