package org.mlmath.calculus.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.fit.CurveFitResult.CurveFitDiagnostics;
import org.mlmath.calculus.fit.CurveFitResult.FitEnding;
import org.mlmath.calculus.fit.CurveFitResult.FitPredictions;
import org.mlmath.calculus.fit.CurveFitResult.FitTrajectory;
import org.mlmath.calculus.fit.CurveFitResult.ParameterInterval;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.leastsquares.LevenbergMarquardt;
import org.mlmath.numerics.optimization.leastsquares.NonlinearFit;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * The parameters p that make Σw·(f(x; p) − y)² smallest, with what the data say about them.
 *
 * <p>Covariance s²·(JᵀWJ)⁻¹ with s² = Σw·r²/(m − n), J the derivatives of f by p at the estimate: the linear approximation, as NIST's
 * certified values and R's {@code nls} have it. Source: Bates and Watts, <i>Nonlinear Regression Analysis and Its Applications</i>,
 * ch. 2. For the search see {@link LevenbergMarquardt}.
 */
public final class CurveFit {
    /** With columns of length 1: from here on a third of a double's digits are lost in the parameters. */
    private static final double ILL_CONDITIONED = 1e10;

    private final FitProblem problem;
    private final Curve curve;
    private final NonlinearFit fit;
    private final boolean absolute;
    private final int n;
    private final int degrees;

    /** The covariance matrix by rows, NaN at parameters that have none; null where no parameter has any. */
    private final double[] covariance;

    private CurveFit(FitProblem problem, Curve curve, NonlinearFit fit, boolean absolute) {
        this.problem = problem;
        this.curve = curve;
        this.fit = fit;
        this.absolute = absolute;
        n = problem.names().size();
        degrees = problem.rows().length - n;
        covariance = covariance();
    }

    /** @throws MathException at the field of the request that is wrong, or at the parameters where the curve has no value at the start */
    static CurveFitResult of(CurveFitRequest request, Deadline deadline) {
        double level = request.level() == null ? 0.95 : request.level();
        if (!(level > 0 && level < 1)) {
            throw new InvalidParameterException("The level is %s; it lies between 0 and 1.".formatted(level))
                    .at("/level");
        }
        FitProblem problem = FitProblem.of(request);
        FitData at = request.predictAt() == null ? null : problem.aligned(request.predictAt());
        Curve curve = new Curve(
                problem.expression(),
                problem.names(),
                problem.data(),
                problem.target(),
                problem.weights(),
                problem.rows(),
                deadline);
        int most = request.maxIterations() == null ? CurveFitRequest.STEPS : request.maxIterations();
        NonlinearFit fit;
        try {
            curve.requireValues(problem.start());
            fit = LevenbergMarquardt.fit(curve, problem.start(), problem.box(), most, deadline);
        } catch (DomainException e) {
            throw e.at("/parameters");
        }
        CurveFit made = new CurveFit(problem, curve, fit, Boolean.TRUE.equals(request.absoluteWeights()));
        return made.result(level, at, Boolean.TRUE.equals(request.explain()), deadline);
    }

    private double[] covariance() {
        boolean known = fit.inverseGram() != null && (absolute || degrees > 0);
        if (!known) {
            return null;
        }
        // With the residuals' power of two in both factors they cancel; without s² the inverse has it, squared.
        double variance = absolute ? Math.scalb(1.0, -2 * curve.exponent) : fit.sumOfSquares() / degrees;
        double[] entries = fit.inverseGram().values().clone();
        for (int i = 0; i < entries.length; i++) {
            boolean held = fit.held()[i / n] || fit.held()[i % n];
            entries[i] = held ? Double.NaN : variance * entries[i];
        }
        return entries;
    }

    private CurveFitResult result(double level, FitData at, boolean explain, Deadline deadline) {
        List<Warning> warnings = warnings();
        double sumOfSquares = unscaled(fit.sumOfSquares());
        double[] fitted = curve.values(fit.x(), problem.data());
        double[] residuals = new double[fitted.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = problem.target()[i] - fitted[i];
        }
        double[] errors = standardErrors();
        Map<String, Double> parameters = named(fit.x());
        List<Step> steps = explain
                ? Steps.limited(FitSteps.of(problem, curve, fit, covariance, errors, parameters, deadline), warnings)
                : null;
        return new CurveFitResult(
                parameters,
                named(errors),
                intervals(errors, level),
                problem.names(),
                covariance == null ? null : new Matrix(n, n, covariance),
                correlation(errors),
                sumOfSquares,
                degrees > 0 ? Math.scalb(Math.sqrt(fit.sumOfSquares() / degrees), curve.exponent) : null,
                degrees,
                rSquared(),
                fit.ending() == NonlinearFit.Ending.CONVERGED,
                FitEnding.valueOf(fit.ending().name()),
                fit.iterations(),
                fitted,
                residuals,
                at == null ? null : predictions(at, deadline),
                trajectory(),
                new CurveFitDiagnostics(
                        unscaled(Matrix.column(fit.gradient()).frobeniusNorm()),
                        fit.offset(),
                        fit.rank(),
                        fit.condition(),
                        fit.evaluations()),
                conventions(level),
                warnings,
                steps);
    }

    private double unscaled(double square) {
        return Math.scalb(square, 2 * curve.exponent);
    }

    private double[] standardErrors() {
        double[] errors = new double[n];
        for (int j = 0; j < n; j++) {
            errors[j] = covariance == null ? Double.NaN : Math.sqrt(covariance[j * n + j]);
        }
        return errors;
    }

