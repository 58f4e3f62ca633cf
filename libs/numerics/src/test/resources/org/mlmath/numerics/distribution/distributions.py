"""Densities, both tails and their logarithms of every family, with mpmath at 50 digits.

Incomplete gamma and beta functions are summed from their series of positive terms, or integrated from the logarithm of the
density where the parameters are large; each tail for itself, so that neither loses digits. Parameters and points are the
doubles that Java reads.

Run: python3 distributions.py > distributions.json
"""
import json
import random

from mpmath import mp, mpf, log, exp, loggamma, log1p, sqrt, quad, digamma, findroot, inf, erfc, pi, npdf

mp.dps = 50
HUGE = 3000


def positive_series(ratio):
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** -(mp.dps + 3):
        term *= ratio(n)
        total += term
        n += 1
    return total


def integral(log_f, a, b):
    """log of the integral of exp(log_f) from a to b, a the end where it is largest on its side, cut in pieces of its own scale."""
    top = log_f(a)
    direction = 1 if b > a else -1
    # scale: where log_f has fallen by 1
    step = mpf(1)
    span = abs(b - a) if b != inf else mpf(10) ** 6
    lo, hi = mpf(0), span
    for _ in range(200):
        mid = (lo + hi) / 2
        if log_f(a + direction * mid) < top - 1:
            hi = mid
        else:
            lo = mid
        if hi - lo < hi / 100:
            break
    scale = hi
    total = mpf(0)
    start = mpf(0)
    width = scale
    while start < span:
        end = min(start + width, span)
        piece = abs(quad(lambda u: exp(log_f(a + direction * u) - top), [start, end]))
        total += piece
        if piece < total * mpf(10) ** -40:
            break
        start = end
    return top + log(total)


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def beta_lower(a, b, x, y):
    """log I_x(a, b), for itself."""
    if a + b > HUGE and x < a / (a + b) and min(a, b) > 2:
        return integral(lambda t: (a - 1) * log(t) + (b - 1) * log1p(-t), x, mpf(0)) - log_beta(a, b)
    if x <= mpf("0.9") or b > 1:
        front = a * log(x) + b * log(y) - log(a) - log_beta(a, b)
        if x * (a + b + 1) / (a + 2) < 1 or a + b < HUGE:
            return front + log(positive_series(lambda n: x * (a + b + n) / (a + 1 + n)))
    return None


def beta_tails(a, b, x, y):
    if x == 0:
        return -inf, mpf(0)
    low = beta_lower(a, b, x, y) if x <= mpf("0.9") and x <= (a + 1) / (a + b + 2) + mpf("0.05") or y > mpf("0.5") and a + b < HUGE else None
    high = beta_lower(b, a, y, x) if low is None or exp(low) > mpf("1e-20") and y <= mpf("0.9") else None
    if low is None and high is None:
        raise ValueError((a, b, x))
    if low is None or (high is not None and high < low):
        return log1p(-exp(high)), high
    if high is None or low < log(mpf("0.9")):
        return low, log1p(-exp(low))
    mp.dps = 110
    low = beta_lower(a, b, x, 1 - x)
    high = log1p(-exp(low))
    mp.dps = 50
    return +low, +high


def gamma_tails(a, x):
    if x == 0:
        return -inf, mpf(0)
    if a > HUGE:
        f = lambda t: (a - 1) * log(t) - t
        if x < a:
            low = integral(f, x, mpf(0)) - loggamma(a)
            return low, log1p(-exp(low))
        high = integral(f, x, inf) - loggamma(a)
        return log1p(-exp(high)), high
    front = a * log(x) - x - loggamma(a + 1)
    extra = int(max(0, -front / log(10))) + 20 if x > a else 20
    mp.dps = 50 + extra
    front = a * log(x) - x - loggamma(a + 1)
    low = front + log(positive_series(lambda n: x / (a + 1 + n)))
    high = log1p(-exp(low)) if low < 0 else -inf
    mp.dps = 50
    return +low, +high


