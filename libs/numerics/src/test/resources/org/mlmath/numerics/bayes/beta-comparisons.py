"""Two beta variables compared, with mpmath at 60 digits: P(B > A), P(A > B), E[(B - A)+], E[(A - B)+].

Where alpha of B is an integer, P(B > A) is the finite sum of E. Miller, "Formulas for Bayesian A/B testing" (2015):
sum over i < alpha_B of B(alpha_A + i, beta_A + beta_B) / ((beta_B + i) B(1 + i, beta_B) B(alpha_A, beta_A)), by the ratio of
consecutive terms. Elsewhere it is the integral over t = log(x/(1-x)) by the trapezoidal rule, its step halved until 11 digits
agree, so that 22 are right. Losses: E[(A - B)+] = E[A] P(A' > B) - E[B] P(A > B') with A', B' one success richer, the working precision covering
what cancels.

P(B - A > d) and P(B > r A): mpmath's quad over the density of A.

Run: python3 beta-comparisons.py > beta-comparisons.json
"""
import json

from mpmath import mp, mpf, exp, log, loggamma, betainc, quad, floor, linspace

mp.dps = 60


def logbeta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def by_sum(a, b, c, d):
    """P(B > A), c an integer."""
    term = exp(logbeta(a, b + d) - log(d) - logbeta(1, d) - logbeta(a, b))
    total = mpf(0)
    for i in range(int(c)):
        total += term
        term = term * ((a + i) * (d + i)) / ((a + i + b + d) * (1 + i))
    return total


def lower(c, d, t):
    """I_x(c, d) with x the logistic function of t, by the hypergeometric series from the nearer end."""
    x = 1 / (1 + exp(-t))
    return betainc(c, d, 0, x, regularized=True)


def by_quadrature(a, b, c, d):
    """P(B > A) = int f_A(t) P(B > t) dt."""
    f = lambda t: exp(-a * log(1 + exp(-t)) - b * log(1 + exp(t)) - logbeta(a, b)) * lower(d, c, -t)
    mp.dps = 34
    lo, hi = -60 / a - 20, 60 / b + 20
    previous = None
    n = 300
    while True:
        h = (hi - lo) / n
        value = h * sum(f(lo + i * h) for i in range(n + 1))
        if previous is not None and abs(value - previous) < mpf(10) ** -11 * value:  # halving the step squares the error
            mp.dps = 60
            return value
        previous, n = value, 2 * n


def p(a, b, c, d):
    if c == floor(c):
        return by_sum(a, b, c, d)
    if a == floor(a):
        return 1 - by_sum(c, d, a, b)
    return by_quadrature(a, b, c, d)


def case(*parameters):
    mp.dps = 60
    a, b, c, d = (mpf(v) for v in parameters)
    wins, losses = p(a, b, c, d), p(c, d, a, b)
    if losses < mpf(10) ** -20 or wins < mpf(10) ** -20:
        mp.dps = 60 + int(-log(min(wins, losses), 10))
        wins, losses = p(a, b, c, d), p(c, d, a, b)
    loss_b = a / (a + b) * p(c, d, a + 1, b) - c / (c + d) * p(c + 1, d, a, b)
    loss_a = c / (c + d) * p(a, b, c + 1, d) - a / (a + b) * p(a + 1, b, c, d)
    s = lambda v: mp.nstr(v, 20)
    return {"parameters": [float(v) for v in parameters], "probabilityBBeatsA": s(wins), "probabilityABeatsB": s(losses),
            "expectedLossA": s(loss_a), "expectedLossB": s(loss_b)}


def shifted(parameters, delta, ratio):
    mp.dps = 30
    a, b, c, d = (mpf(v) for v in parameters)
    norm = exp(-logbeta(a, b))
    f = lambda x: norm * x ** (a - 1) * (1 - x) ** (b - 1)
    mean = a / (a + b)
    sd = (a * b / (a + b) ** 2 / (a + b + 1)) ** mpf("0.5")
    grid = lambda lo, hi: sorted({lo, hi, *(v for k in (-30, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 30) if lo < (v := mean + k * sd) < hi)})
    above = lambda z: (betainc(d, c, 0, 1 - z, regularized=True) if z * (c + d) > c
                       else 1 - betainc(c, d, 0, z, regularized=True))
    delta, ratio = mpf(delta), mpf(ratio)
    lo, hi = max(mpf(0), -delta), min(mpf(1), 1 - delta)
    by_difference = quad(lambda x: f(x) * above(x + delta), grid(lo, hi))
    if lo > 0:
        by_difference += betainc(a, b, 0, lo, regularized=True)
    by_ratio = quad(lambda x: f(x) * above(ratio * x), grid(mpf(0), min(mpf(1), 1 / ratio)))
    s = lambda v: mp.nstr(v, 17)
    return {"parameters": [float(v) for v in parameters], "delta": float(delta), "ratio": float(ratio),
            "probabilityAboveDelta": s(by_difference), "probabilityAboveRatio": s(by_ratio)}


CASES = [
    (1, 1, 1, 1), (2, 3, 3, 2), (121, 881, 141, 861), (1, 1, 2, 1), (1, 1001, 1, 1001), (11, 91, 16, 86), (1, 11, 11, 1),
    (51, 951, 151, 851), (1001, 9001, 1201, 8801), (501, 501, 701, 301), (2, 100001, 8, 100001), (10001, 1, 9001, 2),
    (10001, 90001, 10201, 89801), (100001, 9900001, 101001, 9899001), (100001, 9900001, 104001, 9896001), (1000001, 9000001, 1002001, 8998001),
    (5, 8, 100001, 150001), (100001, 200001, 3, 4), (1, 10000001, 3, 9999999),
    (0.5, 0.5, 0.5, 0.5), (0.5, 10.5, 3.5, 7.5), (0.25, 4.5, 0.5, 9.5), (12.5, 88.5, 17.5, 83.5), (1, 1, 0.001, 0.001),
    (1, 2, 0.01, 5), (30.5, 2.5, 0.5, 4.5),
]
SHIFTED = [
    ((61, 441, 71, 431), 0.01, 1.1), ((61, 441, 71, 431), -0.02, 0.9), ((2, 3, 3, 2), 0.5, 2), ((2, 3, 3, 2), -0.5, 0.25),
    ((0.5, 10.5, 3.5, 7.5), 0.3, 5), ((0.5, 10.5, 3.5, 7.5), -0.05, 0.5), ((5, 8, 41, 61), 0.2, 3), ((41, 61, 5, 8), 0.2, 1.5),
    ((51, 451, 81, 421), 0.03, 1.3), ((1, 1, 1, 1), 0.9, 100), ((40, 2, 30, 3), 0.1, 1.2), ((30, 3, 40, 2), -0.3, 0.7),
]

if __name__ == "__main__":
    import mpmath
    print(json.dumps({"source": "mpmath %s, 60 digits" % mpmath.__version__, "script": "beta-comparisons.py",
                      "cases": [case(*c) for c in CASES], "shifted": [shifted(*c) for c in SHIFTED]}, indent=1))
