"""Reference values of Markov chains: linear systems solved in mpmath 1.2.1 with 60 digits, eigenvalues and powers too."""
import json

import mpmath as mp

mp.mp.dps = 60


def matrix(rows):
    m = mp.matrix(rows)
    for i in range(m.rows):
        total = mp.fsum(m[i, j] for j in range(m.cols))
        for j in range(m.cols):
            m[i, j] /= total
    return m


def stationary(p):
    n = p.rows
    a = mp.matrix(n, n)
    for i in range(n):
        for j in range(n):
            a[i, j] = p[j, i] - (1 if i == j else 0) if i < n - 1 else 1
    return mp.lu_solve(a, mp.matrix([0] * (n - 1) + [1]))


def hitting(p):
    """Of an irreducible chain."""
    n = p.rows
    times = [[mp.mpf(0)] * n for _ in range(n)]
    for target in range(n):
        rest = [i for i in range(n) if i != target]
        a = mp.matrix(n - 1, n - 1)
        for r, i in enumerate(rest):
            for c, j in enumerate(rest):
                a[r, c] = (1 if i == j else 0) - p[i, j]
        x = mp.lu_solve(a, mp.matrix([1] * (n - 1)))
        for r, i in enumerate(rest):
            times[i][target] = x[r]
    return times


def absorption(p, transient, classes):
    n = len(transient)
    a = mp.matrix(n, n)
    for r, i in enumerate(transient):
        for c, j in enumerate(transient):
            a[r, c] = (1 if i == j else 0) - p[i, j]
    inverse = mp.inverse(a)
    probabilities = [[mp.fsum(inverse[r, k] * mp.fsum(p[transient[k], j] for j in cls) for k in range(n)) for cls in classes]
                     for r in range(n)]
    steps = [mp.fsum(inverse[r, k] for k in range(n)) for r in range(n)]
    return probabilities, steps


def second_modulus(p):
    values = sorted((abs(v) for v in mp.eig(p, left=False, right=False)), reverse=True)
    return values[1]


def mixing_time(p, pi):
    power, t = p, 1
    while max(mp.fsum(abs(power[i, j] - pi[j]) for j in range(p.rows)) / 2 for i in range(p.rows)) > mp.mpf(1) / 4:
        power, t = power * p, t + 1
    return t


def floats(values):
    return [floats(v) if isinstance(v, list) else float(v) for v in values]


def case(rows, expected, tolerance=1e-13, **more):
    return {"path": "markov-chains/analyze", "request": dict({"transition": rows}, **more), "tolerance": tolerance, "expected": expected}


def cases():
    weather = [[0.9, 0.075, 0.025], [0.15, 0.8, 0.05], [0.25, 0.25, 0.5]]
    tiny = [[1 - 1e-12, 1e-12, 0], [1e-15, 1 - 2e-15, 1e-15], [0, 0.5, 0.5]]
    cycle = [[0, 0.25, 0.75, 0], [0, 0, 0, 1], [0, 0, 0, 1], [1, 0, 0, 0]]
    for rows in (weather, tiny, cycle):
        p = matrix(rows)
        pi = list(stationary(p))
        times = hitting(p)
        kemeny = mp.fsum(pi[j] * times[0][j] for j in range(len(pi)))
        entropy = -mp.fsum(pi[i] * p[i, j] * mp.log(p[i, j]) for i in range(len(pi)) for j in range(len(pi)) if p[i, j] > 0)
        expected = {"/stationary": floats(pi), "/hittingTimes": floats(times), "/kemenyConstant": float(kemeny), "/entropyRate": float(entropy)}
        if rows is not cycle:
            expected["/mixing/secondEigenvalueModulus"] = float(second_modulus(p))
        if rows is weather:
            expected["/mixing/mixingTime"] = mixing_time(p, pi)
            expected["/after"] = floats(list((mp.matrix([[1, 0, 0]]) * p ** 10)))
            yield case(rows, expected, afterSteps=10)
        else:
            # what 1 - 1e-12 is as a double decides the twelfth digit of times: probabilities off the diagonal do not know it
            yield case(rows, expected, 1e-12)
    ruin = [[1, 0, 0, 0, 0], [0.6, 0, 0.4, 0, 0], [0, 0.6, 0, 0.4, 0], [0, 0, 0.6, 0, 0.4], [0, 0, 0, 0, 1]]
    probabilities, steps = absorption(matrix(ruin), [1, 2, 3], [[0], [4]])
    yield case(ruin, {"/absorption/probabilities": floats(probabilities), "/absorption/expectedSteps": floats(steps),
                      "/stationaryByClass": [[1, 0, 0, 0, 0], [0, 0, 0, 0, 1]], "/hittingProbabilities/1/4": float(probabilities[0][1])})


def main():
    lines = ",\n".join("    " + json.dumps(c) for c in cases())
    print('{\n  "source": "mpmath 1.2.1, 60 digits",\n  "script": "markov.py",\n  "cases": [\n' + lines + "\n  ]\n}")


main()
