"""NIST StRD univariate sets, from the data files NIST publishes, into univariate.json.

Usage: univariate.py DIRECTORY, where DIRECTORY holds Lew.dat, Lottery.dat, Mavro.dat, Michelso.dat and NumAcc1.dat to NumAcc4.dat.
PiDigits takes its 5,000 digits from mpmath, with a 3 for the 957th, an 8, because NIST's file has it so and the certified values go
with the file.
"""
import json
import re
import sys
from pathlib import Path

import mpmath

NUMBER = r"(-?\d*\.?\d+(?:[eE][-+]?\d+)?)"


def data_set(name, text):
    lines = text.splitlines()
    certified = {}
    for key, words in (("mean", "Sample Mean"), ("standardDeviation", "Sample Standard Deviation"), ("lag1", "Sample Autocorrelation")):
        line = next(line for line in lines if line.startswith(words))
        certified[key] = re.search(r":\s*" + NUMBER, line).group(1)
    start = max(i for i, line in enumerate(lines) if line.startswith("-----")) + 1
    values = [line.strip() for line in lines[start:] if line.strip()]
    return {"name": name, **certified, "values": [float(v) for v in values]}


def short(case):
    values = case["values"]
    if len(values) > 1000 and values[1:3] * ((len(values) - 1) // 2) == values[1:]:
        case = dict(case, values=values[:1], then=values[1:3], times=(len(values) - 1) // 2)
    return case


def pi_digits():
    mpmath.mp.dps = 5010
    digits = mpmath.nstr(mpmath.pi, 5005).replace(".", "")[:5000]
    digits = digits[:956] + "3" + digits[957:]
    return {"name": "PiDigits", "mean": "4.53480000000000", "standardDeviation": "2.86733906028871",
            "lag1": "-0.00355099287237972", "digits": digits}


def main():
    directory = Path(sys.argv[1])
    names = ["Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"]
    cases = [pi_digits()] + [short(data_set(n, (directory / (n + ".dat")).read_text())) for n in names]
    lines = ",\n".join("    " + json.dumps(case) for case in cases)
    print('{\n  "source": "NIST Statistical Reference Datasets, univariate summary statistics, certified to 15 digits",')
    print('  "script": "univariate.py",\n  "cases": [\n' + lines + "\n  ]\n}")


main()
