package org.mlmath.stats.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.stats.number.Bound;

/**
 * The expected error of polynomial fits as squared bias, variance and noise (S. Geman, E. Bienenstock and R. Doursat, Neural Comput. 4
 * (1992), 1-58), by many samples and, since the fit is linear in the observations, also exactly.
 */
final class BiasVariance {
    private static final int GRID = 101;

    private final BiasVarianceRequest request;
    private final double[] sampleX;
    private final double[] grid;
    private final double[] truthAtSample;
    private final double[] truth;

    private BiasVariance(BiasVarianceRequest request) {
        this.request = request;
        String variable = request.region().keySet().iterator().next();
        List<Bound> bounds = request.region().get(variable);
        String pointer = "/region/" + variable.replace("~", "~0").replace("/", "~1");
        if (bounds == null || bounds.size() != 2 || bounds.contains(null)) {
            throw new InvalidParameterException("A range is [lower, upper].").at(pointer);
        }
        double from = bounds.get(0).value();
        double to = bounds.get(1).value();
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new InvalidParameterException("A range runs from a finite number to a larger one.").at(pointer);
        }
        this.sampleX = equidistant(from, to, request.sampleSize());
        this.grid = equidistant(from, to, GRID);
        try {
            Expression expression = Expressions.parse(request.expression(), List.of(variable));
            this.truthAtSample = values(expression, variable, sampleX);
            this.truth = values(expression, variable, grid);
        } catch (MathException e) {
            throw e.at("/expression");
        }
    }

    static BiasVarianceResult of(BiasVarianceRequest request, long seed, Deadline deadline) {
        Draws.requireWithin(request.sampleSize(), 2, 1000, "sampleSize", "/sampleSize");
        Draws.requireWithin(request.repetitions(), 2, 10_000, "repetitions", "/repetitions");
        Draws.requireWithin(request.maxDegree(), 0, 30, "maxDegree", "/maxDegree");
        Map<String, List<Bound>> region = request.region();
        Draws.requireWithin(region.size(), 1, 1, "The number of variables", "/region");
        if (!(request.noise() >= 0)) {
            throw new InvalidParameterException("A standard deviation must not be negative.").at("/noise");
        }
        if (request.maxDegree() >= request.sampleSize()) {
            throw new InvalidParameterException(
                            "A polynomial of degree %d needs more than that many observations; there are %d."
                                    .formatted(request.maxDegree(), request.sampleSize()))
                    .at("/maxDegree");
        }
        return new BiasVariance(request).simulate(seed, deadline);
    }

    private static double[] equidistant(double from, double to, int count) {
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            double share = (double) i / (count - 1);
            x[i] = (1 - share) * from + share * to;
        }
        return x;
    }

    private static double[] values(Expression expression, String variable, double[] x) {
        return Arrays.stream(x)
                .map(at -> Evaluation.value(expression, List.of(variable), new double[] {at}))
                .toArray();
    }

    private BiasVarianceResult simulate(long seed, Deadline deadline) {
        int degrees = request.maxDegree() + 1;
        OrthogonalPolynomials basis = new OrthogonalPolynomials(sampleX, request.maxDegree());
        double[][] onGrid = Arrays.stream(grid).mapToObj(basis::at).toArray(double[][]::new);
        double[][] sums = new double[degrees][GRID];
        double[][] squares = new double[degrees][GRID];
        double[] training = new double[degrees];
        double[][] expected = expectedPredictions(basis, onGrid, degrees);
        RandomGenerator random = Draws.generator(seed);
        double[] firstSample = null;
        for (int r = 0; r < request.repetitions(); r++) {
            deadline.check();
            double[] y = new double[sampleX.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = truthAtSample[i] + request.noise() * random.nextGaussian();
            }
            firstSample = firstSample == null ? y : firstSample;
            double[] prediction = new double[GRID];
            double[] residual = y.clone();
            for (int k = 0; k < degrees; k++) {
                double coefficient = dot(basis.atPoints(k), residual);
                for (int g = 0; g < GRID; g++) {
                    prediction[g] += coefficient * onGrid[g][k];
                    double deviation = prediction[g] - expected[k][g]; // small, so that its square keeps its digits
                    sums[k][g] += deviation;
                    squares[k][g] += deviation * deviation;
                }
                for (int i = 0; i < residual.length; i++) {
                    residual[i] -= coefficient * basis.atPoints(k)[i];
                }
                training[k] += dot(residual, residual) / residual.length;
            }
        }
        return result(seed, onGrid, expected, sums, squares, training, firstSample);
    }

    /** Of samples without noise, by degree: the mean of the predictions over all samples. */
    private double[][] expectedPredictions(OrthogonalPolynomials basis, double[][] onGrid, int degrees) {
        double[][] expected = new double[degrees][GRID];
        double[] residual = truthAtSample.clone();
        for (int k = 0; k < degrees; k++) {
            double coefficient = dot(basis.atPoints(k), residual);
            for (int g = 0; g < GRID; g++) {
                expected[k][g] = (k > 0 ? expected[k - 1][g] : 0) + coefficient * onGrid[g][k];
            }
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= coefficient * basis.atPoints(k)[i];
            }
        }
        return expected;
    }

    private BiasVarianceResult result(
            long seed,
            double[][] onGrid,
            double[][] expected,
            double[][] sums,
            double[][] squares,
            double[] training,
            double[] firstSample) {
        double n = request.repetitions();
        double noise = request.noise() * request.noise();
        List<DegreeErrors> errors = new ArrayList<>();
        double[] spread = new double[GRID];
        int best = 0;
        for (int k = 0; k < expected.length; k++) {
            double bias = 0;
            double variance = 0;
            double exactBias = 0;
            double exactVariance = 0;
            double[] mean = new double[GRID];
            double[] deviation = new double[GRID];
            for (int g = 0; g < GRID; g++) {
                mean[g] = expected[k][g] + sums[k][g] / n;
                double ofPoint = Math.max(0, (squares[k][g] - sums[k][g] * sums[k][g] / n) / (n - 1));
                deviation[g] = Math.sqrt(ofPoint);
                bias += (mean[g] - truth[g]) * (mean[g] - truth[g]);
                variance += ofPoint;
                spread[g] += onGrid[g][k] * onGrid[g][k];
                exactBias += (expected[k][g] - truth[g]) * (expected[k][g] - truth[g]);
                exactVariance += noise * spread[g];
            }
            errors.add(new DegreeErrors(
                    k,
                    bias / GRID,
                    variance / GRID,
                    noise,
                    (bias + variance) / GRID + noise,
                    training[k] / n,
                    exactBias / GRID,
                    exactVariance / GRID,
                    mean,
                    deviation));
            if (!Double.isFinite(errors.get(k).expectedError())) {
                throw new DomainException(
                                "The errors of degree %d are larger than the largest double, or the region is too narrow for its polynomials: scale the expression or the region."
                                        .formatted(k))
                        .at("/expression");
            }
            best = errors.get(k).expectedError() < errors.get(best).expectedError() ? k : best;
        }
        List<Warning> warnings = new ArrayList<>();
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new BiasVarianceResult(errors, best, grid, truth, sampleX, firstSample, seed, warnings);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