class Normal:
    name = "normal"
    members = [(0, 1), (3, 0.25), (-1e6, 1e-3), (0, 1e150)]
    names = ["mean", "standardDeviation"]

    def points(self, p):
        m, s = p
        return [m + s * z for z in (-1e5, -300.0, -40.0, -38.3, -20.0, -9.0, -3.0, -1.0, -1e-3, -1e-12, 0.0, 0.3, 1.0, 6.0, 8.3, 20.0, 38.4, 40.0)]

    def log_density(self, p, x):
        m, s = map(mpf, p)
        return -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2

    def tails(self, p, x):
        m, s = map(mpf, p)
        z = (x - m) / s / sqrt(mpf(2))
        if abs(z) > 1000:
            # asymptotic series of erfc; its terms fall below 1e-60 here
            t, total, n = mpf(1), mpf(1), 0
            while abs(t) > mpf(10) ** -60:
                n += 1
                t *= -(2 * n - 1) / (2 * z * z)
                total += t
            small = -z * z - log(abs(z)) - log(pi) / 2 + log(total / 2)
        else:
            small = log(erfc(abs(z)) / 2)
        large = log1p(-exp(small))
        return (small, large) if z <= 0 else (large, small)


class StudentT:
    name = "student-t"
    members = [(0.1, 0, 1), (0.5, 0, 1), (1, 0, 1), (2, 0, 1), (3.7, 1.5, 0.25), (30, 0, 1), (1e3, 0, 1), (1e7, 0, 1), (1e10, 0, 1)]
    names = ["degreesOfFreedom", "location", "scale"]

    def points(self, p):
        v, m, s = p
        return [m + s * t for t in (-1e200, -1e20, -1e6, -1000.0, -37.0, -10.0, -5.0, -2.0, -1.0, -0.99, -0.1, -1e-6, 0.0, 1e-3, 0.5, 1.5, 4.0, 25.0, 1e3, 1e9, 1e160)]

    def log_density(self, p, x):
        v, m, s = map(mpf, p)
        t = (x - m) / s
        return loggamma((v + 1) / 2) - loggamma(v / 2) - log(v * pi) / 2 - log(s) - (v + 1) / 2 * log1p(t * t / v)

    def tails(self, p, x):
        v, m, s = map(mpf, p)
        t = abs((x - m) / s)
        if t == 0:
            return log(mpf(1) / 2), log(mpf(1) / 2)
        if v > HUGE:
            # integrate in u = log t
            f = lambda u: u + loggamma((v + 1) / 2) - loggamma(v / 2) - log(v * pi) / 2 - (v + 1) / 2 * log1p(exp(2 * u) / v)
            if t > 2:
                small = integral(f, log(t), log(t) + 60)
            else:
                c = exp(loggamma((v + 1) / 2) - loggamma(v / 2)) / sqrt(v * pi)
                middle = quad(lambda w: c * exp(-(v + 1) / 2 * log1p(w * w / v)), [0, t / 2, t])
                small = log(mpf(1) / 2 - middle)
        else:
            small = beta_tails(v / 2, mpf(1) / 2, v / (v + t * t), t * t / (v + t * t))[0] - log(2)
        large = log1p(-exp(small))
        return (small, large) if x <= m else (large, small)


class ChiSquare:
    name = "chi-square"
    members = [(2e-5,), (0.01,), (0.5,), (1,), (2,), (3,), (10,), (150.5,), (2000,), (1e6,), (2e9,)]
    names = ["degreesOfFreedom"]

    def points(self, p):
        v = p[0]
        s = (2 * v) ** 0.5
        around = [v + s * z for z in (-25.0, -10.0, -6.0, -2.0, -0.5, 0.0, 0.7, 3.0, 6.0, 11.0, 30.0)]
        fixed = [1e-300, 1e-30, 1e-5, 0.1, 1.0, 2.0, 5.0, 20.0, 100.0, 1400.0, 3000.0] if v < 3000 else []
        return [x for x in around + fixed if x > 0]

    def log_density(self, p, x):
        v = mpf(p[0])
        return (v / 2 - 1) * log(x) - x / 2 - v / 2 * log(2) - loggamma(v / 2)

    def tails(self, p, x):
        return gamma_tails(mpf(p[0]) / 2, x / 2)


