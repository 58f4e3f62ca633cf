package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LogisticFit;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.LogisticFunctions;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Logistic regression with its inference: P(y = 1) = σ(xβ), β by maximum likelihood ({@link LogisticFit}).
 *
 * <p>Standard errors from the inverse of the information XᵀWX; z or likelihood-ratio tests; deviances against the saturated model.
 * Source: Hosmer, Lemeshow and Sturdivant, <i>Applied Logistic Regression</i>, 3rd ed., ch. 1 to 5.
 */
final class LogisticRegression {
    private static final double ALPHA = 0.05;
    private static final int GROUPS = 10;

    private final LogisticRegressionRequest request;
    private final RegressionSample sample;
    private final Design design;
    private final List<String> names;
    private final LogisticFit fit;
    private final Matrix covariance;
    private final double z;
    private final double[] y;
    private final int n;
    private final List<Warning> warnings;
    private final Deadline deadline;

    private LogisticRegression(LogisticRegressionRequest request, RegressionSample sample, Deadline deadline) {
        this.request = request;
        this.sample = sample;
        this.deadline = deadline;
        design = Design.of(sample.features(), sample.size(), request.intercept());
        names = new ArrayList<>(sample.names());
        if (request.intercept()) {
            names.addFirst("intercept");
        }
        y = sample.target();
        n = y.length;
        fit = LogisticFit.of(design, y, sample.weights(), deadline);
        covariance = fit.inverseInformation();
        z = new Normal(0, 1).quantile(TailProbability.upper((1 - request.level()) / 2));
        warnings = new ArrayList<>(sample.warnings());
    }

    static LogisticRegressionResult of(LogisticRegressionRequest request, Deadline deadline) {
        LeastSquaresQuestion.requireLevel(request.level());
        RegressionSample sample =
                RegressionSample.of(request.features(), request.target(), request.weights(), request.missing());
        for (int i = 0; i < sample.size(); i++) {
            double target = sample.target()[i];
            if (!(target >= 0 && target <= 1)) {
                throw new InvalidParameterException(
                                "A target is %s; a logistic model's targets are 0 or 1, or proportions between."
                                        .formatted(Words.exact(target)))
                        .at("/target");
            }
        }
        return new LogisticRegression(request, sample, deadline).result();
    }

    private LogisticRegressionResult result() {
        // Deviances and ratios are of the trials; the number of ways to have such proportions belongs to the likelihood
        // only.
        double ways = logWays();
        double ofTrials = fit.logLikelihood();
        double nullOfTrials = nullLogLikelihood();
        double logLikelihood = ofTrials + ways;
        double nullLogLikelihood = nullOfTrials + ways;
        double saturated = saturated();
        int used = fit.rank() - (design.intercept() ? 1 : 0);
        double ratio = Math.max(0, 2 * (ofTrials - nullOfTrials));
        warn();
        List<RegressionCoefficient> coefficients = coefficients(ofTrials);
        List<Step> steps = null;
        if (Boolean.TRUE.equals(request.explain())) {
            steps = steps(logLikelihood);
        }
        return new LogisticRegressionResult(
                coefficients,
                oddsRatios(coefficients),
                fit.converged(),
                nullOfTrials < 0 ? 1 - ofTrials / nullOfTrials : null,
                used > 0
                        ? new LikelihoodRatio(
                                ratio, used, new ChiSquare(used).tails(ratio).upper())
                        : null,
                logLikelihood,
                nullLogLikelihood,
                2 * (saturated - ofTrials),
                2 * (saturated - nullOfTrials),
                2 * fit.rank() - 2 * logLikelihood,
                Math.log(n) * fit.rank() - 2 * logLikelihood,
                n,
                n - fit.rank(),
                fit.rank() == names.size() ? covariance : null,
                fitted(),
                checks(),
                request.predictAt() == null ? null : predictions(),
                new LogisticDiagnostics(fit.gradientNorm(), fit.iterations(), fit.condition(), fit.rank()),
                conventions(),
                List.copyOf(warnings),
                steps);
    }

    private double weight(int i) {
        return sample.weights() == null ? 1 : sample.weights()[i];
    }

    /** Of the model with one probability for all; ½ where there is no intercept. */
    private double nullLogLikelihood() {
        double ones = 0;
        double zeros = 0;
        for (int i = 0; i < n; i++) {
            ones += weight(i) * y[i];
            zeros += weight(i) * (1 - y[i]);
        }
        double total = ones + zeros;
        if (!design.intercept()) {
            return -total * Math.log(2);
        }
        return times(ones, ones / total) + times(zeros, zeros / total);
    }

