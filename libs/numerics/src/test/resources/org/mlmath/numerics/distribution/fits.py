"""Maximum likelihood fits with mpmath at 30 digits: the root of the score, standard errors from the observed information.

Run: python3 fits.py > fits.json
"""
import json

from mpmath import mp, mpf, log, loggamma, log1p, pi, findroot, matrix, diff, sqrt, exp

mp.dps = 40


def student(p, x):
    v, m, s = p
    return loggamma((v + 1) / 2) - loggamma(v / 2) - log(v * pi) / 2 - log(s) - (v + 1) / 2 * log1p(((x - m) / s) ** 2 / v)


def chi_square(p, x):
    v = p[0]
    return (v / 2 - 1) * log(x) - x / 2 - v / 2 * log(2) - loggamma(v / 2)


def fisher(p, x):
    a, b = p[0] / 2, p[1] / 2
    return a * log(a * x / b) - (a + b) * log1p(a * x / b) - log(x) + loggamma(a + b) - loggamma(a) - loggamma(b)


def normal(p, x):
    return -((x - p[0]) / p[1]) ** 2 / 2 - log(p[1]) - log(2 * pi) / 2


def fit(family, names, f, data, start, fixed):
    free = [i for i, n in enumerate(names) if n not in fixed]
    xs = [mpf(x) for x in data]

    def full(theta):
        p = [mpf(fixed[n]) if n in fixed else None for n in names]
        for i, t in zip(free, theta):
            p[i] = t
        return p

    ll = lambda *theta: sum(f(full(theta), x) for x in xs)
    k = len(free)

    def unit(i):
        return tuple(1 if j == i else 0 for j in range(k))

    def gradient(*theta):
        return [diff(ll, theta, unit(i)) for i in range(k)]

    root = findroot(lambda *t: gradient(*t), [mpf(start[i]) for i in free]) if k > 1 else findroot(lambda t: gradient(t)[0], mpf(start[free[0]]))
    theta = list(root) if k > 1 else [root]
    info = matrix(k, k)
    for i in range(k):
        for j in range(k):
            order = tuple(unit(i)[q] + unit(j)[q] for q in range(k))
            info[i, j] = -diff(ll, tuple(theta), order)
    cov = info ** -1
    p = full(theta)
    return {
        "family": family,
        "data": data,
        "fixed": fixed,
        "parameters": {n: mp.nstr(v, 18) for n, v in zip(names, p)},
        "standardErrors": {names[i]: mp.nstr(sqrt(cov[j, j]), 18) for j, i in enumerate(free)},
        "logLikelihood": mp.nstr(ll(*theta), 18),
    }


def gamma(p, x):
    return p[0] * log(p[1]) + (p[0] - 1) * log(x) - p[1] * x - loggamma(p[0])


def inverse_gamma(p, x):
    return p[0] * log(p[1]) - (p[0] + 1) * log(x) - p[1] / x - loggamma(p[0])


def beta(p, x):
    return (p[0] - 1) * log(x) + (p[1] - 1) * log1p(-x) + loggamma(p[0] + p[1]) - loggamma(p[0]) - loggamma(p[1])


def weibull(p, x):
    return log(p[0] / p[1]) + (p[0] - 1) * log(x / p[1]) - (x / p[1]) ** p[0]


def log_normal(p, x):
    return normal(p, log(x)) - log(x)


def exponential(p, x):
    return log(p[0]) - p[0] * x


def rayleigh(p, x):
    return log(x) - 2 * log(p[0]) - (x / p[0]) ** 2 / 2


def cauchy(p, x):
    return -log(pi * p[1]) - log1p(((x - p[0]) / p[1]) ** 2)


def logistic(p, x):
    z = (x - p[0]) / p[1]
    return -z - 2 * log1p(exp(-z)) - log(p[1])


def gumbel(p, x):
    z = (x - p[0]) / p[1]
    return -z - exp(-z) - log(p[1])


def von_mises(p, x):
    return p[1] * mp.cos(x - p[0]) - log(2 * pi * mp.besseli(0, p[1]))


def geometric(p, k):
    return log(p[0]) + (k - 1) * log1p(-p[0])


def poisson(p, k):
    return k * log(p[0]) - p[0] - loggamma(k + 1)


