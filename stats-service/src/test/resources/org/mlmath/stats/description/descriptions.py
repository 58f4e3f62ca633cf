"""Reference values of descriptions of samples: NumPy 1.24, SciPy 1.10 and, through Rscript, R 4.2; sums of pairs in mpmath.

Each case is a request with the values expected at JSON Pointers into the answer.
"""
import json
import subprocess

import mpmath
import numpy as np
from scipy import stats

rng = np.random.default_rng(20260101)
SMALL = [2.0, 4.0, 4.0, 5.0, 7.0, 9.5]
SKEWED = [round(float(x), 3) for x in rng.exponential(2.0, 40)]
TIED = [1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 4.0, 4.0, 4.0, 4.0]
FAR = [9.8, 10.1, 10.2, 9.9, 10.0, 10.1, 9.7, 14.7, 10.3, 9.9]
WEIGHTS = [1.0, 2.0, 2.0, 1.0, 3.0, 1.0]
ROSNER = [-0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.70, 1.76,
          1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40, 2.47, 2.54,
          2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01]


def r(code):
    out = subprocess.run(["Rscript", "-e", "options(digits=17);cat(format(%s, digits=17))" % code], capture_output=True, text=True, check=True)
    return [float(x) for x in out.stdout.split()]


def vector(x):
    return "c(" + ",".join(repr(v) for v in x) + ")"


def describe(x):
    a = np.array(x)
    n = len(x)
    return {
        "/count": n, "/mean": float(a.mean()), "/variance": float(a.var(ddof=1)), "/standardDeviation": float(a.std(ddof=1)),
        "/min": float(a.min()), "/max": float(a.max()), "/range": float(np.ptp(a)),
        "/quartiles": [float(q) for q in np.quantile(a, [0.25, 0.5, 0.75])], "/iqr": float(stats.iqr(a)),
        "/standardError": float(stats.sem(a)), "/skewness": float(stats.skew(a)), "/excessKurtosis": float(stats.kurtosis(a)),
        "/adjustedSkewness": float(stats.skew(a, bias=False)), "/adjustedExcessKurtosis": float(stats.kurtosis(a, bias=False)),
        "/medianAbsoluteDeviation": float(stats.median_abs_deviation(a)), "/meanAbsoluteDeviation": float(np.mean(np.abs(a - a.mean()))),
        "/coefficientOfVariation": float(stats.variation(a, ddof=1)), "/rootMeanSquare": float(np.sqrt(np.mean(a * a))),
        "/geometricMean": float(stats.gmean(a)), "/harmonicMean": float(stats.hmean(a)), "/distinct": len(set(x)),
    }


def repeated(x, w):
    return [v for v, k in zip(x, w) for _ in range(int(k))]


def weighted(x, w):
    expected = describe(repeated(x, w))
    return {k: v for k, v in expected.items() if k != "/count"}


def reliability(x, w):
    return {"/mean": float(np.average(x, weights=w)), "/variance": float(np.cov(x, aweights=w)),
            "/standardDeviation": float(np.sqrt(np.cov(x, aweights=w)))}


def histogram(x, bins, **options):
    edges = np.histogram_bin_edges(x, bins=bins, **options)
    counts, _ = np.histogram(x, bins=edges)
    density, _ = np.histogram(x, bins=edges, density=True)
    return {"/edges": edges.tolist(), "/counts": counts.tolist(), "/density": density.tolist()}


def sheather_jones(x):
    """The equation solved in 30 digits, over all pairs."""
    mpmath.mp.dps = 30
    n = len(x)
    d = [mpmath.mpf(x[i]) - mpmath.mpf(x[j]) for i in range(n) for j in range(i)]
    q = np.quantile(x, [0.25, 0.75])
    scale = mpmath.mpf(min(float(np.std(x, ddof=1)), float(q[1] - q[0]) / 1.349))

    def fourth(g):
        total = sum(mpmath.exp(-(u / g) ** 2 / 2) * ((u / g) ** 4 - 6 * (u / g) ** 2 + 3) for u in d)
        return (2 * total + 3 * n) / (n * (n - 1) * g ** 5 * mpmath.sqrt(2 * mpmath.pi))

    def sixth(g):
        total = sum(mpmath.exp(-(u / g) ** 2 / 2) * ((u / g) ** 6 - 15 * (u / g) ** 4 + 45 * (u / g) ** 2 - 15) for u in d)
        return (2 * total - 15 * n) / (n * (n - 1) * g ** 7 * mpmath.sqrt(2 * mpmath.pi))

    third = -sixth(mpmath.mpf("1.23") * scale * mpmath.mpf(n) ** (-mpmath.mpf(1) / 9))
    second = fourth(mpmath.mpf("1.24") * scale * mpmath.mpf(n) ** (-mpmath.mpf(1) / 7))
    factor = mpmath.mpf("1.357") * (second / third) ** (mpmath.mpf(1) / 7)
    start = mpmath.mpf("0.6") * scale * mpmath.mpf(n) ** (-mpmath.mpf(1) / 5)
    return float(mpmath.findroot(
        lambda h: (1 / (2 * mpmath.sqrt(mpmath.pi) * n * fourth(factor * h ** (mpmath.mpf(5) / 7)))) ** (mpmath.mpf(1) / 5) - h,
        start))


