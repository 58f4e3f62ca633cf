"""t tests with mpmath at 50 digits from the doubles given; SciPy's answers beside them.

The p-value is the regularized incomplete beta function, the quantile of the interval a root of it. Where SciPy has the test, its
statistic and p-value must agree to 1e-9, or this script stops (SciPy 1.10 has no more digits in some tails).

Run: python3 t-tests.py > t-tests.json
"""
import json

import scipy
import scipy.stats as st
from mpmath import mp, mpf, sqrt, betainc, findroot, loggamma, exp, gamma

mp.dps = 50


def upper(t, nu):
    x = nu / (nu + t * t)
    half = betainc(nu / 2, mpf(1) / 2, 0, x, regularized=True) / 2
    return half if t >= 0 else 1 - half


def quantile(p, nu):
    """t with P(T > t) = p."""
    start = mpf(float(st.t.isf(float(p), float(nu))))
    return findroot(lambda t: upper(t, nu) - p, start)


def moments(xs):
    xs = [mpf(x) for x in xs]
    n = len(xs)
    m = sum(xs) / n
    s = sqrt(sum((x - m) ** 2 for x in xs) / (n - 1)) if n > 1 else mpf(0)
    return mpf(n), m, s


def conclude(kind, request, estimate, difference, se, nu, unit, df):
    alternative = request.get("alternative", "two-sided")
    alpha = mpf(request.get("alpha", 0.05))
    t = difference / se
    p = {"two-sided": 2 * upper(abs(t), nu), "greater": upper(t, nu), "less": upper(-t, nu)}[alternative]
    reach = quantile(alpha / 2 if alternative == "two-sided" else alpha, nu) * se
    correction = exp(loggamma(df / 2) - loggamma((df - 1) / 2)) / sqrt(df / 2) if df > 1 else None
    s = lambda v: mp.nstr(v, 20)
    return {
        "kind": kind,
        "request": request,
        "statistic": s(t),
        "pValue": s(p),
        "degreesOfFreedom": s(nu),
        "estimate": s(estimate),
        "standardError": s(se),
        "lower": "-Infinity" if alternative == "less" else s(estimate - reach),
        "upper": "Infinity" if alternative == "greater" else s(estimate + reach),
        "effectSize": s(difference / unit),
    }


def same(case, result):
    t, p = result
    for name, value in (("statistic", t), ("pValue", p)):
        expected = float(case[name])
        assert abs(value - expected) <= 1e-9 * abs(expected) + 1e-300, (case, name, value)
    return case


def one(request):
    n, m, s = moments(request["data"])
    null = mpf(request.get("nullValue", 0))
    case = conclude("t-one-sample", request, m, m - null, s / sqrt(n), n - 1, s, n - 1)
    if max(abs(x) for x in request["data"]) < 1e8:
        same(case, st.ttest_1samp(request["data"], float(null), alternative=request.get("alternative", "two-sided")))
    return case


def two(request, check=True):
    na, ma, sa = moments(request["a"])
    nb, mb, sb = moments(request["b"])
    null = mpf(request.get("nullValue", 0))
    pooled = sqrt(((na - 1) * sa**2 + (nb - 1) * sb**2) / (na + nb - 2))
    if request.get("equalVariances"):
        se, nu = pooled * sqrt(1 / na + 1 / nb), na + nb - 2
    else:
        va, vb = sa**2 / na, sb**2 / nb
        se, nu = sqrt(va + vb), (va + vb) ** 2 / (va**2 / (na - 1) + vb**2 / (nb - 1))
    case = conclude("t-two-sample", request, ma - mb, ma - mb - null, se, nu, pooled, na + nb - 2)
    if check and null == 0:
        same(case, st.ttest_ind(request["a"], request["b"], equal_var=request.get("equalVariances", False), alternative=request.get("alternative", "two-sided")))
    return case


def paired(request):
    differences = [a - b for a, b in zip(request["a"], request["b"])]
    n, m, s = moments(differences)
    null = mpf(request.get("nullValue", 0))
    case = conclude("t-paired", request, m, m - null, s / sqrt(n), n - 1, s, n - 1)
    if null == 0:
        same(case, st.ttest_rel(request["a"], request["b"], alternative=request.get("alternative", "two-sided")))
    return case


sleep = ([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
mice = ([19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0], [28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 30.0, 11.1])
large = [1e9 + 0.001 * k for k in (1, 4, -2, 3, 5, 0, 2)]
cases = []
for alternative in ("two-sided", "less", "greater"):
    cases += [
        one({"data": sleep[0], "nullValue": 0.5, "alternative": alternative}),
        two({"a": mice[0], "b": mice[1], "alternative": alternative, "alpha": 0.01}),
        two({"a": mice[0], "b": mice[1], "alternative": alternative, "equalVariances": True}),
        paired({"a": sleep[0], "b": sleep[1], "alternative": alternative, "alpha": 0.1}),
    ]
cases += [
    one({"data": large, "nullValue": 1e9}),
    one({"data": [1.0, 1.0000000001, 0.9999999999, 1.0], "nullValue": 0.5}),
    one({"data": [3.0, 3.5]}),
    two({"a": large, "b": [1e9 + 0.0005 * k for k in (1, 0, -2, 3)]}, check=False),
    two({"a": [5.0], "b": [1.0, 2.0, 4.5], "equalVariances": True}, check=False),
    two({"a": [1.0, 2.0, 3.0], "b": [7.0, 7.0]}),
    two({"a": mice[0], "b": mice[1], "nullValue": -3.0}),
    one({"data": [100 + 0.01 * (k % 7) for k in range(60)], "nullValue": 50}),
]
print('{"source": "mpmath %s, 50 digits; statistic and pValue checked against SciPy %s", "script": "t-tests.py", "cases": [' % (__import__("mpmath").__version__, scipy.__version__))
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