def negative_binomial(p, k):
    return loggamma(k + p[0]) - loggamma(k + 1) - loggamma(p[0]) + p[0] * log(p[1]) + k * log1p(-p[1])


def beta_binomial(p, k):
    n, a, b = p
    lb = lambda u, v: loggamma(u) + loggamma(v) - loggamma(u + v)
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + lb(k + a, n - k + b) - lb(a, b)


heavy = [-3.1, 0.2, 0.5, -0.4, 1.1, 12.5, -0.9, 0.05, 0.7, -1.6, 2.3, -7.8, 0.3, -0.2, 1.4, 0.0, -0.6, 0.9, 4.4, -2.2]
positive = [0.3, 1.2, 2.5, 4.4, 0.9, 3.3, 7.1, 1.8, 0.05, 2.2, 5.0, 1.1]
shares = [0.05, 0.4, 0.33, 0.72, 0.18, 0.5, 0.11, 0.27, 0.61, 0.44]
angles = [0.1, 0.9, -0.4, 1.3, 0.6, 0.2, -1.1, 2.2, 0.7, 0.35]
ratios = [0.2, 0.9, 1.4, 0.6, 2.7, 1.1, 0.35, 0.8, 5.2, 1.9, 0.75, 1.05, 0.5, 3.1, 0.15, 1.3]
t = ["degreesOfFreedom", "location", "scale"]
d = ["numeratorDegreesOfFreedom", "denominatorDegreesOfFreedom"]
cases = [
    fit("student-t", t, student, heavy, [1.5, 0.1, 1], {}),
    fit("student-t", t, student, heavy, [1.5, 0.1, 1], {"degreesOfFreedom": 4.0}),
    fit("student-t", t, student, heavy, [1.5, 0.1, 1], {"location": 0.0}),
    fit("chi-square", ["degreesOfFreedom"], chi_square, positive, [2], {}),
    fit("f", d, fisher, ratios, [4, 8], {}),
    fit("f", d, fisher, ratios, [4, 8], {"denominatorDegreesOfFreedom": 10.0}),
    fit("normal", ["mean", "standardDeviation"], normal, heavy, [0.4, 3.8], {}),
    fit("normal", ["mean", "standardDeviation"], normal, heavy, [0.4, 3.8], {"mean": 1.0}),
    fit("gamma", ["shape", "rate"], gamma, positive, [1, 0.5], {}),
    fit("gamma", ["shape", "rate"], gamma, positive, [1, 0.5], {"rate": 0.5}),
    fit("inverse-gamma", ["shape", "scale"], inverse_gamma, ratios, [1.5, 1], {}),
    fit("beta", ["alpha", "beta"], beta, shares, [1, 2], {}),
    fit("weibull", ["shape", "scale"], weibull, positive, [1.2, 2.5], {}),
    fit("log-normal", ["logMean", "logStandardDeviation"], log_normal, ratios, [0, 1], {}),
    fit("exponential", ["rate"], exponential, positive, [0.4], {}),
    fit("rayleigh", ["scale"], rayleigh, positive, [2.2], {}),
    fit("cauchy", ["location", "scale"], cauchy, heavy, [0.1, 0.9], {}),
    fit("logistic", ["location", "scale"], logistic, heavy, [0.1, 1.7], {}),
    fit("gumbel", ["location", "scale"], gumbel, heavy, [-1, 3], {}),
    fit("von-mises", ["mean", "concentration"], von_mises, angles, [0.4, 2], {}),
    fit("geometric", ["probability"], geometric, [1, 3, 2, 7, 1, 1, 4], [0.4], {}),
    fit("poisson", ["rate"], poisson, [0, 3, 2, 7, 1, 1, 4], [2.5], {}),
    fit("negative-binomial", ["successes", "probability"], negative_binomial, [0, 3, 12, 7, 1, 1, 4, 0, 2], [0.9, 0.2], {}),
    fit("beta-binomial", ["trials", "alpha", "beta"], beta_binomial, [0, 3, 12, 7, 1, 1, 4, 0, 2, 9], [12, 0.6, 1.2], {"trials": 12.0}),
]
print('{"source": "mpmath %s, 40 digits", "script": "fits.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
