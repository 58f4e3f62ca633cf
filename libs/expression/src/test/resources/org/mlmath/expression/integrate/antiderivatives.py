"""Definite integrals of the integrands in antiderivatives.txt over an interval on which they are continuous, by mpmath's
quadrature at 40 digits: what an antiderivative must reproduce as a difference of two values.

    python3 antiderivatives.py < antiderivatives.txt > antiderivatives.csv
"""

import re
import sys

from mpmath import mp, mpf, quad
import mpmath

mp.dps = 40

NAMES = {name: getattr(mpmath, name) for name in (
    "sin cos tan cot sec csc asin acos atan sinh cosh tanh coth sech csch asinh acosh atanh erf erfc exp sqrt pi e log10 "
    "cbrt sign gamma").split()}
NAMES.update(
    abs=lambda x: abs(x),
    ln=mpmath.ln,
    log=lambda x, b: mpmath.ln(x) / mpmath.ln(b),
    sigmoid=lambda x: 1 / (1 + mpmath.exp(-x)),
    softplus=lambda x: mpmath.ln(1 + mpmath.exp(x)),
    relu=lambda x: max(x, mpf(0)),
    normalpdf=mpmath.npdf,
    normalcdf=mpmath.ncdf,
    gelu=lambda x: x * mpmath.ncdf(x),
    logit=lambda x: mpmath.ln(x / (1 - x)),
)

print("# integrand, from, to, integral; mpmath %s" % mpmath.__version__)
for line in sys.stdin:
    text = line.strip()
    code = compile(re.sub(r"(?<![\w.])(\d+(\.\d+)?)", r"mpf('\1')", text.replace("^", "**")), text, "eval")

    def f(x):
        return mpmath.mpmathify(eval(code, {"mpf": mpf, "x": x, "__builtins__": {}}, NAMES))

    for low, high in ((mpf("0.25"), mpf("0.75")), (mpf("1.125"), mpf("1.5"))):
        try:
            reason = "not real"
            values = [f(low + (high - low) * i / 16) for i in range(17)]
            if all(v.imag == 0 and mpmath.isfinite(v) for v in values):
                print('"%s",%s,%s,%s' % (text, mpmath.nstr(low), mpmath.nstr(high), mpmath.nstr(quad(f, [low, high]), 25)))
                break
        except (ValueError, ZeroDivisionError, TypeError) as error:
            reason = error
    else:
        sys.stderr.write("left out: %s (%s)\n" % (text, reason))
