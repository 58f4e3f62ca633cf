"""Ridge regression by scikit-learn; effective degrees of freedom and leave-one-out errors by their definitions."""
import json
import numpy as np
import sklearn
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(11)


def case(n, p, alpha, standardize, intercept, weighted):
    x = np.round(rng.normal(size=(n, p)) * [1 + 3 * j for j in range(p)] + 2, 3)
    y = np.round(1 + x @ np.arange(1, p + 1) + rng.normal(size=n), 3)
    w = np.round(rng.uniform(0.3, 2, n), 2) if weighted else np.ones(n)
    scale = StandardScaler(with_mean=intercept).fit(x, sample_weight=w).scale_ if standardize else np.ones(p)

    def fit(rows):
        return Ridge(alpha=alpha, fit_intercept=intercept, solver="cholesky").fit(x[rows] / scale, y[rows], sample_weight=w[rows])

    full = fit(np.arange(n))
    design = np.column_stack([np.ones(n), x]) if intercept else x
    penalty = alpha * np.diag([0] * intercept + [s * s for s in scale])
    hat = design @ np.linalg.solve(design.T @ (w[:, None] * design) + penalty, (design * w[:, None]).T)
    out = []
    for i in range(n):
        rows = np.delete(np.arange(n), i)
        out.append(w[i] * (y[i] - fit(rows).predict(x[i:i + 1] / scale)[0]) ** 2)
    return {
        "features": x.tolist(), "target": y.tolist(), "weights": w.tolist() if weighted else None, "alpha": alpha,
        "standardize": standardize, "intercept": intercept,
        "estimates": ([float(full.intercept_)] if intercept else []) + (full.coef_ / scale).tolist(),
        "effective": float(np.trace(hat)), "leaveOneOut": None if standardize else float(np.mean(out)),
    }


cases = [
    case(15, 2, 1.0, False, True, False),
    case(20, 3, 10.0, True, True, False),
    case(12, 2, 0.3, False, False, False),
    case(18, 3, 2.5, False, True, True),
    case(5, 8, 0.7, False, True, False),
]
with open("ridge.json", "w") as f:
    f.write('{"source": "scikit-learn %s", "script": "ridge.py", "cases": [\n' % sklearn.__version__)
    f.write(",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
