"""Reference values of information measures: mpmath 1.2.1 with 40 digits, scikit-learn 1.2.1 for estimates from samples."""
import json

import mpmath as mp
import numpy as np
from sklearn.feature_selection._mutual_info import _compute_mi_cc, _compute_mi_cd
from sklearn.metrics import mutual_info_score, normalized_mutual_info_score
from scipy.special import digamma

mp.mp.dps = 40
rng = np.random.default_rng(3)


def ent(p):
    return mp.fsum(-mp.mpf(x) * mp.log(x) for x in p if x > 0)


def kl(p, q):
    return mp.fsum(mp.mpf(x) * mp.log(mp.mpf(x) / mp.mpf(y)) for x, y in zip(p, q) if x > 0)


def js(p, q):
    m = [(mp.mpf(x) + mp.mpf(y)) / 2 for x, y in zip(p, q)]
    return (kl(p, m) + kl(q, m)) / 2


def case(path, request, expected, tolerance=1e-13):
    return {"path": "information/" + path, "request": request, "tolerance": tolerance, "expected": {k: float(v) if not isinstance(v, list) else [float(x) for x in v] for k, v in expected.items()}}


def named(name, **parameters):
    return {"name": name, "parameters": parameters}


def normal(m, s):
    return named("normal", mean=m, standardDeviation=s)


def normal_js(m1, s1, m2, s2):
    def density(x, m, s):
        return mp.exp(-((x - m) / s) ** 2 / 2) / (s * mp.sqrt(2 * mp.pi))

    def f(x):
        p, q = density(x, m1, s1), density(x, m2, s2)
        mean = (p + q) / 2
        return (p * mp.log(p / mean) + q * mp.log(q / mean)) / 2

    return mp.quad(f, [-30, -10, -3, -1, 0, 1, 3, 10, 30])


def cases():
    p, q = [0.5, 0.25, 0.125, 0.125], [0.25, 0.25, 0.25, 0.25]
    yield case("entropy", {"p": p, "base": 2}, {"/value": 1.75, "/maximum": 2, "/normalized": 0.875, "/terms": [0.5, 0.5, 0.375, 0.375], "/perplexity": mp.mpf(2) ** 1.75})
    counts = [12, 3, 0, 5]
    shares = [mp.mpf(c) / 20 for c in counts]
    yield case("entropy", {"p": counts, "kind": "counts"}, {"/value": ent(shares)})
    yield case("entropy", {"p": counts, "kind": "counts", "estimator": "miller-madow"}, {"/value": ent(shares) + mp.mpf(2) / 40})
    yield case("entropy", {"p": ["a", "b", "a", "c", "a"], "base": 10}, {"/value": ent([mp.mpf(3) / 5, mp.mpf(1) / 5, mp.mpf(1) / 5]) / mp.log(10)})
    yield case("entropy", {"p": normal(3, 2), "base": 2}, {"/value": mp.log(2 * mp.pi * mp.e * 4, 2) / 2}, 1e-12)
    x = [round(float(v), 4) for v in rng.standard_normal(30)]
    s = sorted(x)
    radius = [sorted(abs(a - b) for b in s)[3] for a in s]
    yield case("entropy", {"p": x, "continuous": True}, {"/value": float(digamma(30) - digamma(3) + np.mean(np.log(2 * np.array(radius))))}, 1e-12)
    yield case("kl-divergence", {"p": p, "q": q}, {"/value": kl(p, q)})
    near = [0.5 + 1e-9, 0.5 - 1e-9]
    yield case("kl-divergence", {"p": near, "q": [0.5, 0.5]}, {"/value": kl(near, [0.5, 0.5])}, 1e-8)
    yield case("cross-entropy", {"p": p, "q": q, "base": 2}, {"/value": 2, "/entropy": 1.75, "/klDivergence": 0.25})
    yield case("js-divergence", {"p": p, "q": [0.1, 0.2, 0.3, 0.4]}, {"/value": js(p, [0.1, 0.2, 0.3, 0.4]), "/distance": mp.sqrt(js(p, [0.1, 0.2, 0.3, 0.4]))})
    yield case("js-divergence", {"p": [1, 0], "q": [0, 1], "base": 2}, {"/value": 1, "/distance": 1})
    for m1, s1, m2, s2 in ((0, 1, 1, 2), (0, 1, 0, 1.001), (5, 0.01, 0, 3)):
        m1, s1, m2, s2 = (mp.mpf(repr(v)) for v in (m1, s1, m2, s2))
        value = mp.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / (2 * s2 ** 2) - mp.mpf(1) / 2
        yield case("kl-divergence", {"p": normal(float(m1), float(s1)), "q": normal(float(m2), float(s2))}, {"/value": value},
                   max(1e-11, 1e-14 / float(value)))
    yield case("kl-divergence", {"p": named("exponential", rate=2), "q": named("exponential", rate=5)},
               {"/value": mp.log(mp.mpf(2) / 5) + mp.mpf(5) / 2 - 1}, 1e-11)
    yield case("kl-divergence", {"p": named("poisson", rate=3), "q": named("poisson", rate=4)},
               {"/value": 3 * mp.log(mp.mpf(3) / 4) + 1}, 1e-11)
    yield case("js-divergence", {"p": normal(0, 1), "q": normal(1, 2)}, {"/value": normal_js(0, 1, 1, 2)}, 1e-11)
    table = [[10, 5, 0], [2, 8, 7]]
    joint = [[mp.mpf(v) / 32 for v in row] for row in table]
    rows, columns = [mp.fsum(r) for r in joint], [mp.fsum(c) for c in zip(*joint)]
    value = ent(rows) + ent(columns) - ent([v for r in joint for v in r])
    yield case("mutual-information", {"p": table, "kind": "counts", "base": 2},
               {"/value": value / mp.log(2), "/entropyX": ent(rows) / mp.log(2), "/entropyY": ent(columns) / mp.log(2),
                "/jointEntropy": ent([v for r in joint for v in r]) / mp.log(2)})
    a, b = rng.integers(0, 3, 50), rng.integers(0, 4, 50)
    b = np.where(rng.random(50) < 0.5, a, b)
    yield case("mutual-information", {"p": a.tolist(), "q": b.tolist()},
               {"/value": mutual_info_score(a, b), "/normalized": normalized_mutual_info_score(a, b)})
    u = np.round(rng.standard_normal(80), 6)
    v = np.round(u + 0.5 * rng.standard_normal(80), 6)
    yield case("mutual-information", {"p": u.tolist(), "q": v.tolist(), "continuous": True},
               {"/value": _compute_mi_cc(u / u.std(), v / v.std(), 3)}, 1e-12)
    g = (u > 0.2).astype(int) + (u > 1)
    yield case("mutual-information", {"p": v.tolist(), "q": ["abc"[k] for k in g], "continuous": True, "neighbors": 4},
               {"/value": _compute_mi_cd(v, g, 4)}, 1e-12)


def main():
    lines = ",\n".join("    " + json.dumps(c) for c in cases())
    print('{\n  "source": "mpmath 1.2.1, 40 digits; scikit-learn 1.2.1",\n  "script": "information.py",\n  "cases": [\n' + lines + "\n  ]\n}")


main()