def density(x, at, h, w=None):
    w = np.ones(len(x)) if w is None else np.array(w)
    return [float(np.sum(w * stats.norm.pdf((t - np.array(x)) / h)) / h / w.sum()) for t in at]


def grubbs(x, alpha):
    n = len(x)
    g = max(abs(np.array(x) - np.mean(x))) / np.std(x, ddof=1)
    t = float(mpmath_t(alpha / (2 * n), n - 2))
    return float(g), (n - 1) / n ** 0.5 * (t * t / (n - 2 + t * t)) ** 0.5


def mpmath_t(p, nu):
    """Upper p point of Student's distribution."""
    mpmath.mp.dps = 30

    def upper(t):
        return mpmath.betainc(mpmath.mpf(nu) / 2, mpmath.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2

    return mpmath.findroot(lambda t: upper(t) - p, float(stats.t.isf(p, nu)))


def case(path, request, expected, tolerance=1e-13):
    return {"path": path, "request": request, "tolerance": tolerance, "expected": expected}


def cases():
    yield case("describe", {"data": SMALL}, describe(SMALL))
    yield case("describe", {"data": SKEWED}, describe(SKEWED))
    yield case("describe", {"data": [[x, 2 * x + 1] for x in SMALL]},
               {"/columns/x2" + k: v for k, v in describe([2 * x + 1 for x in SMALL]).items()})
    yield case("describe", {"data": {"a": SMALL, "b/c": TIED[:6]}}, {"/columns/b~1c" + k: v for k, v in describe(TIED[:6]).items()})
    yield case("describe", {"data": SMALL, "weights": WEIGHTS}, weighted(SMALL, WEIGHTS))
    yield case("describe", {"data": SMALL, "weights": WEIGHTS, "weightKind": "reliability"}, reliability(SMALL, WEIGHTS))
    p = [0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 0.975, 1]
    for kind in range(1, 10):
        for data in (SMALL, TIED, SKEWED):
            yield case("quantile", {"data": data, "probabilities": p, "type": kind},
                       {"/values": r("quantile(%s, %s, type=%d, names=FALSE)" % (vector(data), vector(p), kind))})
        yield case("quantile", {"data": SMALL, "weights": WEIGHTS, "probabilities": p, "type": kind},
                   {"/values": r("quantile(%s, %s, type=%d, names=FALSE)" % (vector(repeated(SMALL, WEIGHTS)), vector(p), kind))})
    for rule, name in (("auto", "auto"), ("fd", "freedman-diaconis"), ("scott", "scott"), ("sturges", "sturges"), ("doane", "doane"),
                       ("rice", "rice"), ("sqrt", "sqrt")):
        yield case("histogram", {"data": SKEWED, "bins": name}, histogram(SKEWED, rule))
        yield case("histogram", {"data": TIED, "bins": name}, histogram(TIED, rule))
    yield case("histogram", {"data": TIED, "bins": [1, 2, 4]}, histogram(TIED, [1, 2, 4]))
    yield case("histogram", {"data": TIED, "bins": 5, "lower": 0, "upper": 5}, histogram(TIED, 5, range=(0, 5)))
    right = r("hist(%s, breaks=c(0,1,2,3,5), plot=FALSE)$counts" % vector(TIED))
    yield case("histogram", {"data": TIED, "bins": [0, 1, 2, 3, 5], "closed": "right"}, {"/counts": right})
    at = [-1.0, 0.0, 0.5, 2.0, 5.0, 9.0]
    for rule, code in (("silverman", "bw.nrd0"), ("scott", "bw.nrd")):
        h = r("%s(%s)" % (code, vector(SKEWED)))[0]
        yield case("kde", {"data": SKEWED, "bandwidth": rule, "at": at}, {"/bandwidth": h, "/density": density(SKEWED, at, h)})
    h = sheather_jones(SKEWED)
    yield case("kde", {"data": SKEWED, "bandwidth": "sheather-jones", "at": at},
               {"/bandwidth": h, "/density": density(SKEWED, at, h)}, 1e-11)
    yield case("kde", {"data": SMALL, "bandwidth": 0.7, "at": at, "weights": WEIGHTS}, {"/density": density(SMALL, at, 0.7, WEIGHTS)})
    reflected = [d if t >= 0 else 0 for t, d in zip(at, (np.array(density(SKEWED, at, 0.6)) + density(SKEWED, [-t for t in at], 0.6)).tolist())]
    yield case("kde", {"data": SKEWED, "bandwidth": 0.6, "at": at, "lower": 0}, {"/density": reflected})
    for kernel in ("epanechnikov", "rectangular", "triangular", "biweight", "cosine"):
        exact = r("{d<-density(%s,bw=0.6,kernel='%s',n=2,from=0.5,to=2);k<-function(u){%s};sapply(c(0.5,2),function(t)mean(k((t-%s)/0.6))/0.6)}"
                  % (vector(SKEWED), kernel, {
                      "epanechnikov": "a<-sqrt(5);ifelse(abs(u)<a,3/4*(1-(u/a)^2)/a,0)",
                      "rectangular": "a<-sqrt(3);ifelse(abs(u)<a,.5/a,0)",
                      "triangular": "a<-sqrt(6);ifelse(abs(u)<a,(1-abs(u)/a)/a,0)",
                      "biweight": "a<-sqrt(7);ifelse(abs(u)<a,15/16*(1-(u/a)^2)^2/a,0)",
                      "cosine": "a<-1/sqrt(1/3-2/pi^2);ifelse(abs(u)<a,(1+cos(pi*u/a))/(2*a),0)"}[kernel], vector(SKEWED)))
        yield case("kde", {"data": SKEWED, "bandwidth": 0.6, "kernel": kernel, "at": [0.5, 2]}, {"/density": exact})
    yield case("ecdf", {"data": TIED}, {"/x": [1, 2, 3, 4], "/p": [0.1, 0.3, 0.6, 1.0], "/margin": float(np.sqrt(np.log(40) / 20))})
    yield case("ecdf", {"data": TIED, "at": [0, 2.5, 9], "level": 0.9},
               {"/p": [0, 0.3, 1], "/lower": [0, 0, 1 - float(np.sqrt(np.log(20) / 20))], "/margin": float(np.sqrt(np.log(20) / 20))})
    q1, q3 = np.quantile(FAR, [0.25, 0.75])
    yield case("outliers", {"data": FAR}, {"/indices": [7], "/bounds/lower": float(q1 - 1.5 * (q3 - q1)), "/bounds/upper": float(q3 + 1.5 * (q3 - q1))})
    m, s = float(np.mean(FAR)), float(np.std(FAR, ddof=1))
    yield case("outliers", {"data": FAR, "method": "z", "threshold": 2.5},
               {"/indices": [7], "/bounds/lower": m - 2.5 * s, "/bounds/upper": m + 2.5 * s})
    mad = float(stats.median_abs_deviation(FAR, scale="normal"))
    yield case("outliers", {"data": FAR, "method": "modified-z"},
               {"/indices": [7], "/bounds/upper": float(np.median(FAR)) + 3.5 * mad})
    g, critical = grubbs(FAR, 0.05)
    yield case("outliers", {"data": FAR, "method": "grubbs"}, {"/indices": [7], "/tests/0/statistic": g, "/tests/0/criticalValue": critical}, 1e-12)
    # NIST/SEMATECH e-Handbook 1.3.5.17.3: Rosner's data, three outliers, R1 = 3.119, lambda1 = 3.159, R2 = 2.943, R3 = 3.179, R4 = 2.810
    yield case("outliers", {"data": ROSNER, "method": "generalized-esd"},
               {"/indices": [51, 52, 53], "/tests/0/statistic": 3.119, "/tests/0/criticalValue": 3.159, "/tests/1/statistic": 2.943,
                "/tests/2/statistic": 3.179, "/tests/3/statistic": 2.810}, 2e-4)


def main():
    lines = ",\n".join("    " + json.dumps(c) for c in cases())
    print('{\n  "source": "R 4.2.2, NumPy 1.24.2, SciPy 1.10.1, mpmath 1.2.1; Rosner\'s data from the NIST/SEMATECH e-Handbook, 1.3.5.17.3",')
    print('  "script": "descriptions.py",\n  "cases": [\n' + lines + "\n  ]\n}")


main()