    private Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int j = 0; j < n; j++) {
            named.put(problem.names().get(j), values[j]);
        }
        return named;
    }

    /** By Student's t with the residuals' degrees of freedom, or the normal distribution where the variance is known. */
    private Map<String, ParameterInterval> intervals(double[] errors, double level) {
        if (covariance == null) {
            return null;
        }
        TailProbability tail = TailProbability.upper((1 - level) / 2);
        double quantile = absolute ? new Normal(0, 1).quantile(tail) : new StudentT(degrees).quantile(tail);
        Map<String, ParameterInterval> intervals = new LinkedHashMap<>();
        for (int j = 0; j < n; j++) {
            double reach = quantile * errors[j];
            intervals.put(problem.names().get(j), new ParameterInterval(fit.x()[j] - reach, fit.x()[j] + reach));
        }
        return intervals;
    }

    private Matrix correlation(double[] errors) {
        if (covariance == null) {
            return null;
        }
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = covariance[i * n + j] / errors[i] / errors[j];
                entries[i * n + j] = Double.isNaN(entry) ? Double.NaN : i == j ? 1 : Math.clamp(entry, -1.0, 1.0);
            }
        }
        return new Matrix(n, n, entries);
    }

    /** The sum of squares about the weighted mean, at the scale of the residuals so that no square overflows. */
    private Double rSquared() {
        double[] weights = problem.weights();
        CompensatedSum total = new CompensatedSum();
        CompensatedSum first = new CompensatedSum();
        for (int row : problem.rows()) {
            double weight = weights == null ? 1 : weights[row];
            total.add(weight);
            first.add(weight * problem.target()[row]);
        }
        double mean = first.value() / total.value();
        CompensatedSum squares = new CompensatedSum();
        for (int row : problem.rows()) {
            double root = weights == null ? 1 : Math.sqrt(weights[row]);
            double deviation = Math.scalb(root * (problem.target()[row] - mean), -curve.exponent);
            squares.add(deviation * deviation);
        }
        double share = 1 - fit.sumOfSquares() / squares.value();
        return squares.value() > 0 && Double.isFinite(share) ? share : null;
    }

    /** Values with √(gᵀ·C·g), g the curve's derivatives by the parameters. */
    private FitPredictions predictions(FitData at, Deadline deadline) {
        double[] values = curve.values(fit.x(), at);
        if (covariance == null) {
            return new FitPredictions(values, null);
        }
        double[] errors = new double[values.length];
        for (int i = 0; i < errors.length; i++) {
            deadline.check();
            double[] g = curve.slopes(fit.x(), at, i);
            double variance = 0;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    // What is held does not vary.
                    boolean held = fit.held()[j] || fit.held()[k];
                    variance += held ? 0 : g[j] * covariance[j * n + k] * g[k];
                }
            }
            errors[i] = Math.sqrt(Math.max(0, variance));
        }
        return new FitPredictions(values, errors);
    }

    private FitTrajectory trajectory() {
        List<NonlinearFit.Visit> path = fit.path();
        double[] points = new double[path.size() * n];
        double[] values = new double[path.size()];
        double[] damping = new double[path.size()];
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(path.get(i).x(), 0, points, i * n, n);
            values[i] = unscaled(path.get(i).sumOfSquares());
            damping[i] = path.get(i).damping();
        }
        return new FitTrajectory(new Matrix(values.length, n, points), values, damping);
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        switch (fit.ending()) {
            case CONVERGED -> {}
            case NOT_IDENTIFIED ->
                warnings.add(new Warning(
                        "not-identified",
                        "Where the search ended the data determine only %d of the parameters, or combinations of them: the columns of the Jacobian are linearly dependent. Leave out parameters that say the same, or start elsewhere."
                                .formatted(fit.rank()),
                        "/parameters"));
            case STALLED ->
                warnings.add(new Warning(
                        "stalled",
                        "No step makes the sum of squares smaller, though this is no minimum: the curve is not smooth here, or undefined nearby. Start elsewhere, or set bounds.",
                        "/parameters"));
            case MAX_ITERATIONS ->
                warnings.add(new Warning(
                        "max-iterations",
                        "The search was not over after %d steps. Allow more, or start closer."
                                .formatted(fit.iterations()),
                        "/maxIterations"));
        }
        for (int j = 0; j < n; j++) {
            if (fit.held()[j]) {
                warnings.add(new Warning(
                        "at-bound",
                        "%s stands at its bound %s, beyond which the fit would be better; it has no standard error."
                                .formatted(problem.names().get(j), fit.x()[j]),
                        "/parameters/" + problem.names().get(j)));
            }
        }
        if (degrees == 0) {
            warnings.add(new Warning(
                    "no-degrees-of-freedom",
                    "There are as many observations as parameters: nothing is left from which their errors could be judged.",
                    "/degreesOfFreedom"));
        }
        if (fit.inverseGram() != null && fit.condition() > ILL_CONDITIONED) {
            warnings.add(new Warning(
                    "ill-conditioned",
                    "The parameters nearly compensate each other: the Jacobian's condition number is %.2g."
                            .formatted(fit.condition()),
                    "/diagnostics/conditionEstimate"));
        }
        return warnings;
    }

    private Map<String, String> conventions(double level) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("residuals", "target less curve");
        conventions.put(
                "covariance",
                absolute
                        ? "(JᵀWJ)⁻¹: weights are taken as 1/σ² with known σ"
                        : "s²·(JᵀWJ)⁻¹ with s² = residualSumOfSquares/degreesOfFreedom: weights are relative");
        conventions.put(
                "confidenceIntervals",
                "level %s, linear approximation, %s"
                        .formatted(level, absolute ? "normal distribution" : "Student's t distribution"));
        conventions.put("bounds", "a parameter at a bound still counts as one in degreesOfFreedom");
        return conventions;
    }
}
