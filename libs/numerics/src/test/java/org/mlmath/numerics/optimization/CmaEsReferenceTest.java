package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.direct.CmaEs;

/** Against an implementation of its own, see cma-es.py: the draws differ, so it is how long it takes that has to agree. */
class CmaEsReferenceTest {
    private static final int RUNS = 101;

    /** Medians of 101 and 401 runs lie within this part of a run's deviation of each other, four times their standard error. */
    private static final double TOLERANCE = 0.6;

    private static DifferentiableFunction objective(String problem, int n) {
        return switch (problem) {
            case "sphere" -> squares(n, 0);
            case "ellipsoid" -> squares(n, 4);
            default -> Objectives.ROSENBROCK;
        };
    }

    /** Σ10^(decades·i/(n−1))·xᵢ² */
    private static DifferentiableFunction squares(int n, double decades) {
        return Objectives.of(n, (x, g) -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.pow(10, decades * i / (n - 1)) * x[i] * x[i];
            }
            return sum;
        });
    }

    @ParameterizedTest(name = "{0} in {1} variables")
    @CsvFileSource(resources = "cma-es.csv")
    void takesAsManyGenerations(
            String problem, int n, double start, double sigma, double target, double median, double deviation) {
        double[] from = new double[n];
        Arrays.fill(from, start);
        long[] generations = LongStream.range(0, RUNS)
                .map(seed -> new Minimization(
                                new CmaEs(sigma, 0, seed),
                                1,
                                new Schedule.Constant(),
                                Clipping.NONE,
                                new StopCriteria(Double.NaN, Double.NaN, target),
                                Recording.DEFAULT,
                                10_000)
                        .from(from, objective(problem, n), Deadline.none())
                        .iterations())
                .sorted()
                .toArray();

        assertThat((double) generations[RUNS / 2]).isCloseTo(median, within(1 + TOLERANCE * deviation));
    }
}
