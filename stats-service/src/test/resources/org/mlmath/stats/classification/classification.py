"""Reference values of measures of classifiers: scikit-learn 1.2.1, and the variance of the AUC from DeLong's definition."""
import json

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.utils.class_weight import compute_class_weight

rng = np.random.default_rng(11)
Y = (rng.random(60) < 0.35).astype(int)
SCORES = np.clip(np.round(0.3 * Y + rng.random(60) * 0.7, 2), 0, 1)
PREDICTED = (SCORES > 0.5).astype(int)
ANIMALS = np.array(["cat", "dog", "emu"])
MANY = ANIMALS[rng.integers(0, 3, 40)]
GUESS = np.where(rng.random(40) < 0.6, MANY, ANIMALS[rng.integers(0, 3, 40)])


def case(path, request, expected, tolerance=1e-13):
    return {"path": "classification/" + path, "request": request, "tolerance": tolerance, "expected": expected}


def averages(actual, predicted, average):
    p, r, f, _ = metrics.precision_recall_fscore_support(actual, predicted, average=average, zero_division=0)
    return {"/%s/precision" % average: p, "/%s/recall" % average: r, "/%s/f1" % average: f}


def confusion(actual, predicted):
    expected = {"/matrix": metrics.confusion_matrix(actual, predicted).tolist(), "/accuracy": metrics.accuracy_score(actual, predicted),
                "/balancedAccuracy": metrics.balanced_accuracy_score(actual, predicted),
                "/matthews": metrics.matthews_corrcoef(actual, predicted), "/kappa": metrics.cohen_kappa_score(actual, predicted)}
    for average in ("macro", "micro", "weighted"):
        expected.update(averages(actual, predicted, average))
    p, r, f, s = metrics.precision_recall_fscore_support(actual, predicted)
    fb = metrics.fbeta_score(actual, predicted, beta=2, average=None)
    j = metrics.jaccard_score(actual, predicted, average=None)
    for k in range(len(p)):
        expected.update({"/perClass/%d/precision" % k: p[k], "/perClass/%d/recall" % k: r[k], "/perClass/%d/f1" % k: f[k],
                         "/perClass/%d/support" % k: int(s[k]), "/perClass/%d/fBeta" % k: fb[k], "/perClass/%d/jaccard" % k: j[k]})
    return expected


def delong(y, scores):
    x, z = scores[y == 1], scores[y == 0]
    psi = (x[:, None] > z[None, :]) + 0.5 * (x[:, None] == z[None, :])
    return float(np.sqrt(psi.mean(1).var(ddof=1) / len(x) + psi.mean(0).var(ddof=1) / len(z)))


def cases():
    binary = confusion(Y, PREDICTED)
    binary.update({"/precision": metrics.precision_score(Y, PREDICTED), "/recall": metrics.recall_score(Y, PREDICTED),
                   "/f1": metrics.f1_score(Y, PREDICTED), "/specificity": metrics.recall_score(Y, PREDICTED, pos_label=0), "/positive": 1})
    yield case("confusion", {"actual": Y.tolist(), "predicted": PREDICTED.tolist(), "beta": 2}, binary)
    yield case("confusion", {"actual": MANY.tolist(), "predicted": GUESS.tolist(), "beta": 2},
               dict(confusion(MANY, GUESS), **{"/labels": ["cat", "dog", "emu"]}))
    yield case("confusion", {"actual": MANY.tolist(), "predicted": GUESS.tolist(), "labels": ["emu", "cat", "dog"], "positive": "emu"},
               {"/matrix": metrics.confusion_matrix(MANY, GUESS, labels=["emu", "cat", "dog"]).tolist(),
                "/precision": metrics.precision_score(MANY == "emu", GUESS == "emu")})
    fpr, tpr, thresholds = metrics.roc_curve(Y, SCORES, drop_intermediate=False)
    auc, error = metrics.roc_auc_score(Y, SCORES), delong(Y, SCORES)
    roc = {"/auc": auc, "/standardError": error, "/confidenceInterval/lower": auc - 1.959963984540054 * error,
           "/confidenceInterval/upper": auc + 1.959963984540054 * error}
    for i in range(1, len(fpr)):
        roc.update({"/points/%d/falsePositiveRate" % i: fpr[i], "/points/%d/truePositiveRate" % i: tpr[i], "/points/%d/threshold" % i: thresholds[i]})
    yield case("roc", {"actual": Y.tolist(), "scores": SCORES.tolist()}, roc)
    precision, recall, thresholds = metrics.precision_recall_curve(Y, SCORES)
    curve = {"/averagePrecision": metrics.average_precision_score(Y, SCORES)}
    for i, t in enumerate(reversed(thresholds)):
        k = len(thresholds) - 1 - i
        curve.update({"/points/%d/threshold" % (i + 1): t, "/points/%d/precision" % (i + 1): precision[k], "/points/%d/recall" % (i + 1): recall[k]})
    yield case("precision-recall", {"actual": Y.tolist(), "scores": SCORES.tolist()}, curve)
    for strategy in ("uniform", "quantile"):
        rate, mean = calibration_curve(Y, SCORES, n_bins=5, strategy=strategy)
        expected = {"/brierScore": metrics.brier_score_loss(Y, SCORES)}
        for k in range(len(rate)):
            expected.update({"/bins/%d/observedRate" % k: rate[k], "/bins/%d/meanPredicted" % k: mean[k]})
        yield case("calibration", {"actual": Y.tolist(), "scores": SCORES.tolist(), "bins": 5, "strategy": strategy}, expected)
    inner = np.clip(SCORES, 0.01, 0.99)
    yield case("calibration", {"actual": Y.tolist(), "scores": inner.tolist()}, {"/logLoss": metrics.log_loss(Y, inner)})
    costs = {t: float(np.sum((SCORES >= t) & (Y == 0)) + 5 * np.sum((SCORES < t) & (Y == 1))) / len(Y) for t in SCORES}
    best = min(costs.values())
    yield case("threshold", {"actual": Y.tolist(), "scores": SCORES.tolist(), "costs": {"falseNegative": 5}},
               {"/cost": best, "/threshold": float(max(t for t, c in costs.items() if c == best)), "/probabilityThreshold": 1 / 6})
    yield case("imbalance", {"labels": MANY.tolist()},
               {"/weights": compute_class_weight("balanced", classes=ANIMALS, y=MANY).tolist(),
                "/counts": [int(np.sum(MANY == a)) for a in ANIMALS]})


def plain(value):
    return value.item() if hasattr(value, "item") else value


def main():
    lines = ",\n".join("    " + json.dumps(c, default=plain) for c in cases())
    print('{\n  "source": "scikit-learn 1.2.1, NumPy 1.24.2",\n  "script": "classification.py",\n  "cases": [\n' + lines + "\n  ]\n}")


main()
