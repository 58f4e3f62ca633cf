package org.mlmath.stats.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.Bound;
import org.mlmath.stats.number.Interval;

/** Estimates integrals by values at points that are drawn. */
final class MonteCarloIntegral {
    private static final int NOTED = 200;
    private static final int SHOWN = 1000;
    private static final int MOST_VARIABLES = 20;
    /** Independent shifts of a quasi-random sequence, whose estimates show how far off it is. */
    private static final int SHIFTS = 16;

    private final MonteCarloIntegralRequest request;
    private final List<String> variables;
    private final double[] lower;
    private final double[] width;
    private final double volume;
    private final Expression expression;
    private final ExpressionFunction integrand;
    private final Deadline deadline;

    private MonteCarloIntegral(MonteCarloIntegralRequest request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
        this.variables = List.copyOf(request.region().keySet());
        this.lower = new double[variables.size()];
        this.width = new double[variables.size()];
        readRegion(request.region());
        this.volume = Arrays.stream(width).reduce(1, (a, b) -> a * b);
        try {
            this.expression = Expressions.parse(request.expression(), variables);
            this.integrand = ExpressionFunction.of(expression, variables, request.samples());
        } catch (MathException e) {
            throw e.at("/expression");
        }
    }

    private void readRegion(Map<String, List<Bound>> region) {
        Draws.requireWithin(region.size(), 1, MOST_VARIABLES, "The number of variables", "/region");
        for (int d = 0; d < variables.size(); d++) {
            String pointer = "/region/" + variables.get(d).replace("~", "~0").replace("/", "~1");
            List<Bound> bounds = region.get(variables.get(d));
            if (bounds == null || bounds.size() != 2 || bounds.contains(null)) {
                throw new InvalidParameterException("A range is [lower, upper].").at(pointer);
            }
            lower[d] = bounds.get(0).value();
            width[d] = bounds.get(1).value() - lower[d];
            if (!(width[d] > 0) || Double.isInfinite(width[d]) || Double.isInfinite(lower[d])) {
                throw new InvalidParameterException("A range runs from a finite number to a larger one.").at(pointer);
            }
        }
    }

    static MonteCarloIntegralResult of(MonteCarloIntegralRequest request, long seed, Deadline deadline) {
        Draws.requireWithin(request.samples(), SHIFTS, 10_000_000, "samples", "/samples");
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        return new MonteCarloIntegral(request, deadline).estimate(seed);
    }

    private MonteCarloIntegralResult estimate(long seed) {
        RandomGenerator random = Draws.generator(seed);
        int dimension = variables.size();
        int samples = request.samples();
        int[] sizes = LawOfLargeNumbers.sizes(samples, NOTED);
        double[] running = new double[sizes.length];
        int shown = Math.min(SHOWN, samples);
        double[] points = new double[shown * dimension];
        double[] values = new double[shown];
        Units units = new Units(request.method(), dimension, samples, random);
        double[] unit = new double[dimension];
        double[] point = new double[dimension];
        CompensatedSum sum = new CompensatedSum();
        double[] groups = new double[units.groups()];
        int[] groupSizes = new int[groups.length];
        int noted = 0;
        for (int i = 0; i < samples; i++) {
            if (i % 1024 == 0) {
                deadline.check();
            }
            int group = units.next(i, unit);
            for (int d = 0; d < dimension; d++) {
                point[d] = lower[d] + unit[d] * width[d];
            }
            double value = defined(integrand.value(point), point);
            sum.add(value);
            groups[group] += value;
            groupSizes[group]++;
            if (i < shown) {
                System.arraycopy(point, 0, points, i * dimension, dimension);
                values[i] = value;
            }
            if (i + 1 == sizes[noted]) {
                running[noted] = sum.value() / (i + 1) * volume;
                noted = Math.min(noted + 1, sizes.length - 1);
            }
        }
        double error = error(groups, groupSizes) * volume;
        double estimate = sum.value() / samples * volume;
        if (!Double.isFinite(estimate) || !Double.isFinite(error)) {
            throw new DomainException(
                            "The integral's estimate or its error is larger than the largest double: scale the expression or the region.")
                    .at("/expression");
        }
        double reach = error * new Normal(0, 1).quantile(TailProbability.upper((1 - request.level()) / 2));
        List<Warning> warnings = new ArrayList<>();
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new MonteCarloIntegralResult(
                estimate,
                error,
                new Interval(estimate - reach, estimate + reach),
                volume,
                sizes,
                running,
                new Matrix(shown, dimension, points),
                values,
                variables,
                seed,
                warnings);
    }

    private double defined(double value, double[] point) {
        try {
            return Evaluation.defined(value, expression, variables, point);
        } catch (MathException e) {
            throw e.at("/expression");
        }
    }

    /** Of the mean, from means that are independent: of single points, of opposite pairs, of shifted sequences. */
    private static double error(double[] sums, int[] sizes) {
        double[] means = new double[sums.length];
        int count = 0;
        for (int g = 0; g < sums.length; g++) {
            if (sizes[g] > 0) {
                means[count++] = sums[g] / sizes[g];
            }
        }
        SampleMoments moments = SampleMoments.of(Arrays.copyOf(means, count));
        return moments.standardDeviation() / Math.sqrt(count);
    }

    /** Points of the unit cube, in groups that are independent of each other. */
    private static final class Units {
        private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71
        };

        private final IntegralSampling method;
        private final int samples;
        private final RandomGenerator random;
        private final double[] last;
        private final double[][] shifts;

        Units(IntegralSampling method, int dimension, int samples, RandomGenerator random) {
            this.method = method;
            this.samples = samples;
            this.random = random;
            this.last = new double[dimension];
            this.shifts = new double[method == IntegralSampling.QUASI_RANDOM ? SHIFTS : 0][];
            Arrays.setAll(shifts, s -> random.doubles(dimension).toArray());
        }

        int groups() {
            return switch (method) {
                case CRUDE -> samples;
                case ANTITHETIC -> (samples + 1) / 2;
                case QUASI_RANDOM -> SHIFTS;
            };
        }

        /** Writes the i-th point and says which group it is of. */
        int next(int i, double[] unit) {
            switch (method) {
                case CRUDE -> Arrays.setAll(unit, d -> random.nextDouble());
                case ANTITHETIC -> {
                    for (int d = 0; d < unit.length; d++) {
                        last[d] = i % 2 == 0 ? random.nextDouble() : 1 - last[d];
                        unit[d] = last[d];
                    }
                    return i / 2;
                }
                case QUASI_RANDOM -> {
                    for (int d = 0; d < unit.length; d++) {
                        double shifted = radicalInverse(i / SHIFTS + 1, PRIMES[d]) + shifts[i % SHIFTS][d];
                        unit[d] = shifted >= 1 ? shifted - 1 : shifted;
                    }
                    return i % SHIFTS;
                }
            }
            return i;
        }

        /** The digits of n to a base, mirrored at the point. */
        private static double radicalInverse(int n, int base) {
            double inverse = 0;
            double digit = 1.0 / base;
            for (int rest = n; rest > 0; rest /= base) {
                inverse += rest % base * digit;
                digit /= base;
            }
            return inverse;
        }
    }
}
