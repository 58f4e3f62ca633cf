"""Weights of a 2-4-1 network after hundreds of full-batch steps of each first-order method, by PyTorch in float64."""
import json
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(11)
r = lambda *shape: (torch.rand(*shape) * 2 - 1).mul(1000).round().div(1000)
W = [r(4, 2), r(1, 4)]
B = [r(4), r(1)]
X = r(12, 2)
T = ((X[:, 0] * X[:, 1] > 0).double() + 0.0).reshape(12, 1)
STEPS = 300
L1, L2 = 0.001, 0.01
O = torch.optim
METHODS = [
    ("gradient-descent", {"learningRate": 0.5}, lambda p: O.SGD(p, lr=0.5)),
    ("momentum", {"learningRate": 0.1}, lambda p: O.SGD(p, lr=0.1, momentum=0.9)),
    ("nesterov", {"learningRate": 0.1, "weightDecay": 0.01},
     lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)),
    ("adagrad", {"learningRate": 0.1}, lambda p: O.Adagrad(p, lr=0.1)),
    ("rmsprop", {"learningRate": 0.01}, lambda p: O.RMSprop(p, lr=0.01)),
    ("rmsprop", {"learningRate": 0.01, "centered": True}, lambda p: O.RMSprop(p, lr=0.01, centered=True)),
    ("adadelta", {"learningRate": 1.0}, lambda p: O.Adadelta(p, lr=1.0)),
    ("adam", {"learningRate": 0.05}, lambda p: O.Adam(p, lr=0.05)),
    ("adamax", {"learningRate": 0.05}, lambda p: O.Adamax(p, lr=0.05)),
    # foreach: the single-tensor NAdam of this version multiplies by the momentum once too often; later ones do as foreach.
    ("nadam", {"learningRate": 0.02}, lambda p: O.NAdam(p, lr=0.02, foreach=True)),
    ("amsgrad", {"learningRate": 0.05}, lambda p: O.Adam(p, lr=0.05, amsgrad=True)),
    ("adamw", {"learningRate": 0.05}, lambda p: O.AdamW(p, lr=0.05)),
]
cases = []
for name, options, make in METHODS:
    for penalty in (False, True):
        if penalty and name not in ("gradient-descent", "adam"):
            continue
        w = [v.clone().requires_grad_() for v in W]
        b = [v.clone().requires_grad_() for v in B]
        optimizer = make([w[0], b[0], w[1], b[1]])
        losses = []
        for _ in range(STEPS):
            optimizer.zero_grad()
            y = torch.sigmoid(torch.tanh(X @ w[0].T + b[0]) @ w[1].T + b[1])
            loss = torch.nn.functional.binary_cross_entropy(y, T)
            losses.append(loss.item())
            total = loss
            if penalty:
                total = loss + L1 * sum(v.abs().sum() for v in w) + 0.5 * L2 * sum((v * v).sum() for v in w)
            total.backward()
            optimizer.step()
        cases.append({
            "method": {"name": name, **options}, "penalty": penalty, "losses": losses[::30] + losses[-1:],
            "weights": [v.tolist() for v in w], "biases": [v.tolist() for v in b]})
print(json.dumps({
    "source": "PyTorch " + torch.__version__ + ", float64", "script": "training.py", "steps": STEPS,
    "l1": L1, "l2": L2, "weights": [v.tolist() for v in W], "biases": [v.tolist() for v in B],
    "inputs": X.tolist(), "targets": T.flatten().tolist(), "cases": cases}))
