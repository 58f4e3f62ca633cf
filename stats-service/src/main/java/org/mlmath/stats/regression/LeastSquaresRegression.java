package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.stats.hypothesis.DegreesOfFreedom;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Ordinary and weighted least squares with the inference of the normal linear model, y = Xβ + ε with independent εᵢ ~ N(0, σ²/wᵢ).
 *
 * <p>s² = RSS/(n − p); standard errors from s²(XᵀWX)⁻¹ or a heteroscedasticity-robust sandwich; t tests and intervals with n − p
 * degrees of freedom. The estimates are {@link LinearFit}'s, right to nearly the last digit of what the data determine. Source:
 * Seber and Lee, <i>Linear Regression Analysis</i>, 2nd ed., ch. 3, 4, 10.
 */
final class LeastSquaresRegression {
    /** From here on the data's own last digits decide the estimates. */
    private static final double ILL_CONDITIONED = 1e8;

    /** Residuals beside the target that rounding the data alone would leave. */
    private static final double PERFECT = 4 * Math.ulp(1.0);

    private final RegressionSample sample;
    private final Design design;
    private final List<String> names;
    private final LeastSquaresQuestion question;
    private final LinearFit fit;
    private final int n;
    private final int freedom;
    private final double rss;
    private final double variance;
    private final double[] weightedResiduals;
    private final double[] leverages;
    private final Matrix covariance;
    private final List<Warning> warnings;

    private LeastSquaresRegression(
            RegressionSample sample,
            Design design,
            List<String> features,
            LeastSquaresQuestion question,
            Deadline deadline) {
        this.sample = sample;
        this.design = design;
        this.question = question;
        names = new ArrayList<>(features);
        if (design.intercept()) {
            names.addFirst("intercept");
        }
        n = sample.size();
        fit = LinearFit.of(design, sample.target(), sample.weights(), deadline);
        RegressionSample.requireFinite(fit);
        freedom = n - fit.rank();
        rss = fit.minimum();
        variance = freedom > 0 ? rss / freedom : Double.NaN;
        weightedResiduals = weighted(fit.residuals(), sample.weights());
        leverages = fit.leverages();
        covariance = covarianceOf();
        warnings = new ArrayList<>(sample.warnings());
    }

    /** A linear model in the features themselves. */
    static OlsResult linear(OlsRequest request, Deadline deadline) {
        LeastSquaresQuestion question = request.question();
        RegressionSample sample =
                RegressionSample.of(request.features(), request.target(), request.weights(), request.missing());
        Design design = Design.of(sample.features(), sample.size(), request.intercept());
        Design points = null;
        if (request.predictAt() != null) {
            List<double[]> columns = sample.pointsToPredict(request.predictAt());
            points = Design.of(columns, rows(columns, request.predictAt()), request.intercept());
        }
        return new LeastSquaresRegression(sample, design, sample.names(), question, deadline).result(points, deadline);
    }

    /** The number of points, which of a model without features is that of the rows given. */
    private static int rows(List<double[]> columns, DataColumns points) {
        return columns.isEmpty() ? points.rows() : columns.getFirst().length;
    }

    /** A linear model in the powers of one feature. */
    static OlsResult polynomial(PolynomialRequest request, Deadline deadline) {
        LeastSquaresQuestion question = request.question();
        RegressionSample sample =
                RegressionSample.of(request.features(), request.target(), request.weights(), request.missing());
        if (sample.names().size() != 1) {
            throw new DimensionMismatchException(
                            "A polynomial is in one feature; there are %d. With several, give their powers to ols."
                                    .formatted(sample.names().size()))
                    .at("/features");
        }
        String x = sample.vector() ? "x" : sample.names().getFirst();
        List<String> names = new ArrayList<>();
        for (int power = 1; power <= request.degree(); power++) {
            names.add(power == 1 ? x : x + "^" + power);
        }
        requirePowers(sample.features().getFirst(), request.degree(), "/features");
        Design design = Design.polynomial(sample.features().getFirst(), request.degree(), request.intercept());
        Design points = null;
        if (request.predictAt() != null) {
            double[] at = sample.pointsToPredict(request.predictAt()).getFirst();
            requirePowers(at, request.degree(), "/predictAt");
            points = Design.polynomial(at, request.degree(), request.intercept());
        }
        return new LeastSquaresRegression(sample, design, names, question, deadline).result(points, deadline);
    }

