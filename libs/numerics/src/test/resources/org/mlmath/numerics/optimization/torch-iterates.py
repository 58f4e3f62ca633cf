"""Iterates of torch.optim in float64, on the CPU, with its schedulers and clipping: every iterate is written.

Run with no arguments beside torch-iterates.csv, which it writes.
"""

import torch
from torch.optim import lr_scheduler as schedules

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def rosenbrock(p):
    return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2


def quadratic(p):
    """Minimum at (1, -0.5), eigenvalues of the Hessian between 0.9 and 4.2."""
    return 2 * (p[0] - 1) ** 2 + 0.5 * (p[1] + 0.5) ** 2 + 0.3 * (p[0] - 1) * (p[1] + 0.5)


def sgd(rate, **more):
    return lambda p: torch.optim.SGD(p, lr=rate, **more)


def adam(rate, **more):
    return lambda p: torch.optim.Adam(p, lr=rate, **more)


def optim(kind, rate, **more):
    return lambda p: kind(p, lr=rate, **more)


def warm_up_then_cosine(o):
    return schedules.SequentialLR(
        o,
        [schedules.LinearLR(o, 0.25, 1.0, 20), schedules.CosineAnnealingLR(o, 100, 0.001)],
        milestones=[20],
    )


START = (-1.5, 2.0)
CASES = [
    # name, objective, start, steps, optimiser, schedule, clip
    ("adam", rosenbrock, START, 1000, adam(0.01), None, None),
    ("adam-weight-decay", rosenbrock, START, 200, adam(0.02, betas=(0.8, 0.99), eps=1e-4, weight_decay=0.1), None, None),
    ("adam-exponential", quadratic, START, 200, adam(0.1), lambda o: schedules.ExponentialLR(o, 0.98), None),
    ("gradient-descent", rosenbrock, START, 200, sgd(0.001), None, None),
    ("gradient-descent-weight-decay", quadratic, START, 200, sgd(0.05, weight_decay=0.3), None, None),
    ("gradient-descent-clip-norm", rosenbrock, START, 200, sgd(0.01), None, ("norm", 1.0)),
    ("gradient-descent-clip-value", rosenbrock, START, 200, sgd(0.001), None, ("value", 5.0)),
    ("momentum", rosenbrock, START, 200, sgd(0.0005, momentum=0.9), None, None),
    ("momentum-dampening", rosenbrock, START, 200, sgd(0.001, momentum=0.8, dampening=0.3), None, None),
    ("momentum-weight-decay", quadratic, START, 200, sgd(0.02, momentum=0.9, dampening=0.1, weight_decay=0.2), None, None),
    ("nesterov", rosenbrock, START, 200, sgd(0.0005, momentum=0.9, nesterov=True), None, None),
    ("nesterov-weight-decay", quadratic, START, 200, sgd(0.02, momentum=0.8, nesterov=True, weight_decay=0.2), None, None),
    ("adagrad", rosenbrock, START, 200, optim(torch.optim.Adagrad, 0.1), None, None),
    ("adagrad-options", rosenbrock, START, 200, optim(torch.optim.Adagrad, 0.3, lr_decay=0.01, initial_accumulator_value=0.5, eps=1e-3, weight_decay=0.1), None, None),
    ("rmsprop", rosenbrock, START, 200, optim(torch.optim.RMSprop, 0.01), None, None),
    ("rmsprop-options", rosenbrock, START, 200, optim(torch.optim.RMSprop, 0.001, alpha=0.995, eps=1e-4, weight_decay=0.1, momentum=0.5, centered=True), None, None),
    ("adadelta", rosenbrock, START, 200, optim(torch.optim.Adadelta, 1.0), None, None),
    ("adadelta-options", rosenbrock, START, 200, optim(torch.optim.Adadelta, 2.0, rho=0.8, eps=1e-4, weight_decay=0.1), None, None),
    ("adamax", rosenbrock, START, 200, optim(torch.optim.Adamax, 0.02), None, None),
    ("adamax-options", rosenbrock, START, 200, optim(torch.optim.Adamax, 0.01, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1), None, None),
    # foreach: the single-tensor NAdam of this version multiplies by the momentum once too often; later ones do as foreach.
    ("nadam", rosenbrock, START, 200, optim(torch.optim.NAdam, 0.02, foreach=True), None, None),
    ("nadam-options", rosenbrock, START, 200, optim(torch.optim.NAdam, 0.005, betas=(0.8, 0.995), eps=1e-3, weight_decay=0.1, momentum_decay=0.1, foreach=True), None, None),
    ("amsgrad", rosenbrock, START, 200, adam(0.02, amsgrad=True), None, None),
    ("amsgrad-options", rosenbrock, START, 200, adam(0.01, amsgrad=True, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1), None, None),
    ("adamw", rosenbrock, START, 200, optim(torch.optim.AdamW, 0.02), None, None),
    ("adamw-options", rosenbrock, START, 200, optim(torch.optim.AdamW, 0.01, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.3), None, None),
    ("schedule-step", quadratic, START, 200, sgd(0.1), lambda o: schedules.StepLR(o, 30, 0.5), None),
    ("schedule-exponential", quadratic, START, 200, sgd(0.1), lambda o: schedules.ExponentialLR(o, 0.97), None),
    ("schedule-cosine", quadratic, START, 250, sgd(0.02), lambda o: schedules.CosineAnnealingLR(o, 100, 0.001), None),
    ("schedule-inverse-time", quadratic, START, 200, sgd(0.1), lambda o: schedules.LambdaLR(o, lambda t: 1 / (1 + 0.05 * t)), None),
    ("schedule-warm-up", quadratic, START, 60, sgd(0.05), lambda o: schedules.LinearLR(o, 0.25, 1.0, 20), None),
    ("schedule-warm-up-cosine", quadratic, START, 150, sgd(0.05, momentum=0.5), warm_up_then_cosine, None),
]


def run(objective, start, steps, optimiser, schedule, clip):
    p = torch.tensor(start, requires_grad=True)
    o = optimiser([p])
    s = schedule(o) if schedule else None
    yield p.tolist()
    for _ in range(steps):
        o.zero_grad()
        objective(p).backward()
        if clip and clip[0] == "norm":
            torch.nn.utils.clip_grad_norm_([p], clip[1])
        elif clip:
            torch.nn.utils.clip_grad_value_([p], clip[1])
        o.step()
        if s:
            s.step()
        yield p.tolist()


with open("torch-iterates.csv", "w") as out:
    out.write(f"# source: PyTorch {torch.__version__}, float64, CPU; script: torch-iterates.py\n")
    out.write("# rows: case, then x and y of iteration 0, 1, 2, ... (the start is iteration 0)\n")
    for name, *case in CASES:
        for x, y in run(*case):
            out.write(f"{name},{x!r},{y!r}\n")
