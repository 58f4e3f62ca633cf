"""Some iterates of torch.optim.Adam on Rosenbrock's function, float64. Writes adam-rosenbrock.json."""

import json

import torch

p = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Adam([p], lr=0.01)
cases = []
for t in range(1001):
    if t in (0, 1, 2, 3, 5, 10, 20, 50) or t % 100 == 0:
        cases.append({"iteration": t, "point": p.tolist()})
    optimizer.zero_grad()
    ((1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2).backward()
    optimizer.step()
with open("adam-rosenbrock.json", "w") as out:
    lines = ",\n    ".join(json.dumps(case) for case in cases)
    source = f"PyTorch {torch.__version__}, float64"
    out.write(f'{{"source": "{source}", "script": "adam-rosenbrock.py", "cases": [\n    {lines}\n]}}\n')
