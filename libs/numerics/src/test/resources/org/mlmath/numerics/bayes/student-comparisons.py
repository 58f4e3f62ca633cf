"""Two scaled t variables compared, with mpmath at 30 digits: P(B - A > d) over the density of A, and E[(B - A)+] as the integral of
P(A <= x < B), both over x = centre + scale*sinh(u) in panels of length 1/2.

Run: python3 student-comparisons.py > student-comparisons.json
"""
import json

from mpmath import mp, mpf, asinh, betainc, cosh, gamma, log, pi, quad, sinh, sqrt, linspace

mp.dps = 30


def upper(mean, x):
    nu, m, s = mean
    t = (x - m) / s
    half = betainc(nu / 2, mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2
    return half if t >= 0 else 1 - half


def lower(mean, x):
    return upper((mean[0], -mean[1], mean[2]), -x)


def density(mean, x):
    nu, m, s = mean
    return gamma((nu + 1) / 2) / (gamma(nu / 2) * sqrt(nu * pi) * s) * (1 + ((x - m) / s) ** 2 / nu) ** (-(nu + 1) / 2)


def integral(f, centre, scale, places, decay):
    reach = max(abs(asinh((p - centre) / scale)) for p in places) + 8 + 50 / decay
    points = sorted({*linspace(-reach, reach, int(4 * reach) + 1), *(asinh((p - centre) / scale) for p in places)})
    return quad(lambda u: f(centre + scale * sinh(u)) * scale * cosh(u), points, maxdegree=5)


def case(a, b, delta):
    a, b, delta = tuple(map(mpf, a)), tuple(map(mpf, b)), mpf(delta)
    wins = integral(lambda x: density(a, x) * upper(b, x + delta), a[1], a[2], [a[1], b[1] - delta], a[0])
    s = lambda v: mp.nstr(v, 18)
    loss = lambda p, q: s(integral(lambda x: lower(p, x) * upper(q, x), p[1], p[2], [p[1], q[1]], min(p[0], q[0]) - 1))
    return {"a": [float(v) for v in a], "b": [float(v) for v in b], "delta": float(delta), "probabilityAboveDelta": s(wins),
            "expectedLossA": loss(a, b), "expectedLossB": loss(b, a)}


CASES = [
    ((5, 30.015, 0.02), (5, 29.92, 0.045), 0), ((9, 0, 1), (3, 2, 1.5), 0.5), ((2.5, 10, 3), (40, -20, 0.5), -1), ((30, 1, 1), (30, 9, 1), 0),
    ((200, 0, 0.01), (2, 1, 1), 1.5), ((12, 0, 1), (12, 40, 1), 0),
]

if __name__ == "__main__":
    import mpmath
    print(json.dumps({"source": "mpmath %s, 30 digits" % mpmath.__version__, "script": "student-comparisons.py",
                      "cases": [case(*c) for c in CASES]}, indent=1))
