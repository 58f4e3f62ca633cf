"""Tail probabilities of rank statistics by enumeration in exact rationals; R's answers beside them where R has them.

Every arrangement of the midranks is looked at, or, where these are too many without ties, R 4.2's pwilcox, psignrank and
pKendall stand alone. Where both exist they must agree to 1e-12, or this script stops.

Run: python3 null-distributions.py > null-distributions.json
"""
import itertools
import json
import subprocess
from fractions import Fraction
from math import comb, factorial

from scipy.stats import rankdata


def ranks(values):
    return [Fraction(r).limit_denominator(2) for r in rankdata(values)]


def tails(statistics, observed):
    n = len(statistics)
    return Fraction(sum(s <= observed for s in statistics), n), Fraction(sum(s >= observed for s in statistics), n)


def r(expression):
    out = subprocess.run(["Rscript", "-e", "options(digits=17); cat(format(%s, digits=17))" % expression], capture_output=True, text=True, check=True)
    return float(out.stdout)


cases = []


def case(kind, request, observed, lower, upper):
    for p in (lower, upper):
        assert 0 <= p <= 1
    cases.append({"kind": kind, **request, "observed": float(observed), "atMost": repr(float(lower)), "atLeast": repr(float(upper))})


def rank_sum(values, m):
    rs = ranks(values)
    sums = [sum(c) for c in itertools.combinations(rs, m)]
    observed = sum(rs[:m])
    lower, upper = tails(sums, observed)
    if len(set(values)) == len(values):
        u = int(observed) - m * (m + 1) // 2
        assert abs(r("pwilcox(%d, %d, %d)" % (u, m, len(values) - m)) - lower) < 1e-12
    case("rank-sum", {"values": values, "m": m}, observed, lower, upper)


def signed_rank(values):
    rs = ranks([abs(v) for v in values])
    sums = [sum(itertools.compress(rs, signs)) for signs in itertools.product((0, 1), repeat=len(rs))]
    observed = sum(rk for rk, v in zip(rs, values) if v > 0)
    lower, upper = tails(sums, observed)
    if len({abs(v) for v in values}) == len(values):
        assert abs(r("psignrank(%d, %d)" % (observed, len(rs))) - lower) < 1e-12
    case("signed-rank", {"values": values}, observed, lower, upper)


def sign(x):
    return (x > 0) - (x < 0)


def kendall(x, y):
    pairs = list(itertools.combinations(range(len(x)), 2))
    sx = [sign(x[i] - x[j]) for i, j in pairs]
    score = lambda v: sum(s * sign(v[i] - v[j]) for s, (i, j) in zip(sx, pairs))
    scores = [score(p) for p in itertools.permutations(y)]
    lower, upper = tails(scores, score(y))
    case("kendall", {"x": x, "y": y}, score(y), lower, upper)


def spearman(x, y):
    rx, ry = ranks(x), ranks(y)
    doubled = [int(2 * v) for v in rx]
    sums = [sum(a * b for a, b in zip(doubled, p)) for p in itertools.permutations([int(2 * v) for v in ry])]
    observed = sum(a * int(2 * b) for a, b in zip(doubled, ry))
    lower, upper = tails(sums, observed)
    case("spearman", {"x": x, "y": y}, Fraction(observed, 4), lower, upper)


def kruskal(groups):
    pooled = [v for g in groups for v in g]
    rs = [int(2 * v) for v in ranks(pooled)]
    sizes = [len(g) for g in groups]

    def assignments(items, sizes):
        if len(sizes) == 1:
            yield (sum(rs[i] for i in items),)
            return
        for chosen in itertools.combinations(items, sizes[0]):
            rest = [i for i in items if i not in chosen]
            for others in assignments(rest, sizes[1:]):
                yield (sum(rs[i] for i in chosen),) + others

    dispersion = lambda sums: sum(Fraction(s * s, n) for s, n in zip(sums, sizes))
    everything = [dispersion(s) for s in assignments(list(range(len(rs))), sizes)]
    at, observed = 0, []
    for n in sizes:
        observed.append(sum(rs[at:at + n]))
        at += n
    lower, upper = tails(everything, dispersion(observed))
    case("kruskal-wallis", {"groups": groups}, 0, lower, upper)


def friedman(blocks):
    rs = [[int(2 * v) for v in ranks(b)] for b in blocks]
    k = len(blocks[0])
    dispersion = lambda rows: sum(sum(row[j] for row in rows) ** 2 for j in range(k))
    everything = [dispersion(rows) for rows in itertools.product(*[list(itertools.permutations(b)) for b in rs])]
    lower, upper = tails(everything, dispersion(rs))
    case("friedman", {"blocks": blocks}, 0, lower, upper)


def runs(m, n, observed):
    counts = {}
    for ones in itertools.combinations(range(m + n), m):
        sequence = [i in ones for i in range(m + n)]
        c = 1 + sum(a != b for a, b in zip(sequence, sequence[1:]))
        counts[c] = counts.get(c, 0) + 1
    total = comb(m + n, m)
    lower = Fraction(sum(v for c, v in counts.items() if c <= observed), total)
    upper = Fraction(sum(v for c, v in counts.items() if c >= observed), total)
    case("runs", {"m": m, "n": n}, observed, lower, upper)