class FisherF:
    name = "f"
    members = [(1, 1), (2, 5), (5, 2), (0.1, 3), (3, 0.1), (10, 20), (1, 1000), (120.5, 7), (1e6, 1e6), (3, 1e8)]
    names = ["numeratorDegreesOfFreedom", "denominatorDegreesOfFreedom"]

    def points(self, p):
        a, b = p
        if a + b > HUGE and min(a, b) > 100:
            s = (2 / a + 2 / b) ** 0.5
            return [1 + s * z for z in (-30.0, -8.0, -2.0, -0.3, 0.0, 1e-6, 1.0, 5.0, 12.0, 40.0)]
        if a + b > HUGE:
            return [1e-30, 1e-6, 0.05, 0.5, 1.0, 2.5, 8.0, 40.0, 200.0]
        return [1e-100, 1e-12, 1e-3, 0.1, 0.5, 0.999, 1.0, 1.5, 4.0, 30.0, 1e3, 1e8, 1e60]

    def log_density(self, p, x):
        a, b = mpf(p[0]) / 2, mpf(p[1]) / 2
        r = a * x / b
        return a * log(r) - (a + b) * log1p(r) - log(x) - log_beta(a, b)

    def tails(self, p, x):
        a, b = mpf(p[0]) / 2, mpf(p[1]) / 2
        if b > HUGE and a < 100:
            # integrate in u = log x
            f = lambda u: u + self.log_density(p, exp(u))
            mode = mpf(0)
            if x > 1:
                small = integral(f, log(x), log(x) + 60)
                return log1p(-exp(small)), small
            small = integral(f, log(x), log(x) - 200) if x < mpf("0.9") else log(quad(lambda w: exp(self.log_density(p, w)), [0, x / 2, x]))
            return small, log1p(-exp(small))
        r = a * x / b
        return beta_tails(a, b, r / (1 + r), 1 / (1 + r))


class Binomial:
    name = "binomial"
    members = [(1, 0.3), (10, 0.5), (50, 0.3), (1000, 1e-3), (1000, 0.999), (100000, 0.2), (1e9, 0.5), (1e9, 1e-7), (1e12, 0.3)]
    names = ["trials", "probability"]

    def points(self, p):
        n, q = p
        s = (n * q * (1 - q)) ** 0.5
        ks = {round(n * q + s * z) for z in (-40, -15, -6, -2, -0.5, 0, 0.4, 1, 3, 7, 12, 45)} | {0, 1, n - 1, n}
        return [float(k) for k in sorted(ks) if 0 <= k <= n and not (n > HUGE and k in (1, n - 1) and 0)]

    def log_density(self, p, k):
        n, q = map(mpf, p)
        return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(q) + (n - k) * log1p(-q)

    def tails(self, p, k):
        n, q = map(mpf, p)
        if k == n:
            return mpf(0), -inf
        if n * min(q, 1 - q) <= HUGE and n <= 1000000 or k * 1 < 60 or n - k < 60 or n * q < 1000:
            below = k < n * q
            term = total = mpf(1)
            j = k if below else k + 1
            first = self.log_density(p, j)
            while term > total * mpf(10) ** -55:
                term *= (j / (n - j + 1) * (1 - q) / q) if below else ((n - j) / (j + 1) * q / (1 - q))
                total += term
                j += -1 if below else 1
            small = first + log(total)
            large = log1p(-exp(small))
            return (small, large) if below else (large, small)
        a, b, x = k + 1, n - k, q
        f = lambda t: (a - 1) * log(t) + (b - 1) * log1p(-t)
        if x < a / (a + b):
            high = integral(f, x, mpf(0)) - log_beta(a, b)
            return log1p(-exp(high)), high
        low = integral(f, x, mpf(1)) - log_beta(a, b)
        return low, log1p(-exp(low))


def number(v):
    if v == -inf:
        return "-Infinity"
    if v == inf:
        return "Infinity"
    return mp.nstr(v, 20, min_fixed=1, max_fixed=0) if v != 0 else "0"


cases = []
for family in (Normal(), StudentT(), ChiSquare(), FisherF(), Binomial()):
    for member in family.members:
        for x in family.points(member):
            low, high = family.tails(member, mpf(x))
            cases.append({
                "family": family.name,
                "parameters": {n: float(v) for n, v in zip(family.names, member)},
                "x": repr(float(x)),
                "logDensity": number(family.log_density(member, mpf(x))),
                "logCdf": number(low),
                "logSurvival": number(high),
            })

print('{"source": "mpmath %s, 50 digits", "script": "distributions.py", "cases": [' % __import__("mpmath").__version__)
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
