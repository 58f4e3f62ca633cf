"""Densities and both tails, with their logarithms, of the families whose distribution functions are elementary or integrals of
their densities, with mpmath at 50 digits. Each tail is computed for itself: in closed form, as a sum of probabilities over the tail,
or by quadrature of the density over the tail, cut into pieces of the density's own scale.

Run: python3 families.py > families.json
"""
import json

from mpmath import mp, mpf, log, exp, loggamma, log1p, expm1, sqrt, quad, inf, erfc, pi, atan, cos, besseli

mp.dps = 50


def of_lower(low):
    return low, log1p(-exp(low)) if low < 0 else -inf


def of_upper(high):
    low, upper = of_lower(high)
    return upper, low


def exponential_tails(t):
    """log P(E <= t), log P(E > t)."""
    if t == 0:
        return -inf, mpf(0)
    return (log(-expm1(-t)) if t < 1 else log1p(-exp(-t))), -t


def integral(log_f, a, b):
    """log of the integral of exp(log_f) from a, where it is largest, towards b."""
    top = log_f(a)
    direction = 1 if b > a else -1
    span = abs(b - a) if abs(b) != inf else mpf(10) ** 400
    width = span
    low, high = mpf(0), span
    for _ in range(3000):
        middle = (low * high) ** 0.5 if low > 0 and high / low > 4 else (low + high) / 2
        if log_f(a + direction * middle) < top - 1:
            high = middle
        else:
            low = middle
        if high - low < high / 20:
            break
    width = high
    total, start = mpf(0), mpf(0)
    while start < span:
        end = min(start + width, span)
        piece = abs(quad(lambda u: exp(log_f(a + direction * u) - top), [start, end]))
        total += piece
        if piece < total * mpf(10) ** -45:
            break
        start, width = end, width * mpf("1.3")
    return top + log(total)


def summed(log_p, k, last, step):
    """log of the sum of exp(log_p) from k in steps of +-1 to last."""
    top = log_p(k)
    total = term = mpf(1)
    ratio = None
    while k != last:
        k += step
        term = exp(log_p(k) - top)
        total += term
        if term < total * mpf(10) ** -45:
            break
    return top + log(total)


def gamma_tails(a, x):
    front = lambda: a * log(x) - x - loggamma(a + 1)
    if a > 3000:
        f = lambda t: (a - 1) * log(t) - t if t > 0 else -inf
        if x < a:
            return of_lower(integral(f, x, mpf(0)) - loggamma(a))
        return of_upper(integral(f, x, inf) - loggamma(a))
    mp.dps = 70 + int(max(0, x - a * log(x) + loggamma(a + 1)) / 2.3) if x > a else 110
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** -(mp.dps + 3):
        term *= x / (a + 1 + n)
        total += term
        n += 1
    low = a * log(x) - x - loggamma(a + 1) + log(total)
    high = log1p(-exp(low)) if low < 0 else -inf
    mp.dps = 50
    return +low, +high


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def beta_tails(a, b, x):
    """Both tails by the series of positive terms, at a precision that the complement can afford."""
    y = 1 - x
    if a + b > 5000 and min(a, b) > 100:
        f = lambda t: (a - 1) * log(t) + (b - 1) * log1p(-t) if 0 < t < 1 else -inf
        if x < a / (a + b):
            return of_lower(integral(f, x, mpf(0)) - log_beta(a, b))
        return of_upper(integral(f, x, mpf(1)) - log_beta(a, b))
    if x > mpf("0.6"):
        high, low = beta_tails(b, a, y)
        return low, high
    mp.dps = 400
    a, b, x, y = map(mpf, (a, b, x, y))
    y = 1 - x
    front = a * log(x) + b * log(y) - log(a) - log_beta(a, b)
    term = total = mpf(1)
    n = 0
    while n < 200000 and term > total * mpf(10) ** -395:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    low = front + log(total)
    high = log1p(-exp(low)) if low < 0 else -inf
    mp.dps = 50
    return +low, +high


