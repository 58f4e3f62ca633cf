"""Makes activations.json and losses.json: mpmath at 60 digits from the formulas, and at moderate arguments compared here with PyTorch
(float64), so that formulas and conventions are PyTorch's. Run with Debian's python3-mpmath and python3-torch."""
import json

import mpmath as mp
import torch
import torch.nn.functional as F

mp.mp.dps = 60


def sigmoid(z):
    return 1 / (1 + mp.exp(-z))


def phi(z):
    return mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi)


def cdf(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def gelu_tanh(z):
    return z * sigmoid(2 * mp.sqrt(2 / mp.pi) * (z + mp.mpf("0.044715") * z**3))


L = mp.mpf("1.0507009873554804934193349852946")
A = mp.mpf("1.6732632423543772848170429916717")
ELEMENTWISE = {
    "linear": (lambda z: z, lambda z: z),
    "sigmoid": (sigmoid, torch.sigmoid),
    "tanh": (mp.tanh, torch.tanh),
    "relu": (lambda z: max(z, 0), torch.relu),
    "leaky-relu": (lambda z: z if z > 0 else mp.mpf(0.2) * z, lambda z: F.leaky_relu(z, 0.2)),
    "elu": (lambda z: z if z > 0 else mp.mpf(1.5) * mp.expm1(z), lambda z: F.elu(z, 1.5)),
    "selu": (lambda z: L * z if z > 0 else L * A * mp.expm1(z), F.selu),
    "gelu": (lambda z: z * cdf(z), F.gelu),
    "gelu-tanh": (gelu_tanh, lambda z: 0.5 * z * (1 + torch.tanh((2 / torch.pi) ** 0.5 * (z + 0.044715 * z**3)))),
    "silu": (lambda z: z * sigmoid(z), F.silu),
    "softplus": (lambda z: mp.log1p(mp.exp(z)) if z < 50 else z + mp.log1p(mp.exp(-z)), F.softplus),
    "softsign": (lambda z: z / (1 + abs(z)), F.softsign),
}
# Not near -0.7518, where the derivative of gelu is zero.
POINTS = [-1000.0, -700.0, -300.0, -38.0, -20.0, -5.5, -2.25, -1.0, -0.6, -1e-3, -1e-9, 1e-9, 1e-3, 0.3, 1.0, 2.5, 6.0, 30.0, 300.0, 1000.0]


def derivative(f, z):
    """Central difference in 400 digits: the error is far below a double's last place."""
    with mp.workdps(1500):
        h = mp.mpf(10) ** -700
        return (f(mp.mpf(z) + h) - f(mp.mpf(z) - h)) / (2 * h)


def number(x):
    x = +x
    f = float(x)
    return f if abs(f) > 1e-300 or f == 0 else 0.0


cases = []
for name, (f, reference) in ELEMENTWISE.items():
    values, slopes = [], []
    for z in POINTS:
        with mp.workdps(1500):
            values.append(number(f(mp.mpf(z))))
        slopes.append(number(derivative(f, z)))
        if abs(z) < 6:
            t = torch.tensor(z, dtype=torch.float64, requires_grad=True)
            y = reference(t)
            y.backward()
            assert abs(float(y) - values[-1]) < 1e-12, (name, z, float(y), values[-1])
            assert abs(float(t.grad) - slopes[-1]) < 1e-12, (name, z, float(t.grad), slopes[-1])
    cases.append({"name": name, "z": POINTS, "values": values, "derivatives": slopes})

for z in [[1.0, 2.0, 3.0], [-1000.0, 0.0, 1000.0], [0.1, 0.1, 40.0], [5.0], [700.0, 701.0, -3.0, 699.5]]:
    with mp.workdps(1500):
        e = [mp.exp(mp.mpf(x)) for x in z]
        p = [x / sum(e) for x in e]
        cases.append({
            "name": "softmax", "z": z, "values": [number(x) for x in p],
            "derivatives": [number(p[i] * ((i == j) - p[j])) for i in range(len(z)) for j in range(len(z))]})
        cases.append({
            "name": "log-softmax", "z": z, "values": [number(mp.log(x)) for x in p],
            "derivatives": [number((i == j) - p[j]) for i in range(len(z)) for j in range(len(z))]})

SOURCE = "mpmath %s, 1500 digits; PyTorch %s agrees to 1e-12 at |z| < 6" % (mp.__version__, torch.__version__)
json.dump({"source": SOURCE, "script": "activations-and-losses.py", "cases": cases}, open("activations.json", "w"), indent=1)


def binary(y, t):
    return (-t * mp.log(y) if t else 0) - ((1 - t) * mp.log(1 - y) if 1 - t else 0)


def focal(y, t):
    a, g = mp.mpf(0.25), 2
    return (-a * t * (1 - y) ** g * mp.log(y) if t else 0) - ((1 - a) * (1 - t) * y**g * mp.log(1 - y) if 1 - t else 0)


def torch_focal(y, t, a=0.25, g=2):
    return -a * t * (1 - y) ** g * torch.log(y) - (1 - a) * (1 - t) * y**g * torch.log(1 - y)


def huber(y, t, d=mp.mpf(1.5)):
    r = abs(y - t)
    return r * r / 2 if r <= d else d * (r - d / 2)


RESIDUALS = [(2.5, 3.0), (0.0, -0.5), (1e-9, 2e-9), (3.0, -500.0), (800.0, 1.0), (0.7, 0.3), (-4.0, 1.0)]
PROBABILITIES = [(0.7, 1.0), (0.7, 0.0), (1e-12, 0.0), (1 - 2**-40, 1.0), (1e-300, 1.0), (0.2, 0.35)]
LOGITS = [(0.3, 1.0), (0.3, 0.0), (1000.0, 0.0), (1000.0, 1.0), (-1000.0, 1.0), (-1000.0, 0.0), (-40.0, 0.0), (36.0, 1.0), (2.0, 0.35), (300.0, 1.0)]
SIGNS = [(0.5, 1.0), (0.5, -1.0), (2.0, 1.0), (-3.0, -1.0), (-800.0, 1.0)]
RATES = [(2.5, 3.0), (1e-9, 0.0), (1e5, 99000.0), (0.1, 7.0)]
LOSSES = {
    "mse": (RESIDUALS, lambda y, t: (y - t) ** 2, lambda y, t: F.mse_loss(y, t)),
    "mae": (RESIDUALS, lambda y, t: abs(y - t), lambda y, t: F.l1_loss(y, t)),
    "huber": (RESIDUALS, huber, lambda y, t: F.huber_loss(y, t, delta=1.5)),
    "log-cosh": (RESIDUALS, lambda y, t: mp.log(mp.cosh(y - t)), lambda y, t: torch.log(torch.cosh(y - t)) if abs(y - t) < 100 else None),
    "binary-cross-entropy": (PROBABILITIES, binary, lambda y, t: F.binary_cross_entropy(y, t) if 1e-6 < y < 1 - 1e-6 else None),
    "binary-cross-entropy-logits": (LOGITS, lambda z, t: binary(sigmoid(z), t), lambda z, t: F.binary_cross_entropy_with_logits(z, t)),
    "hinge": (SIGNS, lambda y, t: max(0, 1 - t * y), lambda y, t: torch.clamp(1 - t * y, min=0)),
    "squared-hinge": (SIGNS, lambda y, t: max(0, 1 - t * y) ** 2, lambda y, t: torch.clamp(1 - t * y, min=0) ** 2),
    "kl-divergence": ([(0.2, 0.5), (0.8, 0.5), (0.3, 0.0), (0.25, 0.25 + 2**-30), (1e-200, 1e-3)], lambda y, t: t * mp.log(t / y) if t else mp.mpf(0),
                      lambda y, t: F.kl_div(torch.log(y), t, reduction="sum")),
    "poisson": (RATES, lambda y, t: y - t * mp.log(y), lambda y, t: F.poisson_nll_loss(y, t, log_input=False, eps=0)),
    "poisson-full": (RATES, lambda y, t: y - t * mp.log(y) + mp.loggamma(t + 1), None),
    "poisson-log": ([(0.5, 3.0), (-20.0, 1.0), (10.0, 20000.0)], lambda s, t: mp.exp(s) - t * s, lambda s, t: F.poisson_nll_loss(s, t, log_input=True)),
    "focal": (PROBABILITIES, focal, lambda y, t: torch_focal(y, t) if 0 < t < 1 or 1e-9 < y < 1 - 1e-9 else None),
    "focal-logits": (LOGITS, lambda z, t: focal(sigmoid(z), t), lambda z, t: torch_focal(torch.sigmoid(z), t) if abs(z) < 5 else None),
}
cases = []
for name, (points, f, reference) in LOSSES.items():
    for y, t in points:
        with mp.workdps(1500):
            value = number(f(mp.mpf(y), mp.mpf(t)))
        slope = number(derivative(lambda u: f(u, mp.mpf(t)), y))
        other = None  # also where PyTorch clips
        if reference is not None:
            p = torch.tensor(y, dtype=torch.float64, requires_grad=True)
            other = reference(p, torch.tensor(t, dtype=torch.float64))
        if other is not None and not torch.isnan(other):
            other.backward()
            assert abs(float(other) - value) <= 1e-9 * max(1, abs(value)), (name, y, t, float(other), value)
            assert abs(float(p.grad) - slope) <= 1e-9 * max(1, abs(slope)), (name, y, t, float(p.grad), slope)
        cases.append({"name": name, "prediction": y, "target": t, "loss": value, "gradient": slope})
for z, label in [([1.0, 2.0, 3.0], 0), ([1000.0, 0.0, -1000.0], 2), ([1000.0, 0.0, -1000.0], 0), ([0.5, 0.25], 1), ([40.0, 0.0, 1.0], 0)]:
    with mp.workdps(1500):
        e = [mp.exp(mp.mpf(x)) for x in z]
        p = [x / sum(e) for x in e]
        cases.append({
            "name": "categorical-cross-entropy-logits", "prediction": z, "label": label,
            "loss": number(-mp.log(p[label])), "gradient": [number(p[i] - (i == label)) for i in range(len(z))]})
json.dump({"source": SOURCE.replace("|z| < 6", "every finite value"), "script": "activations-and-losses.py", "cases": cases}, open("losses.json", "w"), indent=1)
