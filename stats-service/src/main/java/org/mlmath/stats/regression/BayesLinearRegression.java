package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;
import org.mlmath.stats.regression.BayesLinearRegressionResult.CoefficientPosterior;
import org.mlmath.stats.regression.BayesLinearRegressionResult.PosteriorCoefficient;
import org.mlmath.stats.regression.BayesLinearRegressionResult.PosteriorPrediction;
import org.mlmath.stats.regression.BayesLinearRegressionResult.PosteriorVariance;

/**
 * Linear regression with a conjugate prior: β | σ² ~ N(m₀, σ²Λ₀⁻¹), σ² ~ inverse-gamma(a₀, b₀).
 *
 * <p>The posterior is of the same kind: Λₙ = XᵀX + Λ₀, mₙ = Λₙ⁻¹(Xᵀy + Λ₀m₀), aₙ = a₀ + n/2, bₙ = b₀ + ½ min(‖y − Xβ‖² + (β − m₀)ᵀΛ₀(β −
 * m₀)): least squares with the prior's precision as rows below, which computes all of it without forming XᵀX. Directions in which the
 * prior is flat take half a unit each from aₙ, as the reference prior p(β, σ²) ∝ 1/σ² has it. Where σ is known, Λ₀ is absolute and the
 * posterior normal. Source: Gelman et al., <i>Bayesian Data Analysis</i>, 3rd ed., §14.2, §14.8; Bishop, <i>Pattern Recognition and
 * Machine Learning</i>, §3.3.
 */
final class BayesLinearRegression {
    private final BayesLinearRegressionRequest request;
    private final RegressionSample sample;
    private final Design design;
    private final List<String> names;
    private final int n;
    private final int p;
    private final PriorRows rows;
    private final LinearFit fit;
    private final Double sigma;
    private final double priorShape;
    private final double priorRate;
    private final double shape;
    private final double rate;
    private final Matrix covariance;
    private final Distribution standard;
    private final double unit;

    private BayesLinearRegression(BayesLinearRegressionRequest request, RegressionSample sample, Deadline deadline) {
        this.request = request;
        this.sample = sample;
        n = sample.size();
        design = Design.of(sample.features(), n, request.intercept());
        names = new ArrayList<>(sample.names());
        if (request.intercept()) {
            names.addFirst("intercept");
        }
        p = names.size();
        sigma = request.standardDeviation();
        rows = PriorRows.of(request.prior(), p);
        double[] mean = mean(request.prior());
        double[] below = new double[rows.below().rows()];
        for (int i = 0; i < below.length; i++) {
            for (int j = 0; j < p; j++) {
                below[i] += rows.below().get(i, j) * mean[j];
            }
        }
        fit = LinearFit.with(design, sample.target(), weights(), rows.below(), below, deadline);
        if (fit.aliased().length > 0) {
            throw new InsufficientDataException("Neither the data nor the prior determine %s; give a prior precision."
                            .formatted(String.join(
                                    ", ",
                                    Arrays.stream(fit.aliased())
                                            .mapToObj(names::get)
                                            .toList())))
                    .at("/features");
        }
        RegressionSample.requireFinite(fit);
        covariance = fit.inverseGram();
        priorShape = request.prior().shape() == null ? 0 : request.prior().shape();
        priorRate = request.prior().rate() == null ? 0 : request.prior().rate();
        shape = priorShape + 0.5 * (n - p + rows.rank());
        rate = priorRate + 0.5 * fit.minimum();
        if (sigma != null) {
            standard = new Normal(0, 1);
            unit = 1;
            return;
        }
        if (!(shape > 0)) {
            throw new InsufficientDataException(
                            "%d observations leave nothing to learn the variance of the noise from beside %d coefficients; give the"
                                            .formatted(n, p)
                                    + " prior a shape and rate, or the standardDeviation.")
                    .at("/features");
        }
        if (!(rate > 0)) {
            throw new InsufficientDataException(
                            "The model passes through all targets, so the variance of the noise is 0 for all the data say; give the"
                                    + " prior a rate, or the standardDeviation.")
                    .at("/targets");
        }
        standard = new StudentT(2 * shape);
        unit = Math.sqrt(rate / shape);
    }

    static BayesLinearRegressionResult of(BayesLinearRegressionRequest request, Deadline deadline) {
        LeastSquaresQuestion.requireLevel(request.level());
        Double sigma = request.standardDeviation();
        if (sigma != null) {
            require(sigma > 0, "standardDeviation is %s; it has to be above 0.".formatted(sigma), "/standardDeviation");
            boolean noise = request.prior().shape() != null || request.prior().rate() != null;
            require(!noise, "Where the standard deviation is known it has no prior.", "/prior/shape");
        }
        requireNotNegative(request.prior().shape(), "shape");
        requireNotNegative(request.prior().rate(), "rate");
        RegressionSample sample = RegressionSample.of(
                request.features(), request.targets(), "targets", request.weights(), request.missing());
        return new BayesLinearRegression(request, sample, deadline).result();
    }