class Uniform:
    name, names = "uniform", ["lower", "upper"]
    members = [(0, 1), (-3.7, 12.25), (1e6, 1000001.5)]

    def points(self, p):
        a, b = p
        return [a + (b - a) * u for u in (2.0 ** -20, 0.1, 0.5, 0.75, 1 - 2.0 ** -30)]

    def log_density(self, p, x):
        return -log(mpf(p[1]) - mpf(p[0]))

    def tails(self, p, x):
        a, b = map(mpf, p)
        return log((x - a) / (b - a)), log((b - x) / (b - a))


class Exponential:
    name, names = "exponential", ["rate"]
    members = [(1,), (0.03,), (1e-200,), (250.5,)]

    def points(self, p):
        return [t / p[0] for t in (1e-20, 1e-5, 0.1, 1.0, 5.0, 40.0, 700.0, 1e4, 1e8)]

    def log_density(self, p, x):
        return log(mpf(p[0])) - p[0] * x

    def tails(self, p, x):
        return exponential_tails(p[0] * x)


class Gamma:
    name, names = "gamma", ["shape", "rate"]
    members = [(1e-5, 1), (0.3, 2.5), (1, 0.25), (3.7, 1e-10), (250, 7), (1e6, 0.3), (1e10, 2)]

    def points(self, p):
        a, r = p
        s = a ** 0.5
        zs = [a + s * z for z in (-20, -8, -3, -1, -0.1, 0, 0.5, 2, 6, 15, 30)]
        zs += [1e-300, 1e-50, 1e-8, 0.01, 1.0, 10.0, 100.0, 1000.0] if a < 3000 else []
        return [z / r for z in zs if z > 0]

    def log_density(self, p, x):
        a, r = map(mpf, p)
        return a * log(r) + (a - 1) * log(x) - r * x - loggamma(a)

    def tails(self, p, x):
        return gamma_tails(mpf(p[0]), mpf(p[1]) * x)


class InverseGamma:
    name, names = "inverse-gamma", ["shape", "scale"]
    members = [(0.01, 1), (0.5, 3), (2, 1), (7.5, 0.2), (400, 1000)]

    def points(self, p):
        a, b = p
        zs = [a + a ** 0.5 * z for z in (-10, -4, -1, 0, 1, 5, 12)] + [1e-200, 1e-10, 0.01, 1.0, 30.0, 800.0]
        return [b / z for z in zs if z > 0]

    def log_density(self, p, x):
        a, b = map(mpf, p)
        return a * log(b) - (a + 1) * log(x) - b / x - loggamma(a)

    def tails(self, p, x):
        low, high = gamma_tails(mpf(p[0]), p[1] / x)
        return high, low


class Beta:
    name, names = "beta", ["alpha", "beta"]
    members = [(1e-3, 1e-3), (1e-3, 1e6), (0.5, 0.5), (1, 3), (2, 5), (30, 0.2), (1e6, 1e6), (2e5, 1e8), (3, 1e6)]

    def points(self, p):
        a, b = p
        m, s = a / (a + b), (a * b / (a + b + 1)) ** 0.5 / (a + b)
        near = [m + s * z for z in (-20, -6, -2, -0.5, 0, 1, 4, 11, 25)]
        far = [1e-300, 1e-100, 1e-9, 1e-7, 0.001, 0.3, 0.5, 0.9, 1 - 2.0 ** -40] if min(a, b) < 100 and max(a, b) < 1000 else [1e-300, 1e-12, 1e-8, 1e-7, 1e-6, 3e-6] if a < 100 else []
        return sorted({x for x in near + far if 0 < x < 1 and (max(a, b) < 1e5 or min(a, b) > 1e4 or x < 1e-5 or x < 3 * m)})

    def log_density(self, p, x):
        a, b = map(mpf, p)
        return (a - 1) * log(x) + (b - 1) * log1p(-x) - log_beta(a, b)

    def tails(self, p, x):
        return beta_tails(mpf(p[0]), mpf(p[1]), x)


