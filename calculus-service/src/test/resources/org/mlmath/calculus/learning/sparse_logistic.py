"""Minima of the mean cross-entropy with l1 and l2 from scikit-learn's saga, run until nothing moves."""
import json, warnings
import numpy as np
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings("ignore")
rng = np.random.default_rng(5)
cases = []
for m, n, classes, l1, l2 in [
    (40, 4, 2, 0.02, 0.0), (40, 4, 2, 0.1, 0.0), (60, 8, 2, 0.03, 1.5), (30, 12, 2, 0.05, 0.0),
    (60, 3, 3, 0.02, 0.5), (80, 5, 4, 0.01, 2.0), (50, 4, 3, 0.08, 0.1),
]:
    x = np.round(rng.normal(size=(m, n)), 2)
    w = rng.normal(size=(n, classes)) * (rng.random((n, 1)) < 0.7)
    y = np.argmax(x @ w + rng.gumbel(size=(m, classes)), axis=1)
    total = m * l1 + l2
    model = LogisticRegression(penalty="elasticnet", solver="saga", C=1 / total, l1_ratio=m * l1 / total, tol=1e-14,
                               max_iter=200_000, random_state=0).fit(x, y)
    p = model.predict_proba(x)
    loss = -np.mean(np.log(p[np.arange(m), y])) + l1 * np.abs(model.coef_).sum() + l2 / (2 * m) * (model.coef_ ** 2).sum()
    cases.append({"features": x.tolist(), "targets": y.tolist(), "l1": l1, "l2": l2, "weights": model.coef_.tolist(),
                  "loss": loss, "probabilities": p[:3].tolist()})
with open("sparse-logistic.json", "w") as f:
    f.write('{"source": "scikit-learn 1.2.1, LogisticRegression(penalty=elasticnet, solver=saga, tol=1e-14)", "script": "sparse_logistic.py", "cases": [\n')
    f.write(",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