rank_sum([1.1, 2.2, 0.3, 4.5, 2.5, 3.1, 7.0], 3)
rank_sum([1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 4.0, 7.0, 8.0], 4)
rank_sum([5.0, 5.0, 1.0, 1.0, 5.0, 1.0, 2.0, 2.0, 2.0, 9.0], 7)
rank_sum([3.0, 3.0, 3.0, 3.0], 2)
rank_sum([9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0], 5)
rank_sum([1.0, 2.0], 1)
signed_rank([1.5, -0.5, 2.5, 3.5, -4.5, 6.0, 7.0])
signed_rank([1.0, -1.0, 2.0, 2.0, -2.0, 3.0, 5.0, -8.0, 8.0, 8.0])
signed_rank([1.0])
signed_rank([2.0, 2.0, -2.0, 2.0])
kendall([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5])
kendall([1, 1, 2, 3, 3, 3, 4], [2, 1, 2, 4, 4, 5, 3])
kendall([1, 1, 1, 2, 2, 2, 2], [1, 2, 1, 2, 2, 2, 1])
kendall([1, 2], [2, 1])
spearman([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 7, 6, 5])
spearman([1, 1, 2, 3, 3, 3, 4], [2, 1, 2, 4, 4, 5, 3])
spearman([1, 2, 3, 4, 5, 6, 7, 8], [8, 6, 7, 5, 3, 4, 2, 1])
kruskal([[1.0, 2.0, 4.0], [3.0, 6.0], [5.0, 7.0, 8.0]])
kruskal([[1.0, 1.0, 4.0], [1.0, 4.0, 9.0, 9.0], [9.0, 7.0]])
kruskal([[6.4, 6.8, 7.2, 8.3], [2.5, 3.7, 4.9, 5.4], [1.3, 4.1, 5.2]])
kruskal([[1.0], [2.0], [2.0], [3.0, 4.0]])
friedman([[1.0, 2.0, 3.0], [1.5, 2.5, 2.0], [0.0, 1.0, 2.0], [3.0, 1.0, 2.0]])
friedman([[1.0, 1.0, 3.0, 4.0], [2.0, 2.0, 2.0, 1.0], [1.0, 2.0, 3.0, 4.0]])
friedman([[1.0, 2.0], [1.0, 2.0], [2.0, 1.0], [3.0, 5.0], [1.0, 1.0]])
for m, n, c in ((5, 7, 4), (5, 7, 11), (1, 4, 3), (3, 3, 2), (8, 6, 8), (1, 1, 2)):
    runs(m, n, c)

# Too many arrangements to look at: counted by recurrences in integers.
def rank_sum_counts(m, n):
    table = {}

    def count(m, n):
        if (m, n) not in table:
            if m == 0 or n == 0:
                table[m, n] = [1]
            else:
                a, b = count(m - 1, n), count(m, n - 1)
                table[m, n] = [(a[u - n] if 0 <= u - n < len(a) else 0) + (b[u] if u < len(b) else 0) for u in range(m * n + 1)]
        return table[m, n]

    return count(m, n)


for m, n, u in ((30, 20, 100), (49, 49, 400), (25, 40, 700)):
    counts = rank_sum_counts(m, n)
    total = comb(m + n, m)
    lower, upper = Fraction(sum(counts[:u + 1]), total), Fraction(sum(counts[u:]), total)
    reference = r("pwilcox(%d, %d, %d)" % (u, m, n))
    assert abs(reference / float(lower) - 1) < 1e-10, (reference, float(lower))
    case("rank-sum-untied", {"m": m, "n": n}, u + m * (m + 1) // 2, lower, upper)

for n, w in ((40, 150), (80, 700), (49, 1100)):
    counts = [1]
    for i in range(1, n + 1):
        counts = [(counts[s] if s < len(counts) else 0) + (counts[s - i] if s >= i else 0) for s in range(len(counts) + i)]
    lower, upper = Fraction(sum(counts[:w + 1]), 2**n), Fraction(sum(counts[w:]), 2**n)
    assert abs(r("psignrank(%d, %d)" % (w, n)) / float(lower) - 1) < 1e-10
    case("signed-rank-untied", {"n": n}, w, lower, upper)

for n, s in ((10, 21), (40, -300), (49, 500), (100, -2500), (33, 0)):
    counts = [1]
    for i in range(2, n + 1):
        counts = [sum(counts[k - j] for j in range(i) if 0 <= k - j < len(counts)) for k in range(len(counts) + i - 1)]
    pairs = n * (n - 1) // 2
    at_most = Fraction(sum(c for d, c in enumerate(counts) if pairs - 2 * d <= s), factorial(n))
    at_least = Fraction(sum(c for d, c in enumerate(counts) if pairs - 2 * d >= s), factorial(n))
    case("kendall-untied", {"n": n}, s, at_most, at_least)

print('{"source": "enumeration in exact rationals; R 4.2 pwilcox, psignrank", "script": "null-distributions.py", "cases": [')
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
