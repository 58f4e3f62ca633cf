"""Linear models by statsmodels: estimates, inference, influence, checks of the residuals."""
import json
import numpy as np
import statsmodels
import statsmodels.api as sm
from statsmodels.stats.diagnostic import het_breuschpagan, het_white
from statsmodels.stats.outliers_influence import variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson, jarque_bera

rng = np.random.default_rng(7)


def case(n, p, intercept, weighted, kind):
    x = np.round(rng.normal(size=(n, p)) * 3 + 1, 3)
    noise = rng.normal(size=n) * (1 + 0.3 * np.abs(x[:, 0]))
    y = np.round(2 + x @ np.arange(1, p + 1) * 0.5 + noise, 3)
    w = np.round(rng.uniform(0.2, 3, size=n), 2) if weighted else None
    design = sm.add_constant(x) if intercept else x
    model = sm.WLS(y, design, weights=w) if weighted else sm.OLS(y, design)
    fit = model.fit()
    plain = fit
    if kind != "classical":
        fit = model.fit(cov_type=kind.upper(), use_t=True)
    at = np.round(rng.normal(size=(2, p)), 2)
    rows = sm.add_constant(at, has_constant="add") if intercept else at
    frame = plain.get_prediction(rows).summary_frame(alpha=0.1)
    out = {
        "features": x.tolist(), "target": y.tolist(), "weights": None if w is None else w.tolist(),
        "intercept": intercept, "standardErrors": kind, "level": 0.9, "predictAt": at.tolist(),
        "estimates": fit.params.tolist(), "errors": fit.bse.tolist(), "pValues": fit.pvalues.tolist(),
        "intervals": fit.conf_int(0.1).tolist(),
        "rSquared": fit.rsquared, "adjustedRSquared": fit.rsquared_adj, "f": float(fit.fvalue), "fPValue": float(fit.f_pvalue),
        "residualStandardError": float(np.sqrt(fit.mse_resid)), "logLikelihood": fit.llf, "aic": fit.aic, "bic": fit.bic,
        "predicted": frame["mean"].tolist(), "predictedErrors": frame["mean_se"].tolist(),
        "single": frame[["obs_ci_lower", "obs_ci_upper"]].to_numpy().tolist(),
    }
    if not weighted and intercept:
        influence = plain.get_influence()
        out["checks"] = {
            "breusch-pagan": list(het_breuschpagan(plain.resid, design)[:2]),
            "durbin-watson": [durbin_watson(plain.resid)],
            "jarque-bera": list(jarque_bera(plain.resid)[:2]),
        }
        if p <= 2:
            out["checks"]["white"] = list(het_white(plain.resid, design)[:2])
        out["vif"] = [variance_inflation_factor(design, j) for j in range(1, p + 1)] if p > 1 else None
        out["leverage"] = influence.hat_matrix_diag.tolist()
        out["cook"] = influence.cooks_distance[0].tolist()
        out["standardized"] = influence.resid_studentized_internal.tolist()
        out["studentized"] = influence.resid_studentized_external.tolist()
    return out


cases = [
    case(20, 1, True, False, "classical"),
    case(25, 2, True, False, "hc0"),
    case(30, 3, True, False, "hc1"),
    case(18, 2, True, False, "hc2"),
    case(22, 2, True, False, "hc3"),
    case(20, 2, True, True, "classical"),
    case(20, 2, True, True, "hc3"),
    case(15, 2, False, False, "classical"),
    case(15, 2, False, True, "hc1"),
]
with open("ols.json", "w") as f:
    f.write('{"source": "statsmodels %s", "script": "ols.py", "cases": [\n' % statsmodels.__version__.split("+")[0])
    f.write(",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
