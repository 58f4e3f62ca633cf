"""Makes penalized-quadratic-programs.json: convex quadratic programs one of whose costs is 1e6 to 1e15 times the others, with their
optima in Python's fractions: of all sets of constraints held as equations the one at which the conditions of Karush, Kuhn and Tucker hold,
without rounding. Penalties are those of a variable, of a squared deviation, of slacks, and of one variable's curvature.

Run: /usr/bin/python3 penalized-quadratic-programs.py
"""
import itertools
import json
import random
from fractions import Fraction
from pathlib import Path


def solve(rows, right):
    n = len(rows)
    m = [row[:] + [value] for row, value in zip(rows, right)]
    for k in range(n):
        pivot = next((i for i in range(k, n) if m[i][k] != 0), None)
        if pivot is None:
            return None
        m[k], m[pivot] = m[pivot], m[k]
        m[k] = [value / m[k][k] for value in m[k]]
        for i in range(n):
            if i != k and m[i][k] != 0:
                m[i] = [x - m[i][k] * y for x, y in zip(m[i], m[k])]
    return [row[n] for row in m]


def optimum(q, c, a, b):
    n, m = len(c), len(b)
    for size in range(n + 1):
        for held in itertools.combinations(range(m), size):
            kkt = [[Fraction(x) for x in q[i]] + [Fraction(a[s][i]) for s in held] for i in range(n)]
            kkt += [[Fraction(x) for x in a[s]] + [Fraction(0)] * size for s in held]
            found = solve(kkt, [Fraction(-x) for x in c] + [Fraction(b[s]) for s in held])
            if found is None or any(value < 0 for value in found[n:]):
                continue
            if all(sum(a[i][j] * found[j] for j in range(n)) <= b[i] for i in range(m)):
                multipliers = [Fraction(0)] * m
                for s, value in zip(held, found[n:]):
                    multipliers[s] = value
                strict = all(
                    multipliers[i] > 0 or sum(a[i][j] * found[j] for j in range(n)) < b[i] for i in range(m))
                return found[:n], multipliers, strict
    return None


cases = []
r = random.Random(7)
for penalty in (10**6, 10**8, 10**10, 10**12, 10**13, 10**15):
    for t in range(12):
        n, kind = r.choice([2, 3, 4]), ["variable", "deviation", "slack", "curvature"][t % 4]
        root = [[r.randint(-3, 3) for _ in range(n)] for _ in range(n)]
        q = [[sum(row[i] * row[j] for row in root) + (i == j) for j in range(n)] for i in range(n)]
        c = [r.randint(-5, 5) for _ in range(n)]
        m = r.choice([2, 3, 4])
        a, b = [[r.randint(-3, 3) for _ in range(n)] for _ in range(m)], [r.randint(0, 4) for _ in range(m)]
        if kind == "variable":
            c[r.randrange(n)] += penalty
        elif kind == "deviation":
            w, target = [r.randint(-2, 2) for _ in range(n)], r.randint(-2, 2)
            q = [[q[i][j] + penalty * w[i] * w[j] for j in range(n)] for i in range(n)]
            c = [c[i] - penalty * target * w[i] for i in range(n)]
        elif kind == "slack":
            q = [row + [0] for row in q] + [[0] * n + [r.choice([0, 1])]]
            c.append(penalty)
            a, b = [row + [-1] for row in a] + [[0] * n + [-1]], [r.randint(-3, 1) for _ in b] + [0]
            n += 1
        else:
            j = r.randrange(n)
            q[j][j] += penalty
            c[j] += penalty * r.randint(-1, 1)
        if kind in ("variable", "curvature"):
            a += [[-1 if k == j else 0 for k in range(n)] for j in range(n)]
            b += [r.randint(0, 1) for _ in range(n)]
        found = optimum(q, c, a, b)
        if found is None:
            continue
        x, multipliers, strict = found
        value = sum(Fraction(1, 2) * x[i] * q[i][j] * x[j] for i in range(n) for j in range(n)) + sum(c[i] * x[i] for i in range(n))
        cases.append({"name": f"{kind} {penalty:.0e} {t}", "q": q, "c": c, "a": a, "b": b, "x": [float(v) for v in x],
                      "multipliers": [float(v) for v in multipliers] if strict else None, "value": float(value)})
text = json.dumps({"source": "Python 3.11, fractions", "script": "penalized-quadratic-programs.py", "cases": cases})
(Path(__file__).parent / "penalized-quadratic-programs.json").write_text(text.replace('{"name"', '\n{"name"') + "\n")
