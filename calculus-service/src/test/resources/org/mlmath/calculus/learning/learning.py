"""Ridge, lasso, elastic net, logistic and softmax regression and k-means by scikit-learn at tight tolerances."""
import json
import warnings
import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge

warnings.filterwarnings("ignore")
rng = np.random.default_rng(23)


def linear(n, p, l1, l2, intercept):
    x = np.round(rng.normal(size=(n, p)) @ (np.eye(p) + 0.3) * 2 + 1, 3)
    y = np.round(3 + x[:, 0] * 2 - x[:, p - 1] + rng.normal(size=n), 3)
    kind = dict(fit_intercept=intercept)
    if l1 == 0 and l2 == 0:
        model = LinearRegression(**kind)
    elif l1 == 0:
        model = Ridge(alpha=l2, solver="svd", **kind)
    elif l2 == 0:
        model = Lasso(alpha=l1, tol=1e-15, max_iter=1000000, **kind)
    else:
        alpha = l1 + l2 / n
        model = ElasticNet(alpha=alpha, l1_ratio=l1 / alpha, tol=1e-15, max_iter=1000000, **kind)
    model.fit(x, y)
    return {"features": x.tolist(), "targets": y.tolist(), "l1": l1, "l2": l2, "intercept": intercept,
            "weights": model.coef_.tolist(), "bias": float(model.intercept_)}


def logistic(n, p, classes, c):
    x = np.round(rng.normal(size=(n, p)) + 0.5, 3)
    scores = x @ rng.normal(size=(p, classes)) + rng.gumbel(size=(n, classes))
    y = scores.argmax(axis=1)
    model = LogisticRegression(C=c or 1, penalty="l2" if c else "none", solver="newton-cg", multi_class="multinomial" if classes > 2 else "ovr",
                               tol=1e-14, max_iter=10000).fit(x, y)
    weights, bias = model.coef_, model.intercept_
    if classes > 2:
        weights, bias = weights - weights.mean(axis=0), bias - bias.mean()
    return {"features": x.tolist(), "targets": y.tolist(), "l2": 1 / c if c else 0, "weights": weights.tolist(), "bias": bias.tolist(),
            "probabilities": model.predict_proba(x[:3]).tolist()}


def means(n, d, k):
    x = np.round(rng.normal(size=(n, d)) + 3 * rng.integers(0, 3, size=(n, 1)), 3)
    start = x[:k]
    model = KMeans(n_clusters=k, init=start, n_init=1, tol=0, algorithm="lloyd", max_iter=300).fit(x)
    return {"data": x.tolist(), "start": start.tolist(), "centroids": model.cluster_centers_.tolist(), "labels": model.labels_.tolist(),
            "inertia": model.inertia_}


document = {
    "linear": [linear(20, 3, 0, 0, True), linear(20, 3, 0, 2.5, True), linear(30, 4, 0.4, 0, True), linear(25, 5, 0.2, 6.0, True),
               linear(15, 3, 0.3, 0, False), linear(8, 12, 0.5, 0, True)],
    "logistic": [logistic(60, 2, 2, 0), logistic(50, 3, 2, 0.5), logistic(90, 2, 3, 0), logistic(60, 2, 4, 2.0)],
    "kMeans": [means(40, 2, 3), means(60, 3, 5), means(25, 1, 4)],
}
with open("learning.json", "w") as f:
    f.write('{"source": "scikit-learn %s", "script": "learning.py"' % sklearn.__version__)
    for name, cases in document.items():
        f.write(',\n"%s": [\n' % name + ",\n".join(json.dumps(c) for c in cases) + "\n]")
    f.write("}\n")
