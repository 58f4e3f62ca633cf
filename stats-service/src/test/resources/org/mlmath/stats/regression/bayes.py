"""Conjugate Bayesian linear regression by its formulas in 50 digits; evidence and intervals from the multivariate t or normal density."""
import json
import mpmath as mp
import random

mp.mp.dps = 50
random.seed(5)


def number(v):
    return mp.nstr(v, 17)


def t_interval(nu, level):
    p = (1 + mp.mpf(level)) / 2
    cdf = lambda t: 1 - mp.betainc(nu / 2, mp.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2
    return mp.findroot(lambda t: cdf(t) - p, (mp.mpf(1), mp.mpf(3)), solver="anderson", tol=1e-40)


def case(n, p, prior, sigma):
    x = [[mp.mpf(1)] + [mp.mpf(str(round(random.gauss(1, 2), 2))) for _ in range(p)] for _ in range(n)]
    y = [mp.mpf(str(round(float(sum(r) + random.gauss(0, 1)), 2))) for r in x]
    k = p + 1
    X, Y = mp.matrix(x), mp.matrix(y)
    lam0 = mp.matrix([[mp.mpf(str(v)) for v in row] for row in prior["precision"]])
    m0 = mp.matrix([mp.mpf(str(v)) for v in prior["mean"]])
    out = {"features": [[float(v) for v in r[1:]] for r in x], "targets": [float(v) for v in y], "prior": prior, "sigma": sigma}
    if sigma is None:
        a0, b0 = mp.mpf(str(prior["shape"])), mp.mpf(str(prior["rate"]))
        lam = X.T * X + lam0
        m = mp.lu_solve(lam, X.T * Y + lam0 * m0)
        a = a0 + mp.mpf(n) / 2
        b = b0 + ((Y.T * Y)[0] + (m0.T * lam0 * m0)[0] - (m.T * lam * m)[0]) / 2
        v = lam ** -1
        reach = t_interval(2 * a, 0.9)
        scale = [mp.sqrt(b / a * v[j, j]) for j in range(k)]
        # y is multivariate t around X m0 with the scale b0/a0 (I + X V0 X').
        s = b0 / a0 * (mp.eye(n) + X * lam0 ** -1 * X.T)
        r = Y - X * m0
        nu = 2 * a0
        q = (r.T * mp.lu_solve(s, r))[0]
        evidence = (mp.loggamma((nu + n) / 2) - mp.loggamma(nu / 2) - mp.mpf(n) / 2 * mp.log(nu * mp.pi) - mp.log(mp.det(s)) / 2
                    - (nu + n) / 2 * mp.log(1 + q / nu))
        out.update(shape=number(a), rate=number(b))
    else:
        s2 = mp.mpf(str(sigma)) ** 2
        lam = X.T * X / s2 + lam0
        m = mp.lu_solve(lam, X.T * Y / s2 + lam0 * m0)
        v = lam ** -1
        reach = mp.sqrt(2) * mp.erfinv(mp.mpf("0.9"))
        scale = [mp.sqrt(v[j, j]) for j in range(k)]
        s = s2 * mp.eye(n) + X * lam0 ** -1 * X.T
        r = Y - X * m0
        evidence = -mp.mpf(n) / 2 * mp.log(2 * mp.pi) - mp.log(mp.det(s)) / 2 - (r.T * mp.lu_solve(s, r))[0] / 2
    out.update(mean=[number(m[j]) for j in range(k)], scale=[number(v) for v in scale], lower=[number(m[j] - reach * scale[j]) for j in range(k)],
               logEvidence=number(evidence))
    return out


cases = [
    case(8, 1, {"mean": [0, 0], "precision": [[0.1, 0], [0, 0.1]], "shape": 2, "rate": 1}, None),
    case(12, 2, {"mean": [1, 0.5, -1], "precision": [[2, 0.3, 0], [0.3, 1, 0.2], [0, 0.2, 3]], "shape": 1.5, "rate": 0.7}, None),
    case(10, 2, {"mean": [0, 1, 1], "precision": [[0.5, 0.1, 0], [0.1, 0.5, 0], [0, 0, 1]]}, 0.8),
    case(2, 2, {"mean": [0, 0, 0], "precision": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "shape": 3, "rate": 2}, None),
]
with open("bayes.json", "w") as f:
    f.write('{"source": "mpmath %s, 50 digits", "script": "bayes.py", "cases": [\n' % mp.__version__)
    f.write(",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
