"""Conjugate posteriors with mpmath at 20 digits, from prior and likelihood alone: the marginal likelihood is the integral of their
product (not the closed form), the posterior their quotient by it; mean, variance and the probability within the intervals' ends are
integrals of that posterior (of the normal-inverse-gamma family the marginal likelihood only). Ends of equal-tailed intervals are roots of its distribution function.

Run: python3 conjugates.py > conjugates.json
"""
import json

from mpmath import mp, mpf, binomial, exp, factorial, findroot, gamma, log, pi, quad, sqrt, beta, inf, linspace

mp.dps = 20


def posterior(density, panels):
    """Marginal likelihood, mean, variance and 95 % interval of an unnormalized density in x."""
    z = quad(density, panels)
    mean = quad(lambda x: x * density(x), panels) / z
    variance = quad(lambda x: (x - mean) ** 2 * density(x), panels) / z

    def end(p):
        below = mpf(0)
        for lo, hi in zip(panels, panels[1:]):
            part = quad(density, [lo, hi]) / z
            if below + part > p:
                return findroot(lambda x: below + quad(density, [lo, x]) / z - p, (lo + (hi - lo) / 10 ** 9, hi), solver="illinois", tol=1e-16)
            below += part

    return z, mean, variance, end(mpf("0.025")), end(mpf("0.975"))


def case(path, request, density, panels, null=None, null_likelihood=None):
    z, mean, variance, lower, upper = posterior(density, panels)
    s = lambda v: mp.nstr(v, 18)
    expected = {"/logMarginalLikelihood": s(log(z)), "/mean": s(mean), "/variance": s(variance),
                "/credibleInterval/lower": s(lower), "/credibleInterval/upper": s(upper)}
    if null_likelihood is not None:
        expected["/bayesFactor/forNull"] = s(null_likelihood / z)
    return {"path": path, "request": request, "expected": expected}


def beta_binomial(a, b, s, n, null):
    prior = lambda t: t ** (mpf(a) - 1) * (1 - t) ** (mpf(b) - 1) / beta(a, b)
    likelihood = lambda t: binomial(n, s) * t ** s * (1 - t) ** (n - s)
    m = mpf(s + a) / (n + a + b)
    panels = sorted({mpf(0), m / 4, m / 2, m, (1 + m) / 2, (3 + m) / 4, mpf(1)})
    return case("beta-binomial", {"prior": {"alpha": a, "beta": b}, "data": {"successes": s, "trials": n}, "nullValue": null},
                lambda t: prior(t) * likelihood(t), panels, null, likelihood(mpf(null)))


def gamma_poisson(a, b, counts, null):
    prior = lambda x: mpf(b) ** a * x ** (mpf(a) - 1) * exp(-b * x) / gamma(a)

    def likelihood(x):
        value = mpf(1)
        for k in counts:
            value *= x ** k * exp(-x) / factorial(k)
        return value

    m = (a + mpf(sum(counts))) / (b + len(counts))
    panels = [mpf(0), m / 8, m / 4, m / 2, m, 2 * m, 4 * m, 10 * m, 40 * m]
    return case("gamma-poisson", {"prior": {"shape": a, "rate": b}, "data": counts, "nullValue": null},
                lambda x: prior(x) * likelihood(x), panels, null, likelihood(mpf(null)))


def normal(x, m, v):
    return exp(-(x - m) ** 2 / (2 * v)) / sqrt(2 * pi * v)


def normal_normal(m, tau, sigma, data, null):
    data = [mpf(x) for x in data]

    def likelihood(mu):
        value = mpf(1)
        for x in data:
            value *= normal(x, mu, mpf(sigma) ** 2)
        return value

    centre = sum(data) / len(data)
    width = mpf(sigma) / sqrt(len(data))
    panels = [centre + k * width for k in (-40, -20, -10, -5, -2, 0, 2, 5, 10, 20, 40)]
    return case("normal-normal", {"prior": {"mean": m, "standardDeviation": tau}, "data": [float(x) for x in data], "standardDeviation": sigma, "nullValue": null},
                lambda mu: normal(mu, m, mpf(tau) ** 2) * likelihood(mu), panels, null, likelihood(mpf(null)))


def normal_inverse_gamma(m, kappa, a, b, data):
    """The variance is integrated out numerically."""
    data = [mpf(x) for x in data]
    n, centre = len(data), sum(map(mpf, data)) / len(data)

    def density(mu):
        squares = sum((x - mu) ** 2 for x in data) + kappa * (mu - m) ** 2
        # int over v of v^(-a-1) e^(-b/v) v^(-(n+1)/2) e^(-squares/(2v)) dv, by v = e^u
        p = a + mpf(n + 1) / 2
        c = b + squares / 2
        top = log(c / p)
        inner = quad(lambda u: exp(-p * u - c * exp(-u)), linspace(top - 4, top + 12, 5))
        return inner * mpf(b) ** a / gamma(a) * sqrt(mpf(kappa)) / sqrt(2 * pi) ** (n + 1)

    width = sqrt(sum((x - centre) ** 2 for x in data) / n) / 2
    z = quad(density, [centre + k * width for k in (-100, -10, 0, 10, 100)])
    return {"path": "normal-inverse-gamma", "request": {"prior": {"mean": m, "kappa": kappa, "shape": a, "scale": b}, "data": [float(x) for x in data]},
            "expected": {"/logMarginalLikelihood": mp.nstr(log(z), 18)}}


if __name__ == "__main__":
    import mpmath
    cases = [beta_binomial(2, 2, 7, 10, 0.5), beta_binomial(0.5, 0.5, 3, 4, 0.9), beta_binomial(30, 12, 40, 90, 0.6), beta_binomial(1, 1, 0, 5, 0.25),
             gamma_poisson(2, 1, [3, 4, 2, 5], 3), gamma_poisson(0.5, 0.25, [0, 1, 0], 1), gamma_poisson(40, 8, [6, 3, 9, 11, 2], 4),
             normal_normal(5, 0.2, 0.5, [5.1, 4.9, 5.6], 5), normal_normal(-3, 10, 2, [1, 2, 4, 8], 0)]
    cases.append(normal_inverse_gamma(5, 1, 4, 0.5, [5.1, 4.9, 5.6, 5.2, 5.3, 5.0]))
    print(json.dumps({"source": "mpmath %s, 20 digits" % mpmath.__version__, "script": "conjugates.py", "cases": cases}, indent=1))
