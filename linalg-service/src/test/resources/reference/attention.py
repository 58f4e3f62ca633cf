"""Attention by PyTorch in double precision. Writes attention.json beside this file."""

import json
import math
import pathlib

import torch

torch.manual_seed(20260101)


def attend(q, k, v, mask=None, scale=None):
    s = q @ k.T * (1 / math.sqrt(q.shape[1]) if scale is None else scale)
    if mask is not None:
        s = s.masked_fill(~mask, -math.inf) if mask.dtype == torch.bool else s + mask
    return torch.softmax(s, dim=-1)


cases = []
for name, n, m, d, e, kind in [
    ("small", 2, 3, 2, 1, None),
    ("self", 5, 5, 8, 8, None),
    ("hidden", 4, 6, 3, 2, "bool"),
    ("added", 3, 4, 16, 5, "float"),
]:
    q, k, v = (torch.randn(*shape, dtype=torch.float64) for shape in ((n, d), (m, d), (m, e)))
    mask = None
    if kind == "bool":
        mask = torch.rand(n, m) > 0.4
        mask[:, 0] = True
    if kind == "float":
        mask = torch.randn(n, m, dtype=torch.float64)
    w = attend(q, k, v, mask)
    cases.append({
        "name": name,
        "queries": q.tolist(),
        "keys": k.tolist(),
        "values": v.tolist(),
        "mask": None if mask is None else mask.to(torch.float64).tolist(),
        "weights": w.tolist(),
        "output": (w @ v).tolist(),
    })
out = {"source": f"PyTorch {torch.__version__}, float64", "script": "attention.py", "cases": cases}
pathlib.Path(__file__).with_name("attention.json").write_text(json.dumps(out) + "\n")