class LogNormal:
    name, names = "log-normal", ["logMean", "logStandardDeviation"]
    members = [(0, 1), (3, 0.25), (-40, 5), (12.5, 0.01)]

    def points(self, p):
        m, s = p
        return [float(exp(mpf(m) + mpf(s) * z)) for z in (-38, -20, -8, -2, -0.1, 0, 0.5, 1, 4, 9, 30, 40)]

    def log_density(self, p, x):
        m, s = map(mpf, p)
        z = (log(x) - m) / s
        return -z * z / 2 - log(s) - log(2 * pi) / 2 - log(x)

    def tails(self, p, x):
        z = (log(x) - p[0]) / p[1] / sqrt(mpf(2))
        low = log(erfc(-z) / 2) if z < 0 else log1p(-erfc(z) / 2)
        high = log(erfc(z) / 2) if z > 0 else log1p(-erfc(-z) / 2)
        return low, high


class Weibull:
    name, names = "weibull", ["shape", "scale"]
    members = [(0.1, 1), (1, 2), (1.7, 0.3), (12, 1e10), (0.02, 5)]

    def points(self, p):
        k, s = p
        return [x for x in (float(s * mpf(t) ** (1 / mpf(k))) for t in (1e-30, 1e-8, 0.01, 0.5, 1.0, 3.0, 20.0, 300.0, 2000.0)) if 0 < x < 1e300]

    def log_density(self, p, x):
        k, s = map(mpf, p)
        return log(k / s) + (k - 1) * log(x / s) - (x / s) ** k

    def tails(self, p, x):
        return exponential_tails((x / p[1]) ** mpf(p[0]))


class Rayleigh:
    name, names = "rayleigh", ["scale"]
    members = [(1,), (0.37,), (1e100,)]

    def points(self, p):
        return [p[0] * z for z in (1e-150, 1e-9, 0.01, 0.5, 1.0, 2.0, 8.0, 30.0, 60.0, 1e4)]

    def log_density(self, p, x):
        s = mpf(p[0])
        return log(x) - 2 * log(s) - (x / s) ** 2 / 2

    def tails(self, p, x):
        return exponential_tails((x / mpf(p[0])) ** 2 / 2)


class Pareto:
    name, names = "pareto", ["shape", "scale"]
    members = [(1, 1), (0.1, 3), (2.5, 0.7), (40, 1e5)]

    def points(self, p):
        a, s = p
        return [s * (1 + 2.0 ** -30), s * 1.001, s * 1.5, s * 10.0, s * 1e6, s * 1e100]

    def log_density(self, p, x):
        a, s = map(mpf, p)
        return log(a / x) + a * log(s / x)

    def tails(self, p, x):
        return exponential_tails(p[0] * log(x / p[1]))


class Cauchy:
    name, names = "cauchy", ["location", "scale"]
    members = [(0, 1), (-2.5, 0.1), (3, 1e200)]

    def points(self, p):
        return [p[0] + p[1] * z for z in (-1e100, -1e20, -1e8, -50.0, -3.0, -1.0, -0.01, 0.0, 0.2, 1.5, 1e3, 1e15)]

    def log_density(self, p, x):
        z = (x - p[0]) / p[1]
        return -log(pi * p[1]) - log1p(z * z)

    def tails(self, p, x):
        z = (x - p[0]) / p[1]
        if z == 0:
            return -log(mpf(2)), -log(mpf(2))
        small = log(atan(1 / abs(z)) / pi)
        return of_lower(small) if z < 0 else of_upper(small)


class Laplace:
    name, names = "laplace", ["location", "scale"]
    members = [(0, 1), (5, 0.2)]

    def points(self, p):
        return [p[0] + p[1] * z for z in (-1e5, -800.0, -600.0, -30.0, -2.0, -1e-9, 0.0, 0.1, 1.0, 20.0, 700.0)]

    def log_density(self, p, x):
        return -abs(x - p[0]) / p[1] - log(2 * mpf(p[1]))

    def tails(self, p, x):
        z = (x - p[0]) / p[1]
        return of_lower(z - log(mpf(2))) if z <= 0 else of_upper(-z - log(mpf(2)))


