"""Reference sums of convergent series by mpmath at 40 digits: python3 series.py > series.json"""
import json
import mpmath
from mpmath import *

mp.dps = 40
CASES = [
    ("1/n^2", 1, lambda n: 1 / n**2),
    ("1/n^3", 1, lambda n: 1 / n**3),
    ("1/n^4", 1, lambda n: 1 / n**4),
    ("1/(n*sqrt(n))", 1, None, lambda: zeta(mpf(3) / 2)),
    ("1/n^1.1", 1, None, lambda: zeta(mpf(11) / 10)),
    ("ln(n)/n^2", 1, None, lambda: -zeta(2, 1, 1)),
    ("(ln(n)/n)^2", 1, None, lambda: zeta(2, 1, 2)),
    ("1/(n^2+1)", 1, None, lambda: (pi * coth(pi) - 1) / 2),
    ("1/(4n^2-1)", 1, None, lambda: mpf(1) / 2),
    ("1/(n*(n+1))", 1, None, lambda: mpf(1)),
    ("1-cos(1/n)", 1, lambda n: 1 - cos(1 / n)),
    ("atan(1/n^2)", 1, lambda n: atan(1 / n**2)),
    ("(1/2)^n", 0, None, lambda: mpf(2)),
    ("n/2^n", 1, None, lambda: mpf(2)),
    ("n^2/3^n", 1, None, lambda: mpf(3) / 2),
    ("1/n!", 0, None, lambda: e),
    ("(-1)^n/n!", 0, None, lambda: exp(-1)),
    ("2^n/n!", 1, None, lambda: e**2 - 1),
    ("n!/n^n", 1, lambda n: factorial(n) / n**n),
    ("1/n^n", 1, lambda n: n ** (-n)),
    ("e^(-n^2)", 1, lambda n: exp(-n * n)),
    ("e^(-n)", 1, None, lambda: 1 / (e - 1)),
    ("binomial(2n,n)/8^n", 1, None, lambda: sqrt(mpf(2)) - 1),
    ("1/(2^n*n)", 1, None, lambda: log(2)),
    ("0.99^n", 1, None, lambda: mpf(99)),
    ("(-1)^(n+1)/n", 1, None, lambda: log(2)),
    ("(-1)^n/(2n+1)", 0, None, lambda: pi / 4),
    ("(-1)^n/sqrt(n)", 1, None, lambda: -altzeta(mpf(1) / 2)),
    ("(-1)^n*ln(n)/n", 1, None, lambda: euler * log(2) - log(2) ** 2 / 2),
    ("cos(n*pi)/n", 1, None, lambda: -log(2)),
    ("(-2/3)^n", 1, None, lambda: -mpf(2) / 5),
    ("sin(n)/n", 1, None, lambda: (pi - 1) / 2),
    ("sin(n)/n^2", 1, None, lambda: clsin(2, 1)),
    ("0.5^n*sin(n)", 1, None, lambda: (exp(1j) / 2 / (1 - exp(1j) / 2)).imag),
]
cases = []
for case in CASES:
    value = case[3]() if case[2] is None else nsum(case[2], [case[1], inf])
    cases.append({"term": case[0], "from": case[1], "value": nstr(value, 25)})
print('{"source": "mpmath %s, 40 digits", "script": "series.py", "cases": [' % mpmath.__version__)
print(",\n".join("  " + json.dumps(case) for case in cases))
print("]}")
