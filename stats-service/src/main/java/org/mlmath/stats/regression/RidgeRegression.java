package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Ridge regression: the β that minimises Σwᵢ(yᵢ − xᵢβ)² + αΣβⱼ², the intercept unpenalised.
 *
 * <p>Computed as least squares with a row √α·eⱼ below for each coefficient, which squares no condition number. The effective degrees
 * of freedom are the trace of the hat matrix H = X(XᵀX + αI)⁻¹Xᵀ; standard errors are those of the (biased) estimates,
 * s²(XᵀX + αI)⁻¹XᵀX(XᵀX + αI)⁻¹ with s² = RSS/(n − tr H). Source: Hastie, Tibshirani and Friedman, <i>The Elements of Statistical
 * Learning</i>, 2nd ed., §3.4.1 and §7.10.
 */
final class RidgeRegression {
    private final RidgeRegressionRequest request;
    private final RegressionSample sample;
    private final Design design;
    private final List<String> names;
    private final LinearFit fit;
    private final int n;
    private final double[] residuals;
    private final double rss;
    private final double[] leverages;
    private final double effective;
    private final double freedom;
    private final double variance;
    private final Matrix covariance;

    private RidgeRegression(RidgeRegressionRequest request, RegressionSample sample, Deadline deadline) {
        this.request = request;
        this.sample = sample;
        n = sample.size();
        design = Design.of(sample.features(), n, request.intercept());
        names = new ArrayList<>(sample.names());
        if (request.intercept()) {
            names.addFirst("intercept");
        }
        int first = request.intercept() ? 1 : 0;
        int p = names.size() - first;
        double[] below = new double[p * names.size()];
        for (int j = 0; j < p; j++) {
            below[j * names.size() + j + first] = Math.sqrt(request.alpha()) * scale(j + first);
        }
        fit = request.alpha() == 0
                ? LinearFit.of(design, sample.target(), sample.weights(), deadline)
                : LinearFit.with(
                        design,
                        sample.target(),
                        sample.weights(),
                        new Matrix(p, names.size(), below),
                        new double[p],
                        deadline);
        RegressionSample.requireFinite(fit);
        residuals = fit.residuals();
        for (int i = 0; i < n; i++) {
            residuals[i] *= Math.sqrt(weight(i));
        }
        rss = WeightedMoments.dot(residuals, residuals);
        leverages = fit.leverages();
        double sum = 0;
        for (double h : leverages) {
            sum += h;
        }
        effective = sum;
        freedom = n - effective;
        // Less than this is what rounding leaves of none.
        variance = freedom > 1e-9 * n ? rss / freedom : Double.NaN;
        double[] variances = new double[n];
        Arrays.fill(variances, variance);
        covariance = Double.isNaN(variance) ? null : fit.sandwich(variances);
    }

    static RidgeRegressionResult of(RidgeRegressionRequest request, Deadline deadline) {
        LeastSquaresQuestion.requireLevel(request.level());
        RegressionSample sample =
                RegressionSample.of(request.features(), request.target(), request.weights(), request.missing());
        return new RidgeRegression(request, sample, deadline).result(deadline);
    }

    private double weight(int i) {
        return sample.weights() == null ? 1 : sample.weights()[i];
    }

