"""Reference limits by SymPy: python3 limits.py > limits.json"""
import json
import signal
import sympy as sp

x = sp.symbols("x", real=True)
CASES = """
sin(x)/x;0 | sin(3*x)/sin(5*x);0 | (1-cos(x))/x**2;0 | (1-cos(x))/x;0 | tan(x)/x;0 | (tan(x)-sin(x))/x**3;0 | (x-sin(x))/x**3;0
(exp(x)-1)/x;0 | (exp(x)-1-x)/x**2;0 | log(1+x)/x;0 | (log(1+x)-x)/x**2;0 | (sqrt(1+x)-1)/x;0 | ((1+x)**5-1)/x;0 | asin(x)/x;0 | atan(x)/x;0
(exp(x)-exp(-x))/sin(x);0 | (2**x-1)/x;0 | (3**x-2**x)/x;0 | x/sin(2*x);0 | x*cot(x);0 | x*log(x);0;+ | x**2*log(x);0;+ | x**x;0;+ | sqrt(x)*log(x);0;+
(1+x)**(1/x);0 | (1+2*x)**(1/x);0 | (1-x)**(1/x);0 | (cos(x))**(1/x**2);0 | (sin(x)/x)**(1/x**2);0 | (1+sin(x))**(1/x);0 | (exp(x)+x)**(1/x);0
1/x;0;+ | 1/x;0;- | 1/x**2;0 | -1/x**2;0 | exp(1/x);0;+ | exp(1/x);0;- | exp(-1/x**2);0 | 1/(1+exp(1/x));0;+ | 1/(1+exp(1/x));0;- | atan(1/x);0;+ | atan(1/x);0;-
Abs(x)/x;0;+ | Abs(x)/x;0;- | log(x);0;+ | x*sin(1/x);0 | x**2*sin(1/x);0 | sin(x)*sin(1/x);0 | floor(x);2;+ | floor(x);2;- | ceiling(x);3;+ | sign(x);0;-
(x**2-1)/(x-1);1 | (x**2-4)/(x-2);2 | (x**3-8)/(x-2);2 | (x**3-1)/(x**2-1);1 | (x**2-5*x+6)/(x**2-4);2 | (sqrt(x)-2)/(x-4);4 | (sqrt(x+3)-2)/(x-1);1 | (x**4-16)/(x-2);2
log(x)/(x-1);1 | (x**5-1)/(x-1);1 | sin(pi*x)/(x-1);1 | (x-1)/log(x);1 | x**(1/(1-x));1 | (1/log(x)-1/(x-1));1 | tan(pi*x/2)*(x-1);1 | (x**(1/3)-1)/(x-1);1
(sin(x)-1)/(x-pi/2);pi/2 | cos(x)/(x-pi/2);pi/2 | (sin(x)-sqrt(2)/2)/(x-pi/4);pi/4 | tan(x);pi/2;- | tan(x);pi/2;+ | (1+cos(x))/(x-pi)**2;pi | sin(x);pi/6 | x**2+3*x;2 | exp(x);1
1/x;oo | (2*x**2+1)/(3*x**2-x);oo | (x+1)/(x**2+1);oo | (x**3+1)/(x**2+1);oo | (x**3+1)/(x**2+1);-oo | (1+1/x)**x;oo | (1+3/x)**x;oo | (1-1/x)**x;oo | (1+1/x)**(2*x);oo | ((x+1)/(x-1))**x;oo
x*exp(-x);oo | x**10*exp(-x);oo | exp(x)/x**5;oo | log(x)/x;oo | log(x)**3/x;oo | log(x)/sqrt(x);oo | x**(1/x);oo | log(x);oo | sqrt(x**2+x)-x;oo | sqrt(x+1)-sqrt(x);oo | x*(sqrt(x**2+1)-x);oo | sqrt(x**2+3*x)-sqrt(x**2+x);oo
atan(x);oo | atan(x);-oo | tanh(x);oo | tanh(x);-oo | 1/(1+exp(-x));oo | 1/(1+exp(-x));-oo | exp(x);-oo | exp(-x);oo | x*sin(1/x);oo | sin(x)/x;oo | cos(x)/x**2;oo | x*log(1+1/x);oo | x**2*(1-cos(1/x));oo | (x+sin(x))/x;oo
sqrt(x**2+1)/x;oo | sqrt(x**2+1)/x;-oo | (3*x-1)/sqrt(4*x**2+x);oo | (3*x-1)/sqrt(4*x**2+x);-oo | (2**x+3**x)**(1/x);oo | log(1+exp(x))/x;oo | log(1+exp(x))-x;oo | x-log(cosh(x));oo | erf(x);oo | x**3-x**2;oo | x**3-x**2;-oo | (x**2+1)/(1-x);oo
exp(x)*(exp(1/x-exp(-x))-exp(1/x));oo | exp(x)*(exp(1/x+exp(-x)+exp(-x**2))-exp(1/x-exp(-exp(x))));oo | exp(exp(x-exp(-x))/(1-1/x))-exp(exp(x));oo | x*log(x)*log(x*exp(x)-x**2)**2/log(log(x**2+2*exp(exp(3*x**3*log(x)))));oo
(exp(x*exp(-x)/(exp(-x)+exp(-2*x**2/(x+1))))-exp(x))/x;oo | (3**x+5**x)**(1/x);oo | x/log(x**(log(x**(log(2)/log(x)))));oo | exp(4*x*exp(-x)/(1/exp(x)+1/exp(2*x**2/(x+1))))-exp(x);oo | log(x)*(log(log(x)+log(log(x)))-log(log(x)))/log(log(x)+log(log(log(x))));oo
exp(log(log(x+exp(log(x)*log(log(x)))))/log(log(log(exp(x)+x+log(x)))));oo | exp(sin(1/x+exp(-exp(x)))-sin(1/x))-1;oo | exp(exp(x))*(exp(sin(1/x+exp(-exp(x))))-exp(sin(1/x)));oo | log(x-sqrt(x))/log(x);oo | log(log(x))/log(x);oo | (log(x+1)-log(x))*x;oo
(sin(tan(x))-tan(sin(x)))/x**7;0 | (cos(sin(x))-cos(x))/x**4;0 | (exp(x)-exp(sin(x)))/x**3;0 | (1/x-1/sin(x));0 | (1/x**2-1/sin(x)**2);0 | (1/x**2-1/tan(x)**2);0 | (1/(exp(x)-1)-1/x);0 | (sinh(x)-sin(x))/x**3;0 | gamma(x+1);0 | (x**x-1)/(x*log(x));0;+
"""