class Logistic:
    name, names = "logistic", ["location", "scale"]
    members = [(0, 1), (-1, 3.5)]

    def points(self, p):
        return [p[0] + p[1] * z for z in (-1e5, -800.0, -600.0, -30.0, -2.0, -1e-9, 0.0, 0.1, 1.0, 20.0, 700.0)]

    def log_density(self, p, x):
        z = abs(x - p[0]) / p[1]
        return -z - 2 * log1p(exp(-z)) - log(mpf(p[1]))

    def tails(self, p, x):
        z = (x - p[0]) / p[1]
        small = -abs(z) - log1p(exp(-abs(z)))
        large = -log1p(exp(-abs(z)))
        return (small, large) if z < 0 else (large, small)


class Gumbel:
    name, names = "gumbel", ["location", "scale"]
    members = [(0, 1), (2, 0.3)]

    def points(self, p):
        return [p[0] + p[1] * z for z in (-8.0, -6.5, -4.0, -2.0, -0.5, 0.0, 0.37, 1.0, 5.0, 40.0, 700.0, 800.0)]

    def log_density(self, p, x):
        z = (x - p[0]) / p[1]
        return -z - exp(-z) - log(mpf(p[1]))

    def tails(self, p, x):
        low, high = exponential_tails(exp(-(x - p[0]) / p[1]))
        return high, low


class Triangular:
    name, names = "triangular", ["lower", "mode", "upper"]
    members = [(0, 0.3, 1), (-2, -2, 5), (1, 4, 4), (0, 0, 0.001), (-7, 0, 0), (0, 1e-9, 3)]

    def points(self, p):
        a, c, b = p
        if 0 in (b, c):  # the doubles are densest at the corner
            return [(b or a) * u for u in (1e-25, 1e-12, 0.003, 0.1, 0.3, 0.7, 0.999)]
        return [a + (b - a) * u for u in (2.0 ** -30, 0.1, 0.25, 0.3, 0.5, 0.9, 1 - 2.0 ** -20)]

    def log_density(self, p, x):
        a, c, b = map(mpf, p)
        return log(2 / (b - a) * (1 if x == c else (x - a) / (c - a) if x < c else (b - x) / (b - c)))

    def tails(self, p, x):
        a, c, b = map(mpf, p)
        if x <= c:
            return of_lower(log((x - a) ** 2 / ((b - a) * (c - a))))
        return of_upper(log((b - x) ** 2 / ((b - a) * (b - c))))


class Bernoulli:
    name, names = "bernoulli", ["probability"]
    members = [(0.3,), (1e-12,)]

    def points(self, p):
        return [0.0, 1.0]

    def log_density(self, p, k):
        return log(mpf(p[0])) if k == 1 else log1p(-mpf(p[0]))

    def tails(self, p, k):
        return (mpf(0), -inf) if k == 1 else (log1p(-mpf(p[0])), log(mpf(p[0])))


class Geometric:
    name, names = "geometric", ["probability"]
    members = [(0.5,), (1e-9,), (0.97,)]

    def points(self, p):
        return [1.0, 2.0, 3.0, 10.0, 200.0] + ([1e6, 1e9, 1e10, 7e11] if p[0] < 0.01 else [])

    def log_density(self, p, k):
        return log(mpf(p[0])) + (k - 1) * log1p(-mpf(p[0]))

    def tails(self, p, k):
        return exponential_tails(-k * log1p(-mpf(p[0])))


class Poisson:
    name, names = "poisson", ["rate"]
    members = [(1e-8,), (0.5,), (7.3,), (200,), (1e6,), (1e12,)]

    def points(self, p):
        r = p[0]
        s = r ** 0.5
        ks = {round(r + s * z) for z in (-30, -10, -3, -1, 0, 0.5, 2, 6, 15, 35)} | ({0, 1, 2, 5, 40} if r < 1000 else set())
        return [float(k) for k in sorted(ks) if k >= 0]

    def log_density(self, p, k):
        r = mpf(p[0])
        return k * log(r) - r - loggamma(k + 1)

    def tails(self, p, k):
        low, high = gamma_tails(k + 1, mpf(p[0]))
        return high, low


