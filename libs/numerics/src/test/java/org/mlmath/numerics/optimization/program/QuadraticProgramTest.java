package org.mlmath.numerics.optimization.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Matrix;

class QuadraticProgramTest {
    static List<Arguments> references() throws IOException {
        try (InputStream file = QuadraticProgramTest.class.getResourceAsStream("quadratic-programs.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> Arguments.of(Named.of(one.get("name").asText(), one)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithReference(JsonNode reference) {
        double[] c = vector(reference.get("c"));
        int n = c.length;
        Matrix q = matrix(reference.get("q"), n);
        Constraints constraints = new Constraints(
                matrix(reference.get("a"), n),
                vector(reference.get("b")),
                matrix(reference.get("e"), n),
                vector(reference.get("f")),
                bounds(reference.get("bounds"), 0, Double.NEGATIVE_INFINITY),
                bounds(reference.get("bounds"), 1, Double.POSITIVE_INFINITY));

        QuadraticSolution solution = QuadraticProgram.minimize(q, c, constraints, Deadline.none());

        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        double expected = reference.get("value").asDouble();
        assertThat(solution.value()).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
        requireOptimal(q, c, constraints, solution);
    }

    @Property(tries = 100)
    void everyOptimumSatisfiesItsConditionsAndEveryRayFalls(
            @ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 10) int m, @ForAll int seed) {
        Random random = new Random(seed);
        int rank = random.nextInt(n + 1);
        double[] root = integers(rank * n, random);
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < rank; k++) {
                    entries[i * n + j] += root[k * n + i] * root[k * n + j];
                }
            }
        }
        Matrix q = new Matrix(n, n, entries);
        double[] c = integers(n, random);
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int j = 0; j < n; j++) {
            lower[j] = random.nextBoolean() ? Double.NEGATIVE_INFINITY : -random.nextInt(3);
            upper[j] = random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextInt(3);
        }
        Constraints constraints = new Constraints(
                new Matrix(m, n, integers(m * n, random)),
                integers(m, random),
                new Matrix(0, n, new double[0]),
                new double[0],
                lower,
                upper);

        QuadraticSolution solution = QuadraticProgram.minimize(q, c, constraints, Deadline.none());

        switch (solution.status()) {
            case OPTIMAL -> requireOptimal(q, c, constraints, solution);
            case INFEASIBLE -> assertThat(solution.contradiction()).isPositive();
            case UNBOUNDED -> {
                double slope = 0;
                for (int j = 0; j < n; j++) {
                    slope += c[j] * solution.ray()[j];
                    double curvature = 0;
                    for (int k = 0; k < n; k++) {
                        curvature += q.get(j, k) * solution.ray()[k];
                    }
                    assertThat(curvature).isCloseTo(0, within(1e-10));
                }
                assertThat(slope).isNegative();
                for (int i = 0; i < m; i++) {
                    double rate = 0;
                    for (int j = 0; j < n; j++) {
                        rate += constraints.inequalities().get(i, j) * solution.ray()[j];
                    }
                    assertThat(rate).isLessThan(1e-10);
                }
            }
        }
    }

    /** Of a convex program the conditions of Karush, Kuhn and Tucker prove the optimum. */
    private static void requireOptimal(Matrix q, double[] c, Constraints constraints, QuadraticSolution solution) {
        double[] x = solution.x();
        Multipliers multipliers = solution.multipliers();
        for (int j = 0; j < x.length; j++) {
            double slope = c[j] - multipliers.lower()[j] + multipliers.upper()[j];
            for (int k = 0; k < x.length; k++) {
                slope += q.get(j, k) * x[k];
            }
            for (int i = 0; i < constraints.rows(); i++) {
                slope += multiplier(multipliers, i) * constraints.entry(i, j);
            }
            assertThat(slope).isCloseTo(0, within(1e-9));
            assertThat(x[j]).isBetween(constraints.lower()[j], constraints.upper()[j]);
            assertThat(multipliers.lower()[j] > 0 && x[j] != constraints.lower()[j])
                    .isFalse();
            assertThat(multipliers.upper()[j] > 0 && x[j] != constraints.upper()[j])
                    .isFalse();
        }
        for (int i = 0; i < constraints.rows(); i++) {
            double slack = constraints.right(i);
            for (int j = 0; j < x.length; j++) {
                slack -= constraints.entry(i, j) * x[j];
            }
            assertThat(slack).isGreaterThan(-1e-9);
            assertThat(slack * multiplier(multipliers, i)).isCloseTo(0, within(1e-8));
        }
        assertThat(Arrays.stream(multipliers.inequalities())).allMatch(entry -> entry >= 0);
    }

    @Test
    void anIndefiniteMatrixIsRefusedWithItsEigenvalue() {
        Matrix saddle = Matrix.of(new double[] {1, 2}, new double[] {2, 1});
        Constraints none = new Constraints(
                new Matrix(0, 2, new double[0]),
                new double[0],
                new Matrix(0, 2, new double[0]),
                new double[0],
                new double[] {-1, -1},
                new double[] {1, 1});

        assertThatThrownBy(() -> QuadraticProgram.minimize(saddle, new double[2], none, Deadline.none()))
                .isInstanceOf(NotPositiveDefiniteException.class)
                .hasMessageContaining("eigenvalue -1");
    }

    private static double multiplier(Multipliers multipliers, int row) {
        int inequalities = multipliers.inequalities().length;
        return row < inequalities
                ? multipliers.inequalities()[row]
                : multipliers.equations()[row - inequalities];
    }

    private static double[] integers(int count, Random random) {
        return random.ints(count, -4, 5).asDoubleStream().toArray();
    }

    private static double[] vector(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double[] bounds(JsonNode pairs, int side, double none) {
        return StreamSupport.stream(pairs.spliterator(), false)
                .mapToDouble(
                        pair -> pair.get(side).isNull() ? none : pair.get(side).asDouble())
                .toArray();
    }

    private static Matrix matrix(JsonNode rows, int n) {
        double[] entries = StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        return new Matrix(rows.size(), n, entries);
    }
}
