"""Values of expressions to 50 digits, by mpmath with 400 digits: /usr/bin/python3 values.py > values.csv"""
import mpmath as mp

mp.mp.dps = 400
f = mp.mpf

FUNCTIONS = dict(
    exp=mp.exp, expm1=mp.expm1, ln=mp.log, log10=mp.log10, log1p=lambda x: mp.log(1 + x), sqrt=mp.sqrt,
    cbrt=lambda x: mp.sign(x) * mp.cbrt(abs(x)), sin=mp.sin, cos=mp.cos, tan=mp.tan, cot=mp.cot, sec=mp.sec, csc=mp.csc,
    asin=mp.asin, acos=mp.acos, atan=mp.atan, acot=mp.acot, asec=mp.asec, acsc=mp.acsc,
    sinh=mp.sinh, cosh=mp.cosh, tanh=mp.tanh, coth=mp.coth, sech=mp.sech, csch=mp.csch,
    asinh=mp.asinh, acosh=mp.acosh, atanh=mp.atanh, acoth=mp.acoth, asech=mp.asech, acsch=mp.acsch,
    factorial=mp.factorial, gamma=mp.gamma, lgamma=lambda x: mp.log(abs(mp.gamma(x))), digamma=mp.digamma,
    erf=mp.erf, erfc=mp.erfc, sigmoid=lambda x: 1 / (1 + mp.exp(-x)), softplus=lambda x: mp.log(1 + mp.exp(x)),
    gelu=lambda x: x * mp.ncdf(x), silu=lambda x: x / (1 + mp.exp(-x)), softsign=lambda x: x / (1 + abs(x)),
    logit=lambda x: mp.log(x / (1 - x)), elu=lambda x: x if x >= 0 else mp.expm1(x),
    normalpdf=mp.npdf, normalcdf=mp.ncdf)

ARGUMENTS = {
    "exp": "0.5 -30.25 1e-20 700 -1e-9 12345.678", "expm1": "1e-30 0.5 -40", "ln": "2 1.000000000000000000001 1e-300 7e200 0.70710678",
    "log10": "7 0.001 123456", "log1p": "1e-25 -0.999 5", "sqrt": "2 1e-101 3e55", "cbrt": "-2 10 1e-31",
    "asin": "0.3 -0.999999 1e-12", "acos": "0.3 0.99999999999999 -0.7", "asec": "1.5 -20", "acsc": "-1.5 20",
    "acosh": "1.0000000001 5 1e40", "atanh": "0.5 -0.99999 1e-15", "acoth": "2 -1.001", "asech": "0.3 0.99999",
    "acsch": "0.3 -200", "logit": "0.2 0.999999 1e-20", "factorial": "0.5 4.25 -2.5 60.125",
    "gamma": "0.5 -3.7 1e-10 33.3 200.5", "lgamma": "0.5 -3.7 1.0001 1e6", "digamma": "1.46163 0.01 -5.3 1e5",
    "erf": "1e-20 0.5 -3 8 30", "erfc": "0.5 3 12 40 -2 1e-9", "gelu": "-12 0.5 3", "normalcdf": "-30 -1 0.5 9", "normalpdf": "0.5 -12",
    "sech": "0.5 -300", "cot": "0.5 -4 3.14159265358979", "tan": "0.5 1.57079632679489 1e10", "sin": "0.5 -1e-25 1e22 3.14159265358979323846",
    "cos": "0.5 1.57079632679489661923 -1e15", "atan": "0.5 -1e-30 1e25 -3", "asinh": "0.5 -1e-30 1e30 -7", "elu": "-1 2 -1e-20",
}
CLOSED = {  # text: value
    "beta(2.5, 0.3)": mp.beta(f("2.5"), f("0.3")), "binomial(7.5, 3)": mp.binomial(f("7.5"), 3),
    "binomial(5.5, 2.25)": mp.binomial(f("5.5"), f("2.25")), "polygamma(3, 0.7)": mp.polygamma(3, f("0.7")),
    "polygamma(2, -3.3)": mp.polygamma(2, f("-3.3")), "polygamma(40, 2.5)": mp.polygamma(40, f("2.5")),
    "log(17, 3)": mp.log(17, 3), "root(5, 7)": mp.root(5, 7), "root(-5, 7)": -mp.root(5, 7),
    "atan2(-1, -3)": mp.atan2(-1, -3), "atan2(2, -3)": mp.atan2(2, -3), "hypot(1, 2, 3)": mp.sqrt(14),
    "logsumexp(1, 2, 3)": mp.log(mp.exp(1) + mp.exp(2) + mp.exp(3)), "2^0.3": mp.mpf(2) ** f("0.3"),
    "pi^e - e^pi": mp.pi ** mp.e - mp.e ** mp.pi, "sqrt(2) + sqrt(3) - sqrt(5 + 2*sqrt(6)) + 1e-60": f("1e-60"),
    "exp(pi*sqrt(163)) - 262537412640768744": mp.exp(mp.pi * mp.sqrt(163)) - 262537412640768744,
    "mod(100*pi, e)": mp.fmod(100 * mp.pi, mp.e), "sum(k, 1, 50, 1/k)": mp.harmonic(50), "prod(k, 1, 20, 1 + 1/k^2)": mp.nprod(lambda k: 1 + mp.mpf(1) / k ** 2, [1, 20]),
    "sin(1e-40) - 1e-40": mp.sin(f("1e-40")) - f("1e-40"), "leakyrelu(-pi)": -mp.pi * f("0.01"), "cos(pi/5)": mp.cos(mp.pi / 5),
    "sin(355)": mp.sin(355), "12345^100": mp.mpf(12345) ** 100, "e^e^e": mp.e ** (mp.e ** mp.e), "normalpdf(1)": mp.npdf(1),
    "x": 0,
}
del CLOSED["x"]

print("# source: mpmath %s, 400 digits, rounded to 50; script: values.py" % mp.__version__)
for name, function in FUNCTIONS.items():
    for x in ARGUMENTS.get(name, "0.5 -1.25 3.75 1e-20").split():
        print("%s(%s);%s" % (name, x, mp.nstr(function(f(x)), 50)))
for text, value in CLOSED.items():
    print("%s;%s" % (text, mp.nstr(value, 50)))