    /** Σ log C(wᵢ, wᵢyᵢ): 0 where all targets are 0 or 1, and where weights do not count trials. */
    private double logWays() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double trials = weight(i);
            double successes = Math.rint(trials * y[i]);
            if (trials != Math.rint(trials) || Math.abs(trials * y[i] - successes) > 1e-9 * trials) {
                return 0;
            }
            sum += GammaFunctions.logGamma(trials + 1)
                    - GammaFunctions.logGamma(successes + 1)
                    - GammaFunctions.logGamma(trials - successes + 1);
        }
        return sum;
    }

    /** Of the model that fits every proportion; 0 where all targets are 0 or 1. */
    private double saturated() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += times(weight(i) * y[i], y[i]) + times(weight(i) * (1 - y[i]), 1 - y[i]);
        }
        return sum;
    }

    private static double times(double count, double p) {
        return count == 0 ? 0 : count * Math.log(p);
    }

    private void warn() {
        int[] aliased = fit.aliased();
        if (aliased.length > 0) {
            warnings.add(new Warning(
                    "aliased",
                    "%s: no estimate, since the column depends on those before it; the model is the one without."
                            .formatted(String.join(
                                    ", ",
                                    Arrays.stream(aliased).mapToObj(names::get).toList())),
                    "/features"));
        }
        if (fit.separated()) {
            warnings.add(new Warning(
                    "separation",
                    "A combination of the features separates the zeros from the ones, so the likelihood has no maximum: the"
                            + " coefficients given are where the iteration was stopped, and their standard errors mean nothing. A penalty"
                            + " (learning/logistic-regression with l2) or more data gives finite ones.",
                    "/target"));
        } else if (!fit.converged()) {
            warnings.add(new Warning(
                    "did-not-converge",
                    "The iteration stopped after %d steps without standing still.".formatted(fit.iterations()),
                    "/coefficients"));
        }
    }

    private List<RegressionCoefficient> coefficients(double logLikelihood) {
        double[] estimates = fit.coefficients();
        boolean profile = request.inference() == CoefficientInference.LIKELIHOOD_RATIO && fit.converged();
        if (request.inference() == CoefficientInference.LIKELIHOOD_RATIO && !profile) {
            warnings.add(new Warning(
                    "no-profile",
                    "Without a maximum there is no profile of the likelihood; Wald's inference is given.",
                    "/inference"));
        }
        List<RegressionCoefficient> coefficients = new ArrayList<>();
        boolean errors = true;
        for (int j = 0; j < estimates.length; j++) {
            if (Double.isNaN(estimates[j])) {
                coefficients.add(RegressionCoefficient.aliased(names.get(j)));
                continue;
            }
            double error = covariance == null ? Double.NaN : Math.sqrt(covariance.get(j, j));
            if (!Double.isFinite(error)) {
                errors = false;
                coefficients.add(new RegressionCoefficient(names.get(j), estimates[j], null, null, null, null));
                continue;
            }
            double statistic = estimates[j] / error;
            Interval interval = new Interval(estimates[j] - z * error, estimates[j] + z * error);
            if (profile) {
                ProfileLikelihood likelihood =
                        new ProfileLikelihood(design, j, sample, estimates[j], error, logLikelihood, deadline);
                statistic = -likelihood.root(0);
                interval = likelihood.interval(z);
            }
            coefficients.add(new RegressionCoefficient(
                    names.get(j), estimates[j], error, statistic, twoSided(statistic), interval));
        }
        if (!errors && !fit.separated()) {
            warnings.add(new Warning(
                    "undefined-values",
                    "The information matrix over- or underflows, so there are no standard errors: scale the features.",
                    "/coefficients"));
        }
        return coefficients;
    }

    private static double twoSided(double statistic) {
        return Math.min(1, 2 * new Normal(0, 1).tails(Math.abs(statistic)).upper());
    }

    private static List<OddsRatio> oddsRatios(List<RegressionCoefficient> coefficients) {
        List<OddsRatio> ratios = new ArrayList<>();
        for (RegressionCoefficient coefficient : coefficients) {
            if (!coefficient.name().equals("intercept")) {
                Interval interval = coefficient.confidenceInterval();
                ratios.add(new OddsRatio(
                        coefficient.name(),
                        coefficient.estimate() == null ? null : Math.exp(coefficient.estimate()),
                        interval == null
                                ? null
                                : new Interval(Math.exp(interval.lower()), Math.exp(interval.upper()))));
            }
        }
        return ratios;
    }

    private double[] fitted() {
        return Arrays.stream(fit.linearPredictor())
                .map(LogisticFunctions::sigmoid)
                .toArray();
    }

    private List<LogisticPrediction> predictions() {
        List<double[]> columns = sample.pointsToPredict(request.predictAt());
        int rows = columns.isEmpty() ? request.predictAt().rows() : columns.getFirst().length;
        Matrix points = Design.of(columns, rows, request.intercept()).matrix();
        double[] estimates = fit.coefficients();
        List<LogisticPrediction> predictions = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double eta = 0;
            double variance = 0;
            for (int a : fit.kept()) {
                eta += points.get(i, a) * estimates[a];
                for (int b : fit.kept()) {
                    variance += covariance == null
                            ? Double.NaN
                            : points.get(i, a) * points.get(i, b) * covariance.get(a, b);
                }
            }
            double error = Math.sqrt(Math.max(0, variance));
            boolean known = Double.isFinite(error) && !Double.isNaN(variance);
            predictions.add(new LogisticPrediction(
                    LogisticFunctions.sigmoid(eta),
                    known ? LogisticFunctions.sigmoidDerivative(eta) * error : null,
                    known
                            ? new Interval(
                                    LogisticFunctions.sigmoid(eta - z * error),
                                    LogisticFunctions.sigmoid(eta + z * error))
                            : null,
                    eta));
        }
        return predictions;
    }

    private List<ModelCheck> checks() {
        List<ModelCheck> checks = new ArrayList<>();
        double[] p = fitted();
        double right = 0;
        double total = 0;
        double likelier = 0;
        for (int i = 0; i < n; i++) {
            right += weight(i) * (p[i] >= 0.5 ? y[i] : 1 - y[i]);
            likelier += weight(i) * y[i];
            total += weight(i);
        }
        double share = right / total;
        double guess = Math.max(likelier, total - likelier) / total;
        checks.add(new ModelCheck(
                "accuracy",
                "the features tell the classes apart",
                share,
                null,
                null,
                null,
                "%s of the targets are on the side of 1/2 that the model says; the more frequent class alone has %s."
                        .formatted(Words.percent(share), Words.percent(guess))));
        calibration(p, checks);
        double condition = fit.condition();
        checks.add(new ModelCheck(
                "collinearity",
                "columns that do not depend on each other",
                condition,
                null,
                null,
                fit.aliased().length == 0 && condition < 30,
                "The condition number of the columns at length 1 is %s; above 30 (Belsley) estimates depend on each other."
                        .formatted(Words.number(condition))));
        return checks;
    }

    /** Hosmer and Lemeshow's: in groups of growing probability, expected against observed. */
    private void calibration(double[] p, List<ModelCheck> checks) {
        if (n < 5 * GROUPS || !fit.converged()) {
            return;
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double statistic = 0;
        for (int g = 0; g < GROUPS; g++) {
            double observed = 0;
            double expected = 0;
            double size = 0;
            for (int i = g * n / GROUPS; i < (g + 1) * n / GROUPS; i++) {
                observed += weight(order[i]) * y[order[i]];
                expected += weight(order[i]) * p[order[i]];
                size += weight(order[i]);
            }
            double variance = expected * (1 - expected / size);
            statistic += variance > 0 ? (observed - expected) * (observed - expected) / variance : 0;
        }
        double pValue = new ChiSquare(GROUPS - 2).tails(statistic).upper();
        checks.add(new ModelCheck(
                "hosmer-lemeshow",
                "probabilities that mean what they say",
                statistic,
                GROUPS - 2.0,
                pValue,
                pValue >= ALPHA,
                "In ten groups of growing probability the ones %s the probabilities (p = %s)."
                        .formatted(
                                pValue >= ALPHA ? "are as frequent as" : "are not as frequent as",
                                Words.number(pValue))));
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("statistic", request.inference().words());
        conventions.put("rSquared", "McFadden's, of the single trials");
        conventions.put(
                "logLikelihood", "of proportions with their trials as weights: with the binomial coefficients, as R");
        conventions.put("aic", "2k - 2 log L with k the number of coefficients, as R and statsmodels");
        conventions.put("weights", "how often an observation counts; n is the number of observations");
        return conventions;
    }

    private List<Step> steps(double logLikelihood) {
        double[] beta = fit.coefficients();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "model",
                "The model",
                "The log-odds of a 1 are linear in the features.",
                "\\log\\frac{p_i}{1 - p_i} = x_i\\beta, \\quad p_i = \\frac{1}{1 + e^{-x_i\\beta}}",
                null));
        steps.add(new Step(
                "likelihood",
                "The log-likelihood",
                "The probability of the targets seen, as a function of β; its logarithm is a sum over the observations.",
                "\\ell(\\beta) = \\sum_i \\left(y_i \\log p_i + (1 - y_i)\\log(1 - p_i)\\right)",
                null));
        steps.add(new Step(
                "score",
                "Its derivative",
                "At the maximum the residuals are orthogonal to every column, as in least squares; but p depends on β in a curve, so"
                        + " there is no formula for it.",
                "\\ell'(\\beta) = X^\\top (y - p) = 0",
                null));
        steps.add(new Step(
                "newton",
                "Newton's steps",
                "Each step solves a weighted least squares problem; %d were needed from β = 0."
                        .formatted(fit.iterations()),
                "\\beta \\leftarrow \\beta + (X^\\top W X)^{-1} X^\\top (y - p), \\quad W = \\operatorname{diag}(p_i(1 - p_i))",
                fit.iterations()));
        steps.add(new Step(
                "maximum",
                fit.converged() ? "The maximum" : "Where it was stopped",
                fit.converged()
                        ? "The score is 0 to rounding, and the log-likelihood is largest."
                        : "The log-likelihood grows for ever: the data are separated.",
                "\\hat\\beta = (%s), \\quad \\ell(\\hat\\beta) = %s"
                        .formatted(
                                String.join(
                                        ", ",
                                        Arrays.stream(beta)
                                                .mapToObj(Words::latex)
                                                .toList()),
                                Words.latex(logLikelihood)),
                beta));
        return steps;
    }
}
