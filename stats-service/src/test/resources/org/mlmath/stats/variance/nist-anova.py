"""The certified values of NIST's Statistical Reference Datasets for analysis of variance, with their data, and F from the doubles nearest to the
data in exact rationals: the best a program can do that is given doubles.

Reads the data files as NIST distributes them from the directory that is its argument. Groups of the simulated sets SmLs are a first value and
two that alternate, and are written so: [first, second, third, count].

Run: python3 nist-anova.py <directory> > nist-anova.json
"""
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

rows = []
for path in sorted(Path(sys.argv[1]).glob("*.dat")):
    lines = path.read_text().splitlines()
    span = [int(n) for n in re.search(r"Data\s+\(lines (\d+) to (\d+)\)", path.read_text()).groups()]
    certified = next(l for l in lines if l.startswith("Between"))
    within = next(l for l in lines if l.startswith("Within"))
    groups = {}
    for line in lines[span[0] - 1:span[1]]:
        words = line.split()
        groups.setdefault(words[0], []).append(words[1])
    b, w = certified.split()[-4:], within.split()[-3:]
    data = list(groups.values())
    exact = [[Fraction(float(x)) for x in g] for g in data]
    n = sum(map(len, exact))
    mean = sum(map(sum, exact)) / n
    between = sum(len(g) * (sum(g) / len(g) - mean) ** 2 for g in exact)
    inside = sum(sum(x * x for x in g) - sum(g) ** 2 / len(g) for g in exact)
    f = between / (len(exact) - 1) / (inside / (n - len(exact)))
    compact = []
    for g in data:
        pattern = [float(g[0]), float(g[1]), float(g[2])]
        expanded = [pattern[0]] + [pattern[1 + i % 2] for i in range(len(g) - 1)]
        compact.append({"pattern": pattern, "count": len(g)} if len(g) > 20 and expanded == [float(x) for x in g] else {"data": [float(x) for x in g]})
    rows.append(json.dumps({"name": path.stem, "groups": compact, "degrees": [int(b[0]), int(w[0])], "between": b[1], "within": w[1], "f": b[3], "exactF": repr(float(f)), "exactBetween": repr(float(between)), "exactWithin": repr(float(inside))}))
print('{"source": "NIST Statistical Reference Datasets, analysis of variance", "script": "nist-anova.py", "cases": [\n%s\n]}' % ",\n".join(rows))