    private static void requirePowers(double[] x, int degree, String pointer) {
        for (double value : x) {
            if (!Double.isFinite(Math.pow(value, degree))) {
                throw new DomainException("The power %d of %s is larger than the largest double: scale the feature."
                                .formatted(degree, Words.exact(value)))
                        .at(pointer);
            }
        }
    }

    private static double[] weighted(double[] residuals, double[] weights) {
        if (weights != null) {
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] *= Math.sqrt(weights[i]);
            }
        }
        return residuals;
    }

    private Matrix covarianceOf() {
        if (freedom == 0) {
            return null;
        }
        StandardErrorKind kind = question.standardErrors();
        if (kind == StandardErrorKind.CLASSICAL) {
            return scaled(fit.inverseGram(), variance);
        }
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            variances[i] = kind.variance(weightedResiduals[i], leverages[i]);
        }
        Matrix sandwich = fit.sandwich(variances);
        return kind == StandardErrorKind.HC1 ? scaled(sandwich, (double) n / freedom) : sandwich;
    }

    private static Matrix scaled(Matrix matrix, double factor) {
        double[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return matrix;
    }

    private OlsResult result(Design points, Deadline deadline) {
        double[] sums = fit.sequentialSumsOfSquares();
        int first = design.intercept() ? 1 : 0;
        double explained = 0;
        for (int j = first; j < sums.length; j++) {
            explained += Double.isNaN(sums[j]) ? 0 : sums[j];
        }
        double total = explained + rss;
        int used = fit.rank() - first;
        warn(explained, total, used);
        double logLikelihood = logLikelihood(rss);
        List<Step> steps = null;
        if (question.explain()) {
            steps = LeastSquaresSteps.of(design, sample, fit, names, variance, covariance);
            if (steps == null) {
                warnings.add(new Warning(
                        "no-steps",
                        "The working is shown for models without aliased columns and with at most %d coefficients."
                                .formatted(LeastSquaresSteps.MOST_COEFFICIENTS),
                        "/explain"));
            } else {
                steps = Steps.limited(steps, warnings);
            }
        }
        return new OlsResult(
                coefficients(),
                total > 0 ? explained / total : null,
                total > 0 && freedom > 0 ? 1 - rss / freedom / (total / (n - first)) : null,
                used > 0 && freedom > 0 ? f(explained, used) : null,
                freedom > 0 ? Math.sqrt(variance) : null,
                freedom,
                n,
                rss,
                logLikelihood,
                logLikelihood(total),
                2 * fit.rank() - 2 * logLikelihood,
                Math.log(n) * fit.rank() - 2 * logLikelihood,
                fit.rank() == names.size() ? covariance : null,
                inflation(),
                table(sums, first),
                ModelChecks.of(design, fit, names, weightedResiduals, deadline),
                question.influence() ? influence() : null,
                points == null ? null : predictions(points),
                diagnostics(),
                conventions(),
                List.copyOf(warnings),
                steps);
    }

    private void warn(double explained, double total, int used) {
        int[] aliased = fit.aliased();
        if (aliased.length > 0) {
            List<String> which = new ArrayList<>();
            for (int j : aliased) {
                which.add(names.get(j));
            }
            warnings.add(new Warning(
                    "aliased",
                    "%s: %s on the columns before and has no estimate; the model is the one without."
                            .formatted(
                                    String.join(", ", which),
                                    which.size() == 1 ? "the column depends" : "each column depends"),
                    "/features"));
        }
        double size = 0;
        for (int i = 0; i < n; i++) {
            double w = sample.weights() == null ? 1 : sample.weights()[i];
            size = Math.hypot(size, Math.sqrt(w) * sample.target()[i]);
        }
        if (freedom == 0) {
            warnings.add(new Warning(
                    "no-degrees-of-freedom",
                    "There are as many coefficients as observations: the model passes through every point, and nothing is left to"
                            + " estimate the errors from.",
                    "/features"));
        } else if (total == 0) {
            warnings.add(new Warning(
                    "constant-target", "The target does not vary, so there is nothing to explain.", "/target"));
        } else if (Math.sqrt(rss) <= PERFECT * size) {
            warnings.add(new Warning(
                    "perfect-fit",
                    "The model passes through the data but for rounding; standard errors and tests mean nothing.",
                    "/target"));
        }
        if (fit.condition() > ILL_CONDITIONED) {
            warnings.add(new Warning(
                    "ill-conditioned",
                    "The columns nearly depend on each other (condition number %.1e): a relative error of 1e-16 in the data may"
                                    .formatted(fit.condition())
                            + " become one of %.0e in the estimates.".formatted(1e-16 * fit.condition()),
                    "/features"));
        }
        for (int i = 0; i < n && freedom > 0; i++) {
            if (leverages[i] > 1 - 1e-10) {
                warnings.add(new Warning(
                        "leverage-one",
                        "Observation %d has leverage 1: the model passes through it whatever its target is."
                                .formatted(i),
                        "/features"));
                break;
            }
        }
        if (used > 0 && explained == 0 && total > 0) {
            warnings.add(new Warning("nothing-explained", "No feature explains any of the target's variation."));
        }
    }

    private List<RegressionCoefficient> coefficients() {
        double[] estimates = fit.coefficients();
        List<RegressionCoefficient> coefficients = new ArrayList<>();
        StudentT t = freedom > 0 ? new StudentT(freedom) : null;
        double reach = t == null ? Double.NaN : reach(t);
        for (int j = 0; j < estimates.length; j++) {
            if (Double.isNaN(estimates[j])) {
                coefficients.add(RegressionCoefficient.aliased(names.get(j)));
            } else if (t == null) {
                coefficients.add(new RegressionCoefficient(names.get(j), estimates[j], null, null, null, null));
            } else {
                double error = Math.sqrt(covariance.get(j, j));
                double statistic = estimates[j] / error;
                coefficients.add(new RegressionCoefficient(
                        names.get(j),
                        estimates[j],
                        error,
                        Double.isNaN(statistic) ? null : statistic,
                        Double.isNaN(statistic) ? null : twoSided(t, statistic),
                        new Interval(estimates[j] - reach * error, estimates[j] + reach * error)));
            }
        }
        return coefficients;
    }

    private double reach(StudentT t) {
        return t.quantile(TailProbability.upper((1 - question.level()) / 2));
    }

    private static double twoSided(StudentT t, double statistic) {
        return Double.isInfinite(statistic)
                ? 0
                : Math.min(1, 2 * t.tails(Math.abs(statistic)).upper());
    }

    private FStatistic f(double explained, int used) {
        double value =
                question.standardErrors() == StandardErrorKind.CLASSICAL ? explained / used / variance : wald(used);
        if (Double.isNaN(value)) {
            return null;
        }
        double p = Double.isInfinite(value)
                ? 0
                : new FisherF(used, freedom).tails(value).upper();
        return new FStatistic(value, DegreesOfFreedom.of(used, freedom), p);
    }

    /** βᵀV⁻¹β/q of the coefficients but the intercept, with their robust covariance V. */
    private double wald(int used) {
        int first = design.intercept() ? 1 : 0;
        double[] estimates = fit.coefficients();
        double[] beta = new double[used];
        double[] v = new double[used * used];
        int[] kept = fit.kept();
        for (int a = 0; a < used; a++) {
            beta[a] = estimates[kept[a + first]];
            for (int b = 0; b < used; b++) {
                v[a * used + b] = covariance.get(kept[a + first], kept[b + first]);
            }
        }
        return SymmetricForm.inverse(new Matrix(used, used, v), beta) / used;
    }

    /** With the variance at its maximum, RSS/n: −n/2·(log(2π·RSS/n) + 1) + ½Σlog wᵢ. */
    private double logLikelihood(double sumOfSquares) {
        double logs = 0;
        if (sample.weights() != null) {
            for (double w : sample.weights()) {
                logs += Math.log(w);
            }
        }
        return -0.5 * n * (Math.log(2 * Math.PI) + Math.log(sumOfSquares / n) + 1) + 0.5 * logs;
    }

    /** VIFⱼ = [(XᵀWX)⁻¹]ⱼⱼ·Σw(xᵢⱼ − x̄ⱼ)², about 0 where there is no intercept. */
    private Map<String, Double> inflation() {
        int first = design.intercept() ? 1 : 0;
        if (names.size() - first < 2) {
            return null;
        }
        Matrix inverse = fit.inverseGram();
        Map<String, Double> result = new LinkedHashMap<>();
        for (int j = first; j < names.size(); j++) {
            double unit = inverse.get(j, j);
            result.put(
                    names.get(j),
                    Double.isNaN(unit)
                            ? null
                            : Math.max(
                                    1,
                                    unit
                                            * WeightedMoments.sumOfSquares(
                                                    design.column(j), sample.weights(), first == 1)));
        }
        return result;
    }

    private List<RegressionVarianceRow> table(double[] sums, int first) {
        List<RegressionVarianceRow> rows = new ArrayList<>();
        for (int j = first; j < sums.length; j++) {
            if (Double.isNaN(sums[j])) {
                continue;
            }
            Double statistic = freedom > 0 && sums[j] + variance > 0 ? sums[j] / variance : null;
            rows.add(new RegressionVarianceRow(
                    names.get(j),
                    sums[j],
                    1,
                    sums[j],
                    statistic,
                    statistic == null
                            ? null
                            : Double.isInfinite(statistic)
                                    ? 0
                                    : new FisherF(1, freedom).tails(statistic).upper()));
        }
        rows.add(new RegressionVarianceRow("residual", rss, freedom, freedom > 0 ? variance : null, null, null));
        return rows;
    }

    private RegressionInfluence influence() {
        double[] residuals = fit.residuals();
        double[] fitted = new double[n];
        double[] standardized = new double[n];
        double[] studentized = new double[n];
        double[] cook = new double[n];
        for (int i = 0; i < n; i++) {
            fitted[i] = sample.target()[i] - residuals[i];
            double e = weightedResiduals[i];
            double rest = 1 - leverages[i];
            standardized[i] = e / Math.sqrt(variance * rest);
            double without = (rss - e * e / rest) / (freedom - 1);
            studentized[i] = freedom > 1 && without > 0 ? e / Math.sqrt(without * rest) : Double.NaN;
            cook[i] = standardized[i] * standardized[i] * leverages[i] / rest / fit.rank();
        }
        return new RegressionInfluence(fitted, residuals, standardized, studentized, leverages, cook);
    }

    private List<RegressionPrediction> predictions(Design points) {
        List<RegressionPrediction> predictions = new ArrayList<>();
        StudentT t = freedom > 0 ? new StudentT(freedom) : null;
        double reach = t == null ? Double.NaN : reach(t);
        for (int i = 0; i < points.rows(); i++) {
            double estimate = fit.predict(points, i);
            if (t == null) {
                predictions.add(new RegressionPrediction(estimate, null, null, null));
                continue;
            }
            double square = question.standardErrors() == StandardErrorKind.CLASSICAL
                    ? variance * fit.varianceFactor(points, i)
                    : quadratic(points, i);
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

    /** x·V·xᵀ with the robust covariance. */
    private double quadratic(Design points, int i) {
        double sum = 0;
        Matrix rows = points.matrix();
        for (int a : fit.kept()) {
            for (int b : fit.kept()) {
                sum += rows.get(i, a) * rows.get(i, b) * covariance.get(a, b);
            }
        }
        return sum;
    }

    private RegressionDiagnostics diagnostics() {
        double largest = 0;
        double size = Matrix.column(weightedResiduals).frobeniusNorm();
        for (int j : fit.kept()) {
            double[] column = weighted(design.column(j), sample.weights());
            double dot = WeightedMoments.dot(column, weightedResiduals);
            double length = Matrix.column(column).frobeniusNorm();
            if (size > 0 && length > 0) {
                largest = Math.max(largest, Math.abs(dot / length / size));
            }
        }
        double condition = fit.condition();
        return new RegressionDiagnostics(largest, condition, Math.log10(condition), fit.rank());
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("statistic", "t with n - p degrees of freedom");
        conventions.put("standardErrors", question.standardErrors().words());
        conventions.put(
                "rSquared",
                design.intercept() ? "about the mean of the target" : "about 0, since there is no intercept");
        conventions.put(
                "aic",
                "2k - 2 log L and log(n) k - 2 log L with k the number of coefficients (statsmodels); R also counts the"
                        + " variance: k + 1");
        conventions.put("table", "sequential (type I) sums of squares, as R's anova");
        if (question.standardErrors() != StandardErrorKind.CLASSICAL) {
            conventions.put("fStatistic", "Wald test with the robust covariance");
        }
        if (sample.weights() != null) {
            conventions.put("weights", "inverse to the variances; influence and checks use residuals times √w");
        }
        return conventions;
    }
}
