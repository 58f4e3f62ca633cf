"""Power of the tests with mpmath at 30 digits: critical values from incomplete beta and gamma functions, noncentral distributions as
expectations over a chi (t) or as Poisson mixtures (F, chi-square).

Run: python3 power.py > power.json
"""
import json

from mpmath import mp, mpf, sqrt, exp, log, quad, gamma, loggamma, betainc, gammainc, findroot, erfc, asin, atanh, pi
from scipy import stats  # where the searches begin

mp.dps = 30


def phi(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def t_upper(t, nu):
    return betainc(nu / 2, mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2


def t_critical(p, nu):
    start = mpf(stats.t.isf(float(p), float(nu)))
    return findroot(lambda t: log(t_upper(t, nu)) - log(p), (start, start * mpf("1.0001")), tol=1e-25)


def z_critical(p):
    start = mpf(stats.norm.isf(float(p)))
    return findroot(lambda z: log(1 - phi(z)) - log(p), (start, start * mpf("1.0001")), tol=1e-25)


def noncentral_t_upper(t, nu, delta):
    c = log(2) + nu / 2 * log(nu / 2) - loggamma(nu / 2)
    f = lambda s: phi(delta - t * s) * exp(c + (nu - 1) * log(s) - nu * s * s / 2) if s > 0 else mpf(0)
    w = 1 / sqrt(2 * nu)
    return quad(f, [mpf(0)] + [1 + k * w for k in range(-12, 40, 2) if 1 + k * w > 0] + [1 + 60 * w])


def t_power(d, n, alpha, alternative, ratio=None):
    nu = n - 1 if ratio is None else n * (1 + ratio) - 2
    delta = d * sqrt(n if ratio is None else n * ratio / (1 + ratio))
    if alternative == "less":
        delta = -delta
    c = t_critical(alpha / 2 if alternative == "two-sided" else alpha, nu)
    power = noncentral_t_upper(c, nu, delta)
    return power + noncentral_t_upper(c, nu, -delta) if alternative == "two-sided" else power


def z_power(h, n, alpha, alternative, ratio=None):
    delta = h * sqrt(n if ratio is None else n * ratio / (1 + ratio))
    if alternative == "less":
        delta = -delta
    c = z_critical(alpha / 2 if alternative == "two-sided" else alpha)
    return phi(delta - c) + (phi(-delta - c) if alternative == "two-sided" else 0)


def mixture(lam, lower):
    total, j, weight, mass = mpf(0), 0, exp(-lam / 2), mpf(0)
    while 1 - mass > mpf(10) ** -27:
        total += weight * lower(j)
        mass += weight
        j += 1
        weight *= lam / 2 / j
    return total


def anova_power(f, n, alpha, k):
    a, b = mpf(k - 1) / 2, k * (n - 1) / 2
    upper = lambda x: 1 - betainc(a, b, 0, x, regularized=True)
    start = mpf(stats.beta.isf(float(alpha), float(a), float(b)))
    x = findroot(lambda x: upper(x) - alpha, (start, start * mpf("1.0001")), tol=1e-25)
    return 1 - mixture(f * f * k * n, lambda j: betainc(a + j, b, 0, x, regularized=True))


def chi_power(w, n, alpha, nu):
    upper = lambda x: gammainc(nu / 2, x / 2, regularized=True)
    start = mpf(stats.chi2.isf(float(alpha), float(nu)))
    x = findroot(lambda x: log(upper(x)) - log(alpha), (start, start * mpf("1.0001")), tol=1e-25)
    return mixture(w * w * n, lambda j: gammainc(nu / 2 + j, x / 2, regularized=True))


def r_power(r, n, alpha, alternative):
    t = t_critical(alpha / 2 if alternative == "two-sided" else alpha, n - 2)
    zc = atanh(t / sqrt(t * t + n - 2))
    r = -r if alternative == "less" else r
    z = atanh(r) + r / (2 * (n - 1))
    root = sqrt(n - 3)
    return phi((z - zc) * root) + (phi((-z - zc) * root) if alternative == "two-sided" else 0)


cases = []


def add(test, power, **q):
    cases.append({"test": test, "request": q, "power": mp.nstr(power, 18)})


m = mpf
for d, n, a, alt in ((0.5, 34.0, 0.05, "two-sided"), (0.2, 10.5, 0.01, "greater"), (-0.8, 20.0, 0.05, "less"), (1.5, 4.0, 0.1, "two-sided"), (0.01, 5000.0, 0.05, "two-sided")):
    add("t-one-sample", t_power(m(d), m(n), m(a), alt), effectSize=d, sampleSize=n, alpha=a, alternative=alt)
for d, n, a, alt, r in ((0.5, 64.0, 0.05, "two-sided", 1.0), (0.3, 40.0, 0.05, "greater", 2.5), (2.0, 3.0, 0.01, "two-sided", 1.0)):
    add("t-two-sample", t_power(m(d), m(n), m(a), alt, m(r)), effectSize=d, sampleSize=n, alpha=a, alternative=alt, ratio=r)
for h, n, a, alt in ((0.3, 100.0, 0.05, "two-sided"), (-0.2, 150.0, 0.01, "less")):
    add("proportion-one-sample", z_power(m(h), m(n), m(a), alt), effectSize=h, sampleSize=n, alpha=a, alternative=alt)
add("proportion-two-sample", z_power(m(0.25), m(120), m(0.05), "two-sided", m(1.5)), effectSize=0.25, sampleSize=120.0, alpha=0.05, ratio=1.5)
for f, n, a, k in ((0.25, 45.0, 0.05, 4), (0.1, 30.0, 0.01, 3), (0.8, 5.5, 0.05, 2)):
    add("anova", anova_power(m(f), m(n), m(a), k), effectSize=f, sampleSize=n, alpha=a, groups=k)
for w, n, a, nu in ((0.3, 100.0, 0.05, 3.0), (0.1, 500.0, 0.01, 1.0), (0.05, 2000.0, 0.05, 12.0)):
    add("chi-square", chi_power(m(w), m(n), m(a), m(nu)), effectSize=w, sampleSize=n, alpha=a, degreesOfFreedom=nu)
for r, n, a, alt in ((0.3, 84.0, 0.05, "two-sided"), (-0.5, 20.0, 0.01, "less"), (0.9, 6.0, 0.05, "greater")):
    add("correlation", r_power(m(r), m(n), m(a), alt), effectSize=r, sampleSize=n, alpha=a, alternative=alt)

print('{"source": "mpmath %s, 30 digits", "script": "power.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
