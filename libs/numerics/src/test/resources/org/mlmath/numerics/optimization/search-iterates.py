"""Iterates of methods that search, from (-1.5, 2), at PyTorch 1.13 (L-BFGS) and SciPy 1.10 (Nelder-Mead), for the tests of the
methods of the same name. Writes search-iterates.csv: case, x, y per iterate, the start first."""

import numpy as np
import torch
from scipy.optimize import minimize

torch.set_default_dtype(torch.float64)
START = [-1.5, 2.0]


def rosenbrock(p):
    return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2


def tilted(p):
    a, b = p[0] - 1, p[1] + 0.5
    return 2 * a**2 + 0.5 * b**2 + 0.3 * a * b


def lbfgs(objective, steps, **options):
    p = torch.tensor(START, requires_grad=True)
    optimizer = torch.optim.LBFGS([p], max_iter=1, max_eval=1000, tolerance_grad=0, tolerance_change=0, **options)
    iterates = [START]

    def closure():
        optimizer.zero_grad()
        value = objective(p)
        value.backward()
        return value

    for _ in range(steps):
        optimizer.step(closure)
        iterates.append(p.detach().tolist())
    return iterates


def nelder_mead(objective, steps, adaptive):
    with np.errstate(all="ignore"):
        result = minimize(objective, START, method="Nelder-Mead",
                          options={"maxiter": steps + 1, "return_all": True, "adaptive": adaptive, "xatol": 0, "fatol": 0})
    return [START] + [list(x) for x in result.allvecs[1:]]


CASES = {
    "lbfgs-fixed-tilted": lbfgs(tilted, 6),
    "lbfgs-fixed-rosenbrock": lbfgs(rosenbrock, 25, lr=0.1),
    "lbfgs-fixed-history-2": lbfgs(rosenbrock, 25, lr=0.1, history_size=2),
    "lbfgs-wolfe-rosenbrock": lbfgs(rosenbrock, 10, line_search_fn="strong_wolfe"),
    "lbfgs-wolfe-history-1": lbfgs(rosenbrock, 10, line_search_fn="strong_wolfe", history_size=1),
    "nelder-mead": nelder_mead(rosenbrock, 90, False),
    "nelder-mead-adaptive": nelder_mead(rosenbrock, 90, True),
}
with open("search-iterates.csv", "w") as file:
    file.write("# search-iterates.py: PyTorch %s, SciPy; case, x, y\n" % torch.__version__)
    for name, iterates in CASES.items():
        for x, y in iterates:
            file.write("%s,%r,%r\n" % (name, x, y))
