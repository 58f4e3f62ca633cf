"""Losses and gradients of a 3-4-3 network for all pairs of activation and loss, by PyTorch in float64."""
import json
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(7)
r = lambda *shape: (torch.rand(*shape) * 2 - 1).mul(1000).round().div(1000)
W = [r(4, 3), r(3, 4)]
B = [r(4), r(3)]
X = r(5, 3)
ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky-relu": lambda z: F.leaky_relu(z, 0.01),
    "elu": F.elu,
    "selu": F.selu,
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "softmax": lambda z: F.softmax(z, 1),
    "log-softmax": lambda z: F.log_softmax(z, 1),
}
numbers = r(5, 3)
bits = (r(5, 3) > 0).double()
signs = bits * 2 - 1
labels = torch.tensor([0, 2, 1, 1, 0])
rows = torch.rand(5, 3).softmax(1)
counts = torch.tensor([[0, 1, 4], [2, 0, 0], [1, 1, 3], [7, 2, 1], [0, 0, 5]], dtype=torch.float64)


def focal(p, t, gamma=2.0, alpha=0.25):
    return (-alpha * t * (1 - p) ** gamma * p.log() - (1 - alpha) * (1 - t) * p**gamma * (1 - p).log()).mean()


REGRESSION = {
    "mse": (numbers, F.mse_loss),
    "mae": (numbers, F.l1_loss),
    "huber": (numbers, F.huber_loss),
    "log-cosh": (numbers, lambda y, t: torch.cosh(y - t).log().mean()),
    "hinge": (signs, lambda y, t: (1 - t * y).clamp(min=0).mean()),
    "squared-hinge": (signs, lambda y, t: (1 - t * y).clamp(min=0).pow(2).mean()),
}
OTHERS = [
    ("binary-cross-entropy", {}, "sigmoid", bits, F.binary_cross_entropy),
    ("binary-cross-entropy", {}, "softmax", bits, F.binary_cross_entropy),
    ("binary-cross-entropy", {"fromLogits": True}, "linear", bits, F.binary_cross_entropy_with_logits),
    ("binary-cross-entropy", {"fromLogits": True}, "tanh", bits, F.binary_cross_entropy_with_logits),
    ("categorical-cross-entropy", {}, "softmax", labels, lambda y, t: F.nll_loss(y.log(), t)),
    ("categorical-cross-entropy", {}, "log-softmax", labels, F.nll_loss),
    ("categorical-cross-entropy", {}, "sigmoid", rows, lambda y, t: -(t * y.log()).sum(1).mean()),
    ("categorical-cross-entropy", {"fromLogits": True}, "linear", labels, F.cross_entropy),
    ("categorical-cross-entropy", {"fromLogits": True, "labelSmoothing": 0.1}, "linear", labels,
     lambda y, t: F.cross_entropy(y, t, label_smoothing=0.1)),
    ("kl-divergence", {}, "softmax", rows, lambda y, t: F.kl_div(y.log(), t)),
    ("kl-divergence", {}, "log-softmax", rows, F.kl_div),
    ("kl-divergence", {}, "sigmoid", rows, lambda y, t: F.kl_div(y.log(), t)),
    ("kl-divergence", {"fromLogits": True}, "linear", rows, lambda y, t: F.kl_div(y.log_softmax(1), t)),
    ("focal", {}, "sigmoid", bits, focal),
    ("focal", {"fromLogits": True, "gamma": 1.5, "alpha": 0.4}, "linear", bits,
     lambda y, t: focal(torch.sigmoid(y), t, 1.5, 0.4)),
    ("poisson", {}, "softplus", counts, lambda y, t: (y - t * y.log()).mean()),
    ("poisson", {"logInput": True}, "linear", counts, lambda y, t: F.poisson_nll_loss(y, t)),
]
cases = []


def case(hidden, output, name, options, targets, loss):
    w = [v.clone().requires_grad_() for v in W]
    b = [v.clone().requires_grad_() for v in B]
    x = X.clone().requires_grad_()
    z1 = x @ w[0].T + b[0]
    z2 = ACTIVATIONS[hidden](z1) @ w[1].T + b[1]
    value = loss(ACTIVATIONS[output](z2), targets)
    z1.retain_grad()
    z2.retain_grad()
    value.backward()
    cases.append({
        "hidden": hidden, "output": output, "loss": {"name": name, **options}, "targets": targets.tolist(),
        "value": value.item(), "deltas": [z1.grad.tolist(), z2.grad.tolist()],
        "weightGradients": [v.grad.tolist() for v in w], "biasGradients": [v.grad.tolist() for v in b],
        "inputGradients": x.grad.tolist()})


for activation in ACTIVATIONS:
    case(activation, "linear", "mse", {}, *REGRESSION["mse"])
    for name, (targets, loss) in REGRESSION.items():
        case("tanh", activation, name, {}, targets, loss)
for name, options, output, targets, loss in OTHERS:
    case("tanh", output, name, options, targets, loss)
print(json.dumps({
    "source": "PyTorch " + torch.__version__ + ", float64", "script": "gradients.py",
    "weights": [v.tolist() for v in W], "biases": [v.tolist() for v in B], "inputs": X.tolist(), "cases": cases}))
