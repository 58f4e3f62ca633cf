"""Exact solutions of the linear sets of NIST StRD, in rational arithmetic on the decimal data, beside the certified values.

Reads strd.json, checks each certified value against the exact one to all its digits, and writes back (17 digits) the exact ones of
the decimal data and those of the data rounded to doubles, which are the best that a computation in doubles can be asked for.
"""
import json
from fractions import Fraction as F
import mpmath

mpmath.mp.dps = 60


def mp(q):
    return mpmath.mpf(q.numerator) / q.denominator


def solve(a, b):
    n = len(a)
    m = [row[:] + rhs[:] for row, rhs in zip(a, b)]
    for k in range(n):
        pivot = next(i for i in range(k, n) if m[i][k] != 0)
        m[k], m[pivot] = m[pivot], m[k]
        m[k] = [v / m[k][k] for v in m[k]]
        for i in range(n):
            if i != k and m[i][k] != 0:
                f = m[i][k]
                m[i] = [v - f * w for v, w in zip(m[i], m[k])]
    return [row[n:] for row in m]


def exact(case, number):
    y = [number(v) for v in case["y"]]
    if case["degree"]:
        x = [[number(v) ** j for j in range(case["degree"] + 1)] for v in case["x"]]
    else:
        x = [([F(1)] if case["intercept"] else []) + [number(v) for v in row] for row in case["x"]]
    n, p = len(x), len(x[0])
    gram = [[sum(r[i] * r[j] for r in x) for j in range(p)] for i in range(p)]
    rhs = [[sum(r[i] * v for r, v in zip(x, y))] + [F(int(i == j)) for j in range(p)] for i in range(p)]
    solution = solve(gram, rhs)
    beta = [row[0] for row in solution]
    rss = sum((v - sum(b * e for b, e in zip(beta, r))) ** 2 for r, v in zip(x, y))
    mean = sum(y) / n if case["intercept"] else 0
    tss = sum((v - mean) ** 2 for v in y)
    variance = rss / (n - p)
    used = p - (1 if case["intercept"] else 0)
    return {
        "estimates": [mp(b) for b in beta],
        "standardErrors": [mpmath.sqrt(mp(variance * solution[j][1 + j])) for j in range(p)],
        "residualStandardError": mpmath.sqrt(mp(variance)),
        "rSquared": mp(1 - rss / tss),
        "fStatistic": mp((tss - rss) / used / variance) if rss else mpmath.inf,
    }


def text(v):
    return "Infinity" if mpmath.isinf(v) else mpmath.nstr(v, 17, min_fixed=0, max_fixed=0) if v else "0"


def agrees(certified, value):
    c = mpmath.mpf(certified)
    digits = len(certified.upper().split("E")[0].lstrip("-0.").replace(".", ""))
    return c == value or abs(c - value) <= abs(value) * mpmath.mpf(10) ** (1 - digits) * 0.51


document = json.load(open("strd.json"))
for case in document["cases"]:
    found = exact(case, F)
    for name, certified in case["certified"].items():
        pairs = zip(certified, found[name]) if isinstance(certified, list) else [(certified, found[name])]
        for c, v in pairs:
            assert agrees(c, v), (case["name"], name, c, v)
    for name, values in (("exact", found), ("ofDoubles", exact(case, lambda v: F(float(v))))):
        case[name] = {k: [text(x) for x in v] if isinstance(v, list) else text(v) for k, v in values.items()}
with open("strd.json", "w") as f:
    f.write('{"source": %s, "script": %s, "cases": [\n' % (json.dumps(document["source"]), json.dumps(document["script"])))
    f.write(",\n".join(json.dumps(case) for case in document["cases"]) + "\n]}\n")