def expired(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, expired)
cases = []
for case in CASES.replace("\n", "|").split("|"):
    if not case.strip():
        continue
    parts = [p.strip() for p in case.split(";")]
    f, to = sp.sympify(parts[0], {"x": x}), sp.sympify(parts[1])
    direction = parts[2] if len(parts) > 2 else "both"
    try:
        signal.alarm(40)
        if direction == "both" and not to.is_infinite:
            left, right = sp.limit(f, x, to, "-"), sp.limit(f, x, to, "+")
            if left != right and sp.N(left - right) != 0:
                raise ValueError(f"{f}: {left} {right}")
            value = right
        else:
            value = sp.limit(f, x, to, direction if direction in "+-" else "+")
        signal.alarm(0)
    except (TimeoutError, NotImplementedError, ValueError) as e:
        signal.alarm(0)
        import sys
        print(f, to, repr(e), file=sys.stderr)
        continue
    number = "Infinity" if value == sp.oo else "-Infinity" if value == -sp.oo else str(sp.N(value, 20))
    text = parts[0].replace("**", "^").replace("Abs(", "abs(").replace("ceiling(", "ceil(")
    target = "Infinity" if to == sp.oo else "-Infinity" if to == -sp.oo else parts[1]
    side = {"+": "right", "-": "left", "both": "both"}[direction]
    cases.append({"expression": text, "to": target, "side": side, "value": number})
print('{"source": "SymPy %s", "script": "limits.py", "cases": [' % sp.__version__)
print(",\n".join("  " + json.dumps(case) for case in cases))
print("]}")