class NegativeBinomial:
    name, names = "negative-binomial", ["successes", "probability"]
    members = [(1, 0.5), (0.01, 0.3), (5.5, 1e-6), (300, 0.9), (1e6, 0.25), (2.5, 0.999)]

    def points(self, p):
        r, q = p
        m, s = r * (1 - q) / q, (r * (1 - q)) ** 0.5 / q
        ks = {round(m + s * z) for z in (-25, -8, -2, -0.7, 0, 0.4, 2, 8, 25)} | ({0, 1, 3, 20, 200} if m < 1e4 else {0, 1000} if r < 100 else set())
        return [float(k) for k in sorted(ks) if k >= 0]

    def log_density(self, p, k):
        r, q = map(mpf, p)
        return loggamma(k + r) - loggamma(k + 1) - loggamma(r) + r * log(q) + k * log1p(-q)

    def tails(self, p, k):
        r, q = map(mpf, p)
        if k < 3000 and r < 3000:
            if k > r * (1 - q) / q:
                return of_upper(summed(lambda j: self.log_density(p, j), k + 1, inf, 1))
            return of_lower(summed(lambda j: self.log_density(p, j), k, 0, -1))
        return beta_tails(r, k + 1, q)


class DiscreteUniform:
    name, names = "discrete-uniform", ["lower", "upper"]
    members = [(1, 6), (-1000000, 4), (0, 9007199254740991 - 1)]

    def points(self, p):
        a, b = p
        return [float(a), float(a + (b - a) // 3), float(b - 1)]

    def log_density(self, p, k):
        return -log(mpf(p[1]) - p[0] + 1)

    def tails(self, p, k):
        n = mpf(p[1]) - p[0] + 1
        return log((k - p[0] + 1) / n), log((p[1] - k) / n)


class VonMises:
    name, names = "von-mises", ["mean", "concentration"]
    members = [(0, 0), (0, 1e-8), (0, 0.3), (0, 5), (0, 24.9), (0, 25.1), (0, 700), (0, 1e8), (0.5, 2)]

    def points(self, p):
        m, k = p
        s = 1 / max(k, 0.5) ** 0.5
        xs = {m - 3.1415926, m - 3.0, m - 1.0, m - 0.01, m, m + 0.3, m + 2.0, m + 3.14159} | {m + s * z for z in (-30, -8, -3, -0.5, 1, 5, 12)}
        return sorted(x for x in xs if abs(x - m) < 3.14159265)

    def log_constant(self, k):
        if k > 1e6:  # the asymptotic expansion of I0
            term = total = mpf(1)
            j = 0
            while abs(term) > mpf(10) ** -60:
                j += 1
                term *= mpf(2 * j - 1) ** 2 / (8 * j * k)
                total += term
            return -log(2 * pi) - log(total / sqrt(2 * pi * k))
        return -log(2 * pi * besseli(0, k)) + k

    def log_density(self, p, x):
        k = mpf(p[1])
        return self.log_constant(k) - 2 * k * mp.sin((x - p[0]) / 2) ** 2

    def tails(self, p, x):
        t, k = x - p[0], mpf(p[1])
        c = self.log_constant(k)
        f = lambda u: -2 * k * mp.sin(u / 2) ** 2
        if t == 0:
            return -log(mpf(2)), -log(mpf(2))
        if k < 20:
            whole = lambda a, b: log(quad(lambda u: exp(f(u)), [a, (a + b) / 2, b]))
            small = whole(-pi, -abs(t)) + c
        else:
            small = integral(f, -abs(t), -pi) + c
        return of_lower(small) if t < 0 else of_upper(small)


class Hypergeometric:
    name, names = "hypergeometric", ["population", "successes", "draws"]
    members = [(2, 1, 1), (20, 7, 12), (1000, 20, 300), (52, 13, 5), (100000, 40000, 3000), (10**9, 5 * 10**8, 10**6), (10**9, 1000, 10**6), (10**12, 3 * 10**11, 2 * 10**10)]

    def points(self, p):
        N, K, n = p
        m, s = n * K / N, (n * K / N * (N - K) / N * (N - n) / max(1, N - 1)) ** 0.5
        ks = {round(m + s * z) for z in (-20, -6, -2, -0.5, 0, 1, 4, 9, 25)} | {max(0, n + K - N), min(n, K)}
        return [float(k) for k in sorted(ks) if max(0, n + K - N) <= k <= min(n, K)]

    def log_density(self, p, k):
        N, K, n = map(mpf, p)
        lc = lambda a, b: loggamma(a + 1) - loggamma(b + 1) - loggamma(a - b + 1)
        return lc(K, k) + lc(N - K, n - k) - lc(N, n)

    def ratio(self, p, k):
        N, K, n = map(mpf, p)
        return (K - k) * (n - k) / ((k + 1) * (N - K - n + k + 1))

    def side(self, p, k, up, last):
        term = total = mpf(1)
        j = k
        while j != last and term > total * mpf(10) ** -40:
            term *= self.ratio(p, j) if up else 1 / self.ratio(p, j - 1)
            j += 1 if up else -1
            total += term
        return self.log_density(p, k) + log(total)

    def tails(self, p, k):
        N, K, n = p
        if k == min(n, K):
            return mpf(0), -inf
        if k < n * K / N:
            return of_lower(self.side(p, k, False, max(0, n + K - N)))
        return of_upper(self.side(p, k + 1, True, min(n, K)))


class BetaBinomial(Hypergeometric):
    name, names = "beta-binomial", ["trials", "alpha", "beta"]
    members = [(1, 2, 3), (10, 0.5, 0.5), (50, 3, 7.5), (100000, 0.01, 2), (100000, 5, 0.3), (200000, 1e6, 3e6), (1000, 1e-3, 1e6), (30000, 1, 1)]

    def points(self, p):
        n, a, b = p
        m, s = n * a / (a + b), (n * a * b * (a + b + n) / (a + b + 1)) ** 0.5 / (a + b)
        ks = {round(m + s * z) for z in (-15, -5, -2, -0.4, 0, 1, 3, 8, 20)} | {0, 1, 2, n // 2, n - 1}
        return [float(k) for k in sorted(ks) if 0 <= k < n]

    def log_density(self, p, k):
        n, a, b = map(mpf, p)
        return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + log_beta(k + a, n - k + b) - log_beta(a, b)

    def ratio(self, p, k):
        n, a, b = map(mpf, p)
        return (n - k) * (k + a) / ((k + 1) * (n - k - 1 + b))

    def side(self, p, k, up, last):
        if p[1] >= 1 and p[2] >= 1:
            return Hypergeometric.side(self, p, k, up, last)
        term = total = mpf(1)
        j = k
        while j != last:
            term *= self.ratio(p, j) if up else 1 / self.ratio(p, j - 1)
            j += 1 if up else -1
            total += term
        return self.log_density(p, k) + log(total)

    def tails(self, p, k):
        n, a, b = p
        below = self.side(p, k, False, 0)
        above = self.side(p, k + 1, True, n)
        return of_lower(below) if below < above else of_upper(above)


def number(v):
    if v == -inf:
        return "-Infinity"
    return mp.nstr(v, 20, min_fixed=1, max_fixed=0) if v != 0 else "0"


FAMILIES = [Uniform(), Exponential(), Gamma(), InverseGamma(), Beta(), LogNormal(), Weibull(), Rayleigh(), Pareto(), Cauchy(), Laplace(), Logistic(), Gumbel(), Triangular(), Bernoulli(), Geometric(), Poisson(), NegativeBinomial(), DiscreteUniform(), VonMises(), Hypergeometric(), BetaBinomial()]

if __name__ == "__main__":
    import sys

    chosen = sys.argv[1:]
    cases = []
    for family in FAMILIES:
        if chosen and family.name not in chosen:
            continue
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
    print('{"source": "mpmath %s, 50 digits", "script": "families.py", "cases": [' % __import__("mpmath").__version__)
    print(",\n".join(json.dumps(c) for c in cases))
    print("]}")
