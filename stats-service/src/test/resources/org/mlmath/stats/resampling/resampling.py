"""Permutation tests by SciPy's permutation_test over all arrangements; bootstrap intervals by SciPy's bootstrap with 200,000
resamples, to be met within the Monte-Carlo error of both ("absolute").

Run: /usr/bin/python3 resampling.py > resampling.json
"""
import json

import numpy as np
import scipy.stats as st

cases = []
a = [12.1, 14.9, 13.3, 15.8, 11.4, 12.9]
b = [10.2, 11.5, 12.6, 9.9, 11.1, 12.0, 13.0]
pa = [12.1, 11.4, 13.2, 12.8, 10.9, 11.7, 13.3, 12.2, 12.5]
pb = [11.8, 11.6, 12.5, 12.1, 10.1, 11.9, 12.2, 11.5, 12.4]
tied_a, tied_b = [1, 2, 2, 3, 5], [2, 2, 4, 5, 5, 7]


def permutation(x, y, name, statistic, paired, kind, alternative):
    result = st.permutation_test((x, y), statistic, permutation_type=kind, alternative=alternative, n_resamples=np.inf, vectorized=False)
    observed = float(result.statistic)
    cases.append({"path": "permutation-test", "request": {"a": x, "b": y, "statistic": name, "paired": paired, "alternative": alternative, "method": "exact"}, "tolerance": 1e-10, "expected": {"/statistic": float(np.exp(observed)) if name.startswith("ratio") else observed, "/pValue": float(result.pvalue), "/exact": True}})


means = lambda x, y: np.mean(x) - np.mean(y)
for alternative in ("two-sided", "less", "greater"):
    permutation(a, b, "difference-of-means", means, False, "independent", alternative)
    permutation(pa, pb, "difference-of-means", means, True, "samples", alternative)
permutation(tied_a, tied_b, "difference-of-medians", lambda x, y: np.median(x) - np.median(y), False, "independent", "two-sided")
permutation(tied_a, tied_b, "welch-t", lambda x, y: st.ttest_ind(x, y, equal_var=False).statistic, False, "independent", "less")
permutation(a, b, "ratio-of-means", lambda x, y: np.log(np.mean(x) / np.mean(y)), False, "independent", "two-sided")
permutation(a, b, "ratio-of-variances", lambda x, y: np.log(np.var(x, ddof=1) / np.var(y, ddof=1)), False, "independent", "two-sided")
for alternative in ("two-sided", "greater"):
    x, y = pa[:7], pb[:7]
    for name, statistic in (("correlation", lambda v: np.corrcoef(v, y)[0, 1]), ("spearman-correlation", lambda v: st.spearmanr(v, y).statistic)):
        result = st.permutation_test((x,), statistic, permutation_type="pairings", alternative=alternative, n_resamples=np.inf, vectorized=False)
        cases.append({"path": "permutation-test", "request": {"a": x, "b": y, "statistic": name, "alternative": alternative}, "tolerance": 1e-10, "expected": {"/statistic": float(result.statistic), "/pValue": float(result.pvalue), "/exact": True, "/arrangements": 5040}})

rng = np.random.default_rng(31)
data = [round(v, 3) for v in rng.exponential(2, 60)]
other = [round(v, 3) for v in rng.exponential(1.5, 45)]
y = [round(0.6 * u + v, 3) for u, v in zip(data, rng.normal(size=60))]
bootstrap_cases = []


def bootstrap(samples, name, statistic, method, paired=False, **options):
    kind = {"bca": "BCa", "percentile": "percentile", "basic": "basic"}[method]
    result = st.bootstrap(samples, statistic, n_resamples=200000, method=kind, paired=paired, batch=5000, random_state=1, **options)
    request = {"statistic": name, "method": method, "resamples": 200000, "seed": 11}
    request.update({"data": samples[0]} if len(samples) == 1 else {"a": samples[0], "b": samples[1], "paired": paired})
    bootstrap_cases.append({"request": request, "standardError": float(result.standard_error), "lower": float(result.confidence_interval.low), "upper": float(result.confidence_interval.high)})


for method in ("bca", "percentile", "basic"):
    bootstrap((data,), "mean", np.mean, method)
bootstrap((data,), "standard-deviation", lambda x, axis=-1: np.std(x, ddof=1, axis=axis), "bca")
bootstrap((data,), "skewness", lambda x, axis=-1: st.skew(x, axis=axis), "percentile")
bootstrap((data, other), "difference-of-means", lambda x, y, axis=-1: np.mean(x, axis=axis) - np.mean(y, axis=axis), "bca")
bootstrap((data, other), "ratio-of-means", lambda x, y, axis=-1: np.mean(x, axis=axis) / np.mean(y, axis=axis), "bca")


def correlation(x, y, axis=-1):
    x = x - x.mean(axis=axis, keepdims=True)
    y = y - y.mean(axis=axis, keepdims=True)
    return (x * y).sum(axis=axis) / np.sqrt((x * x).sum(axis=axis) * (y * y).sum(axis=axis))


bootstrap((data, y), "correlation", correlation, "bca", paired=True)

print('{"source": "SciPy %s", "script": "resampling.py", "cases": [' % __import__("scipy").__version__)
print(",\n".join(json.dumps(v) for v in cases))
print('], "intervals": [')
print(",\n".join(json.dumps(v) for v in bootstrap_cases))
print("]}")
