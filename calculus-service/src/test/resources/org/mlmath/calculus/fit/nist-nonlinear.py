"""Collects the nonlinear regression problems of NIST's Statistical Reference Datasets, as published, in one file.

usage: nist-nonlinear.py <directory with the 27 published .dat files>
"""
import json
import pathlib
import re
import sys

# The models as the .dat files state them; log[y] of Nelson stands for the target.
MODELS = {
    "Bennett5": "b1*(b2+x)^(-1/b3)",
    "BoxBOD": "b1*(1-exp(-b2*x))",
    "Chwirut1": "exp(-b1*x)/(b2+b3*x)",
    "Chwirut2": "exp(-b1*x)/(b2+b3*x)",
    "DanWood": "b1*x^b2",
    "ENSO": "b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/12) + b5*cos(2*pi*x/b4) + b6*sin(2*pi*x/b4)"
            " + b8*cos(2*pi*x/b7) + b9*sin(2*pi*x/b7)",
    "Eckerle4": "(b1/b2)*exp(-0.5*((x-b3)/b2)^2)",
    "Gauss1": "b1*exp(-b2*x) + b3*exp(-(x-b4)^2/b5^2) + b6*exp(-(x-b7)^2/b8^2)",
    "Gauss2": "b1*exp(-b2*x) + b3*exp(-(x-b4)^2/b5^2) + b6*exp(-(x-b7)^2/b8^2)",
    "Gauss3": "b1*exp(-b2*x) + b3*exp(-(x-b4)^2/b5^2) + b6*exp(-(x-b7)^2/b8^2)",
    "Hahn1": "(b1+b2*x+b3*x^2+b4*x^3)/(1+b5*x+b6*x^2+b7*x^3)",
    "Kirby2": "(b1+b2*x+b3*x^2)/(1+b4*x+b5*x^2)",
    "Lanczos1": "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)",
    "Lanczos2": "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)",
    "Lanczos3": "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)",
    "MGH09": "b1*(x^2+x*b2)/(x^2+x*b3+b4)",
    "MGH10": "b1*exp(b2/(x+b3))",
    "MGH17": "b1 + b2*exp(-x*b4) + b3*exp(-x*b5)",
    "Misra1a": "b1*(1-exp(-b2*x))",
    "Misra1b": "b1*(1-(1+b2*x/2)^(-2))",
    "Misra1c": "b1*(1-(1+2*b2*x)^(-0.5))",
    "Misra1d": "b1*b2*x*((1+b2*x)^(-1))",
    "Nelson": "b1 - b2*x1*exp(-b3*x2)",
    "Rat42": "b1/(1+exp(b2-b3*x))",
    "Rat43": "b1/((1+exp(b2-b3*x))^(1/b4))",
    "Roszman1": "b1 - b2*x - arctan(b3/(x-b4))/pi",
    "Thurber": "(b1+b2*x+b3*x^2+b4*x^3)/(1+b5*x+b6*x^2+b7*x^3)",
}
NUMBER = r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?"


def certified(text, name):
    return float(re.search(name + r":\s*(" + NUMBER + ")", text).group(1))


def case(path):
    name, text = path.stem, path.read_text()
    rows = re.findall(rf"^\s*(b\d)\s*=\s*({NUMBER})\s+({NUMBER})\s+({NUMBER})\s+({NUMBER})\s*$", text, re.M)
    head, body = text.rsplit("Data:", 1)
    columns = body.split("\n", 1)[0].split()
    values = [[float(entry) for entry in line.split()] for line in body.split("\n")[1:] if line.strip()]
    count = int(re.search(r"Number of Observations:\s*(\d+)", text).group(1))
    assert len(values) == count and all(len(row) == len(columns) for row in values), name
    return {
        "name": name,
        "expression": MODELS[name],
        "target": "ln(y)" if name == "Nelson" else "y",
        "starts": [{row[0]: float(row[k]) for row in rows} for k in (1, 2)],
        "parameters": {row[0]: float(row[3]) for row in rows},
        "standardErrors": {row[0]: float(row[4]) for row in rows},
        "residualSumOfSquares": certified(text, "Residual Sum of Squares"),
        "residualStandardDeviation": certified(text, "Residual Standard Deviation"),
        # Rat43.dat says 9; it has 15 observations and 4 parameters, and its own residual standard deviation is that of 11.
        "degreesOfFreedom": 11 if name == "Rat43" else int(certified(text, "Degrees of Freedom")),
        "data": {column: [row[k] for row in values] for k, column in enumerate(columns)},
    }


cases = [case(path) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.dat"), key=lambda path: path.name.lower())]
assert [c["name"] for c in cases] == sorted(MODELS, key=str.lower)
lines = ",\n".join("  " + json.dumps(c) for c in cases)
source = "NIST/ITL Statistical Reference Datasets, nonlinear regression: data, starting and certified values as published"
pathlib.Path(__file__).with_suffix(".json").write_text(
    f'{{"source": "{source}", "script": "nist-nonlinear.py", "cases": [\n{lines}\n]}}\n')
