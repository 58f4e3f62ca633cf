"""Convolutions by PyTorch in double precision. Writes convolution.json beside this file."""

import json
import pathlib

import torch

torch.manual_seed(20260101)
cases = []
for name, c, h, w, k, r, s, stride, padding, dilation in [
    ("plain", 1, 5, 6, 1, 3, 3, 1, 0, 1),
    ("strided", 3, 8, 7, 4, 3, 2, 2, 1, 1),
    ("same", 2, 5, 5, 2, 4, 3, 1, "same", 1),
    ("dilated", 2, 9, 8, 3, 3, 2, 2, 1, 2),
    ("dilated, same size", 1, 6, 6, 2, 3, 4, 1, "same", 2),
]:
    x = torch.randn(c, h, w, dtype=torch.float64)
    f = torch.randn(k, c, r, s, dtype=torch.float64)
    bias = torch.randn(k, dtype=torch.float64) if dilation > 1 else None
    y = torch.nn.functional.conv2d(x[None], f, bias, stride=stride, padding=padding, dilation=dilation)[0]
    cases.append({
        "name": name, "inputShape": [c, h, w], "input": x.flatten().tolist(),
        "kernelShape": [k, c, r, s], "kernels": f.flatten().tolist(),
        "stride": stride, "dilation": dilation, "bias": None if bias is None else bias.tolist(), "padding": -1 if padding == "same" else padding,
        "outputShape": list(y.shape), "output": y.flatten().tolist(),
    })
out = {"source": f"PyTorch {torch.__version__}, float64", "script": "convolution.py", "cases": cases}
pathlib.Path(__file__).with_name("convolution.json").write_text(json.dumps(out) + "\n")
