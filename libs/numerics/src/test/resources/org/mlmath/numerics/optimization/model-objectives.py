"""Losses of linear, logistic and softmax models and their gradients, PyTorch in float64.

Writes model-objectives.csv: per case its name, the features and targets (which are made here), the parameters, loss and gradient.
"""

import torch
import torch.nn.functional as f

torch.set_default_dtype(torch.float64)
torch.manual_seed(7)

X = (torch.randn(12, 3) * torch.tensor([1.0, 3.0, 0.2])).round(decimals=3)
Y = torch.randn(12).round(decimals=3)
BINARY = torch.tensor([0.0, 1.0] * 6)
LABELS = torch.tensor([0, 1, 2, 3] * 3)

CASES = {
    "mse": (4, lambda p: f.mse_loss(X @ p[:3] + p[3], Y)),
    "half-mse": (4, lambda p: f.mse_loss(X @ p[:3] + p[3], Y) / 2),
    "logistic": (4, lambda p: f.binary_cross_entropy_with_logits(X @ p[:3] + p[3], BINARY)),
    "softmax": (16, lambda p: f.cross_entropy(X @ p.view(4, 4)[:, :3].T + p.view(4, 4)[:, 3], LABELS)),
}


def text(values):
    return " ".join(repr(v) for v in values)


with open("model-objectives.csv", "w") as out:
    out.write(f"# source: PyTorch {torch.__version__}, float64, CPU; script: model-objectives.py\n")
    out.write("# features (12x3), targets and binary targets, then: case, parameters, loss, gradient; labels are 0 1 2 3 0 1 ...\n")
    out.write(f"features,{text(X.flatten().tolist())}\ntargets,{text(Y.tolist())}\nbinary,{text(BINARY.tolist())}\n")
    for name, (size, loss) in CASES.items():
        for scale in (0.0, 1.0, 300.0):
            p = (torch.randn(size) * scale).round(decimals=3).requires_grad_()
            value = loss(p)
            value.backward()
            out.write(f"{name},{text(p.tolist())},{value.item()!r},{text(p.grad.tolist())}\n")
