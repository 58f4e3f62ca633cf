"""Answers of R to requests of this service: each case is a path, a request, and R expressions for what stands at JSON Pointers of the
answer. Imported by the scripts beside it.
"""
import json
import subprocess
import sys

CASES = []


def case(path, request, setup, **expected):
    """Names of expected values are pointers with _ for /; setup is R code that the values' expressions refer to."""
    CASES.append((path, request, setup, {"/" + k.replace("__", "/"): v for k, v in expected.items()}))


def write(script, tolerance=1e-9):
    code = ["options(warn=-1)", "put <- function(x) cat(sprintf('%.17g\\n', as.numeric(x)))"]
    for _, _, setup, expected in CASES:
        code.append(setup)
        code += ["put(%s)" % e for e in expected.values()]
    run = subprocess.run(["Rscript", "-"], input="\n".join(code), capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    values = iter(run.stdout.split())
    version = subprocess.run(["Rscript", "-e", "cat(R.version.string)"], capture_output=True, text=True).stdout
    rows = []
    for path, request, setup, expected in CASES:
        rows.append(json.dumps({"path": path, "request": request, "r": setup, "expected": {k: next(values) for k in expected}}, ensure_ascii=False))
    print('{"source": "%s", "script": "%s", "tolerance": %g, "cases": [\n%s\n]}' % (version, script, tolerance, ",\n".join(rows)))