    /** 1, or the column's standard deviation with divisor n, weighted. */
    private double scale(int j) {
        if (!request.standardize()) {
            return 1;
        }
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += weight(i);
        }
        return Math.sqrt(WeightedMoments.sumOfSquares(design.column(j), sample.weights(), request.intercept()) / total);
    }

    private RidgeRegressionResult result(Deadline deadline) {
        List<Warning> warnings = new ArrayList<>(sample.warnings());
        if (fit.aliased().length > 0) {
            List<String> which = new ArrayList<>();
            for (int j : fit.aliased()) {
                which.add(names.get(j));
            }
            warnings.add(new Warning(
                    "aliased",
                    "%s: no estimate, since nothing in the data or the penalty determines it."
                            .formatted(String.join(", ", which)),
                    "/features"));
        }
        if (covariance == null) {
            warnings.add(new Warning(
                    "no-degrees-of-freedom",
                    "The effective degrees of freedom use up the observations; nothing is left to estimate the errors from.",
                    "/features"));
        }
        double total = WeightedMoments.sumOfSquares(sample.target(), sample.weights(), request.intercept());
        double logLikelihood = logLikelihood();
        double press = 0;
        for (int i = 0; i < n; i++) {
            double without = residuals[i] / (1 - leverages[i]);
            press += without * without;
        }
        List<Step> steps = Boolean.TRUE.equals(request.explain()) ? steps() : null;
        return new RidgeRegressionResult(
                coefficients(),
                request.alpha(),
                effective,
                total > 0 ? 1 - rss / total : null,
                covariance == null ? null : Math.sqrt(variance),
                n,
                rss,
                logLikelihood,
                2 * effective - 2 * logLikelihood,
                Math.log(n) * effective - 2 * logLikelihood,
                covariance == null ? null : rss / n / ((1 - effective / n) * (1 - effective / n)),
                Double.isFinite(press) ? press / n : null,
                request.predictAt() == null ? null : predictions(),
                ModelChecks.of(design, fit, names, residuals, deadline),
                diagnostics(),
                conventions(),
                List.copyOf(warnings),
                steps);
    }

    private double logLikelihood() {
        double logs = 0;
        for (int i = 0; i < n; i++) {
            logs += Math.log(weight(i));
        }
        return -0.5 * n * (Math.log(2 * Math.PI) + Math.log(rss / n) + 1) + 0.5 * logs;
    }

    private List<RegressionCoefficient> coefficients() {
        double[] estimates = fit.coefficients();
        List<RegressionCoefficient> coefficients = new ArrayList<>();
        StudentT t = covariance == null ? null : new StudentT(freedom);
        double reach = t == null ? Double.NaN : t.quantile(TailProbability.upper((1 - request.level()) / 2));
        for (int j = 0; j < estimates.length; j++) {
            if (Double.isNaN(estimates[j])) {
                coefficients.add(RegressionCoefficient.aliased(names.get(j)));
                continue;
            }
            if (t == null) {
                coefficients.add(new RegressionCoefficient(names.get(j), estimates[j], null, null, null, null));
                continue;
            }
            double error = Math.sqrt(covariance.get(j, j));
            double statistic = estimates[j] / error;
            boolean defined = !Double.isNaN(statistic);
            coefficients.add(new RegressionCoefficient(
                    names.get(j),
                    estimates[j],
                    error,
                    defined ? statistic : null,
                    defined ? pValue(t, statistic) : null,
                    new Interval(estimates[j] - reach * error, estimates[j] + reach * error)));
        }
        return coefficients;
    }

    private static double pValue(StudentT t, double statistic) {
        return Double.isInfinite(statistic)
                ? 0
                : Math.min(1, 2 * t.tails(Math.abs(statistic)).upper());
    }

    private List<RegressionPrediction> predictions() {
        List<double[]> columns = sample.pointsToPredict(request.predictAt());
        int rows = columns.isEmpty() ? request.predictAt().rows() : columns.getFirst().length;
        Design points = Design.of(columns, rows, request.intercept());
        Matrix x = points.matrix();
        StudentT t = covariance == null ? null : new StudentT(freedom);
        double reach = t == null ? Double.NaN : t.quantile(TailProbability.upper((1 - request.level()) / 2));
        List<RegressionPrediction> predictions = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double estimate = fit.predict(points, i);
            if (t == null) {
                predictions.add(new RegressionPrediction(estimate, null, null, null));
                continue;
            }
            double square = 0;
            for (int a : fit.kept()) {
                for (int b : fit.kept()) {
                    square += x.get(i, a) * x.get(i, b) * covariance.get(a, b);
                }
            }
            double error = Math.sqrt(Math.max(0, square));
            double single = Math.sqrt(Math.max(0, square) + variance);
            predictions.add(new RegressionPrediction(
                    estimate,
                    error,
                    new Interval(estimate - reach * error, estimate + reach * error),
                    new Interval(estimate - reach * single, estimate + reach * single)));
        }
        return predictions;
    }

    private RegressionDiagnostics diagnostics() {
        // Of the stationary point: the largest component of Xᵀe − αβ beside the sizes of what it is the difference of.
        double[] beta = fit.coefficients();
        double size = Matrix.column(residuals).frobeniusNorm();
        double largest = 0;
        for (int j : fit.kept()) {
            double[] column = design.column(j);
            for (int i = 0; i < n; i++) {
                column[i] *= Math.sqrt(weight(i));
            }
            double penalty = j == 0 && request.intercept() ? 0 : request.alpha() * scale(j) * scale(j) * beta[j];
            double length = Matrix.column(column).frobeniusNorm();
            if (size > 0 && length > 0) {
                double gradient = WeightedMoments.dot(column, residuals) - penalty;
                largest = Math.max(largest, Math.abs(gradient) / length / size);
            }
        }
        double condition = fit.condition();
        return new RegressionDiagnostics(largest, condition, Math.log10(condition), fit.rank());
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "objective",
                "RSS + alpha * sum of squared coefficients, intercept unpenalised, as scikit-learn's Ridge");
        if (request.standardize()) {
            conventions.put("standardize", "the penalty is on coefficients of x / sd(x), sd with divisor n");
        }
        conventions.put(
                "standardErrors",
                "of the penalised estimates, which are biased towards 0; variance RSS / (n - effective df)");
        conventions.put("statistic", "t with n - effective degrees of freedom, a rough guide");
        conventions.put("aic", "effective degrees of freedom in place of the number of coefficients");
        return conventions;
    }

    private List<Step> steps() {
        double[] beta = fit.coefficients();
        return List.of(
                new Step(
                        "objective",
                        "What is minimised",
                        "The sum of squared residuals, and a price for large coefficients.",
                        "\\min_\\beta \\; \\|y - X\\beta\\|^2 + \\alpha\\sum_j \\beta_j^2, \\quad \\alpha = "
                                + Words.latex(request.alpha()),
                        null),
                new Step(
                        "normal-equations",
                        "The normal equations",
                        "The penalty adds α to the diagonal, so there is a solution whatever the columns; the intercept's place stays"
                                + " as it is.",
                        "(X^\\top X + \\alpha I_0)\\,\\beta = X^\\top y",
                        null),
                new Step(
                        "effective-degrees-of-freedom",
                        "What the coefficients are worth",
                        "The trace of the matrix that makes fitted values of targets: less than their number, since they are not free.",
                        "\\operatorname{tr} X(X^\\top X + \\alpha I_0)^{-1}X^\\top = " + Words.latex(effective),
                        effective),
                new Step(
                        "solution",
                        "The solution",
                        "Solved by orthogonalising X with √α below its columns.",
                        "\\hat\\beta = (%s)"
                                .formatted(String.join(
                                        ", ",
                                        Arrays.stream(beta)
                                                .mapToObj(Words::latex)
                                                .toList())),
                        beta));
    }
}