    private static void requireNotNegative(Double value, String name) {
        require(
                value == null || value >= 0,
                "%s is %s; it has to be at least 0.".formatted(name, value),
                "/prior/" + name);
    }

    private static void require(boolean holds, String otherwise, String pointer) {
        if (!holds) {
            throw new InvalidParameterException(otherwise).at(pointer);
        }
    }

    private double[] mean(CoefficientPrior prior) {
        double[] given = prior.mean().values();
        if (given.length != 1 && given.length != p) {
            throw new DimensionMismatchException("The prior has %d means for %d coefficients, the intercept among them."
                            .formatted(given.length, p))
                    .at("/prior/mean");
        }
        if (given.length == p) {
            return given;
        }
        double[] mean = new double[p];
        Arrays.fill(mean, given[0]);
        return mean;
    }

    /** Inverse to the variances where they are known, else inverse to them in units of σ². */
    private double[] weights() {
        if (sigma == null) {
            return sample.weights();
        }
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = weight(i) / (sigma * sigma);
        }
        return weights;
    }

    private double weight(int i) {
        return sample.weights() == null ? 1 : sample.weights()[i];
    }

    private BayesLinearRegressionResult result() {
        List<Step> steps = Boolean.TRUE.equals(request.explain()) ? steps() : null;
        return new BayesLinearRegressionResult(
                new CoefficientPosterior(
                        fit.coefficients(),
                        precision(),
                        covariance,
                        sigma == null ? shape : null,
                        sigma == null ? rate : null),
                coefficients(),
                sigma == null ? variance() : null,
                logEvidence(),
                n,
                request.predictAt() == null ? null : predictions(),
                new RegressionDiagnostics(stationarity(), fit.condition(), Math.log10(fit.condition()), fit.rank()),
                conventions(),
                sample.warnings(),
                steps);
    }

    /** XᵀWX + DᵀD. */
    private Matrix precision() {
        Matrix x = design.matrix();
        double[] w = weights();
        double[] values = new double[p * p];
        for (int a = 0; a < p; a++) {
            for (int b = a; b < p; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (w == null ? 1 : w[i]) * x.get(i, a) * x.get(i, b);
                }
                for (int i = 0; i < rows.below().rows(); i++) {
                    sum += rows.below().get(i, a) * rows.below().get(i, b);
                }
                values[a * p + b] = sum;
                values[b * p + a] = sum;
            }
        }
        return new Matrix(p, p, values);
    }

    private double reach() {
        return standard.quantile(TailProbability.upper((1 - request.level()) / 2));
    }

    /** √(ν/(ν − 2)) of a t distribution, 1 of the normal one; null where it has no variance. */
    private Double spread() {
        if (sigma != null) {
            return 1.0;
        }
        return shape > 1 ? Math.sqrt(shape / (shape - 1)) : null;
    }

    private List<PosteriorCoefficient> coefficients() {
        double[] mean = fit.coefficients();
        double reach = reach();
        Double spread = spread();
        List<PosteriorCoefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double scale = unit * Math.sqrt(covariance.get(j, j));
            coefficients.add(new PosteriorCoefficient(
                    names.get(j),
                    mean[j],
                    spread == null ? null : scale * spread,
                    sigma == null ? 2 * shape : null,
                    scale,
                    new Interval(mean[j] - reach * scale, mean[j] + reach * scale),
                    standard.tails(mean[j] / scale).lower()));
        }
        return coefficients;
    }

    private PosteriorVariance variance() {
        // σ² = 2b/χ² with 2a degrees of freedom.
        ChiSquare chiSquare = new ChiSquare(2 * shape);
        double outside = (1 - request.level()) / 2;
        return new PosteriorVariance(
                shape > 1 ? rate / (shape - 1) : null,
                rate / (shape + 1),
                new Interval(
                        2 * rate / chiSquare.quantile(TailProbability.upper(outside)),
                        2 * rate / chiSquare.quantile(TailProbability.lower(outside))));
    }

    /** log p(y | X), where all of the prior is proper. */
    private Double logEvidence() {
        if (rows.rank() < p || sigma == null && !(priorShape > 0 && priorRate > 0)) {
            return null;
        }
        double logs = 0;
        for (int i = 0; i < n; i++) {
            logs += 0.5 * Math.log(weight(i));
        }
        double volumes = 0.5 * (rows.logDeterminant() - fit.logDeterminant());
        if (sigma != null) {
            return logs - n * (0.5 * Math.log(2 * Math.PI) + Math.log(sigma)) + volumes - 0.5 * fit.minimum();
        }
        return logs
                - 0.5 * n * Math.log(2 * Math.PI)
                + volumes
                + priorShape * Math.log(priorRate)
                - shape * Math.log(rate)
                + GammaFunctions.logGamma(shape)
                - GammaFunctions.logGamma(priorShape);
    }

    private List<PosteriorPrediction> predictions() {
        List<double[]> columns = sample.pointsToPredict(request.predictAt());
        int count = columns.isEmpty() ? request.predictAt().rows() : columns.getFirst().length;
        Design points = Design.of(columns, count, request.intercept());
        double reach = reach();
        Double spread = spread();
        double noise = sigma == null ? 1 : sigma * sigma;
        List<PosteriorPrediction> predictions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double mean = fit.predict(points, i);
            double factor = fit.varianceFactor(points, i);
            double scale = unit * Math.sqrt(factor);
            double single = unit * Math.sqrt(factor + noise);
            predictions.add(new PosteriorPrediction(
                    mean,
                    spread == null ? null : single * spread,
                    new Interval(mean - reach * scale, mean + reach * scale),
                    new Interval(mean - reach * single, mean + reach * single)));
        }
        return predictions;
    }

    /** Λ₀(m − m₀) and Xᵀ(y − Xm) cancel at the posterior mean: what is left of them, relative to their size. */
    private double stationarity() {
        double[] mean = fit.coefficients();
        double[] prior = mean(request.prior());
        double[] residuals = fit.residuals();
        double[] w = weights();
        double largest = 0;
        for (int j = 0; j < p; j++) {
            double[] column = design.column(j);
            double sum = 0;
            double size = 0;
            for (int i = 0; i < n; i++) {
                double term = (w == null ? 1 : w[i]) * column[i] * residuals[i];
                sum += term;
                size += Math.abs(term);
            }
            for (int i = 0; i < rows.below().rows(); i++) {
                double along = 0;
                for (int k = 0; k < p; k++) {
                    along += rows.below().get(i, k) * (prior[k] - mean[k]);
                }
                sum += rows.below().get(i, j) * along;
                size += Math.abs(rows.below().get(i, j) * along);
            }
            largest = size > 0 ? Math.max(largest, Math.abs(sum) / size) : largest;
        }
        return largest;
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "prior",
                sigma == null
                        ? "coefficients given the variance: covariance = variance times `covariance`; the variance is inverse-gamma by"
                                + " shape and rate"
                        : "the noise is known: precision and covariance are absolute");
        conventions.put(
                "flat",
                "each direction in which the prior is flat takes 1/2 from the shape, as the reference prior 1/variance does");
        return conventions;
    }

    private List<Step> steps() {
        double[] mean = fit.coefficients();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "prior",
                "The prior",
                "What is believed before the data, in a form that the data leave as it is.",
                sigma == null
                        ? "\\beta \\mid \\sigma^2 \\sim N(m_0, \\sigma^2\\Lambda_0^{-1}), \\quad \\sigma^2 \\sim \\mathrm{IG}(%s, %s)"
                                .formatted(Words.latex(priorShape), Words.latex(priorRate))
                        : "\\beta \\sim N(m_0, \\Lambda_0^{-1}), \\quad \\sigma = " + Words.latex(sigma),
                null));
        String unitOf = sigma == null ? "" : "\\sigma^{-2}";
        Matrix precision = precision();
        steps.add(new Step(
                "precision",
                "Precisions add",
                "What the data say of the coefficients is added to what was believed.",
                "\\Lambda_n = %sX^\\top X + \\Lambda_0".formatted(unitOf),
                precision));
        if (sigma == null) {
            steps.add(new Step(
                    "shape",
                    "The shape counts observations",
                    rows.rank() < p
                            ? "Each observation adds a half; each coefficient of which nothing was believed takes one."
                            : "Each observation adds a half.",
                    "a_n = %s".formatted(Words.latex(shape)),
                    shape));
            steps.add(new Step(
                    "rate",
                    "The rate adds up squares",
                    "Half of the squares that remain at the posterior mean: of the residuals, and of its distance from the prior mean.",
                    "b_n = b_0 + \\tfrac12\\left(\\|y - Xm_n\\|^2 + (m_n - m_0)^\\top\\Lambda_0(m_n - m_0)\\right) = "
                            + Words.latex(rate),
                    rate));
        }
        steps.add(new Step(
                "mean",
                "The mean weighs both",
                "Data and prior mean, each by its precision.",
                "m_n = \\Lambda_n^{-1}(%sX^\\top y + \\Lambda_0 m_0) = (%s)"
                        .formatted(
                                unitOf,
                                String.join(
                                        ", ",
                                        Arrays.stream(mean)
                                                .mapToObj(Words::latex)
                                                .toList())),
                mean));
        return steps;
    }
}
