package org.mlmath.numerics.optimization.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Matrix;

class QuadraticProgramTest {
    private static final double ROUNDING = 1e-12;

    static List<Arguments> references() throws IOException {
        return references("quadratic-programs.json", "hard-quadratic-programs.json");
    }

    static List<Arguments> penalizedReferences() throws IOException {
        return references("penalized-quadratic-programs.json");
    }

    private static List<Arguments> references(String... names) throws IOException {
        List<Arguments> references = new ArrayList<>();
        for (String name : names) {
            try (InputStream file = QuadraticProgramTest.class.getResourceAsStream(name)) {
                for (JsonNode one : new ObjectMapper().readTree(file).get("cases")) {
                    references.add(Arguments.of(Named.of(one.get("name").asText(), one)));
                }
            }
        }
        return references;
    }

    /** Small costs beside large ones, and multipliers beside those of penalties, are right to the last digits. */
    @ParameterizedTest
    @MethodSource("penalizedReferences")
    void penaltiesLeaveEveryNumberItsDigits(JsonNode reference) {
        double[] c = vector(reference.get("c"));
        int n = c.length;
        double[] free = new double[n];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        Constraints constraints = new Constraints(
                matrix(reference.get("a"), n),
                vector(reference.get("b")),
                new Matrix(0, n, new double[0]),
                new double[0],
                Arrays.stream(free).map(bound -> -bound).toArray(),
                free);

        QuadraticSolution solution =
                QuadraticProgram.minimize(matrix(reference.get("q"), n), c, constraints, Deadline.none());

        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        requireDigits(solution.x(), reference.get("x"));
        if (!reference.get("multipliers").isNull()) { // else there are several
            requireDigits(solution.multipliers().inequalities(), reference.get("multipliers"));
            assertThat(solution.unique()).isTrue();
        }
        double value = reference.get("value").asDouble();
        assertThat(solution.value()).isCloseTo(value, within(Math.ulp(value)));
    }

    /** Programs beside each other, that do not touch: one too large for fractions, whose optimum is that of each. */
    @ParameterizedTest
    @CsvSource({"variable, 1e-14", "slack, 1e-14", "curvature, 1e-14", "deviation 1e+06, 1e-12", "deviation 1e+13, 1e-8"
    })
    void penaltiesLeaveEveryNumberItsDigitsInDoublesToo(String kind, double tolerance) throws IOException {
        List<JsonNode> parts = penalizedReferences().stream()
                .map(reference -> ((Named<?>) reference.get()[0]).getPayload())
                .map(JsonNode.class::cast)
                .filter(reference -> reference.get("name").asText().startsWith(kind))
                .toList();
        int n = parts.stream().mapToInt(part -> part.get("c").size()).sum();
        int m = parts.stream().mapToInt(part -> part.get("b").size()).sum();
        assertThat(n).isGreaterThan(6);
        double[] q = new double[n * n];
        double[] a = new double[m * n];
        List<Double> c = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (JsonNode part : parts) {
            int size = part.get("c").size();
            int column = c.size();
            for (int i = 0; i < part.get("b").size(); i++) {
                for (int j = 0; j < size; j++) {
                    a[b.size() * n + column + j] = part.get("a").get(i).get(j).asDouble();
                }
                b.add(part.get("b").get(i).asDouble());
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    q[(column + i) * n + column + j] =
                            part.get("q").get(i).get(j).asDouble();
                }
                c.add(part.get("c").get(i).asDouble());
                expected.add(part.get("x").get(i).asDouble());
            }
        }
        double[] free = new double[n];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        Constraints constraints = new Constraints(
                new Matrix(m, n, a),
                array(b),
                new Matrix(0, n, new double[0]),
                new double[0],
                Arrays.stream(free).map(bound -> -bound).toArray(),
                free);

        QuadraticSolution solution =
                QuadraticProgram.approximate(new Matrix(n, n, q), array(c), constraints, Deadline.none());

        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        for (int j = 0; j < n; j++) {
            double value = expected.get(j);
            assertThat(solution.x()[j]).isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void requireDigits(double[] actual, JsonNode expected) {
        for (int j = 0; j < actual.length; j++) {
            double value = expected.get(j).asDouble();
            assertThat(actual[j]).isCloseTo(value, within(Math.ulp(value)));
        }
    }

    /** Bounds held, an equation, and a multiplier of each, where the penalty is a large number of the constraint itself. */
    @Test
    void boundsAndEquationsBesidePenaltiesKeepTheirDigitsToo() {
        double penalty = 1e14;
        Constraints constraints = new Constraints(
                new Matrix(0, 3, new double[0]),
                new double[0],
                Matrix.of(new double[] {1, 1, 1}),
                new double[] {1},
                new double[] {0, 0.25, Double.NEGATIVE_INFINITY},
                new double[] {Double.POSITIVE_INFINITY, 7, 0.125});

        QuadraticSolution solution = QuadraticProgram.minimize(
                Matrix.of(new double[] {3, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1}),
                new double[] {0, penalty, -7},
                constraints,
                Deadline.none());

        assertThat(solution.x()).containsExactly(0.625, 0.25, 0.125);
        assertThat(solution.multipliers().equations()).containsExactly(-1.875);
        assertThat(solution.multipliers().lower()).containsExactly(0, penalty + 0.25 - 1.875, 0);
        assertThat(solution.multipliers().upper()).containsExactly(0, 0, 7 - 0.125 + 1.875);
        assertThat(solution.unique()).isTrue();
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
        Program program = program(n, m, new Random(seed));

        requireProven(
                program.q,
                program.c,
                program.constraints,
                QuadraticProgram.minimize(program.q, program.c, program.constraints, Deadline.none()));
    }

    private record Program(Matrix q, double[] c, Constraints constraints) {}

    /** Of whole numbers, so that ties and dependent rows are common. */
    private static Program program(int n, int m, Random random) {
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
        return new Program(q, c, constraints);
    }

    /** Of sizes at which the search begins from an interior point. */
    @Property(tries = 25)
    void largerProgramsAreProvenAsWell(
            @ForAll @IntRange(min = 20, max = 50) int n,
            @ForAll @IntRange(min = 45, max = 70) int m,
            @ForAll int seed) {
        Program program = program(n, m, new Random(seed));

        requireProven(
                program.q,
                program.c,
                program.constraints,
                QuadraticProgram.minimize(program.q, program.c, program.constraints, Deadline.none()));
    }

    @Property(tries = 25)
    void unitsChangeTheNumbersAndNothingElse(
            @ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = 1, max = 50) int m, @ForAll int seed) {
        Random random = new Random(seed);
        Program program = program(n, m, random);
        for (int j = 0; j < n; j++) {
            program.q.values()[j * n + j] += 1; // one optimum, which two ways of solving must agree on
        }
        int[] units = random.ints(n, -20, 21).toArray();
        int[] rows = random.ints(m, -20, 21).toArray();
        double[] q = program.q.values().clone();
        double[] a = program.constraints.inequalities().values().clone();
        double[] c = program.c.clone();
        double[] b = program.constraints.limits().clone();
        double[] lower = program.constraints.lower().clone();
        double[] upper = program.constraints.upper().clone();
        for (int j = 0; j < n; j++) {
            c[j] = Math.scalb(c[j], units[j]);
            lower[j] = Math.scalb(lower[j], -units[j]);
            upper[j] = Math.scalb(upper[j], -units[j]);
            for (int k = 0; k < n; k++) {
                q[j * n + k] = Math.scalb(q[j * n + k], units[j] + units[k]);
            }
            for (int i = 0; i < m; i++) {
                a[i * n + j] = Math.scalb(a[i * n + j], rows[i] + units[j]);
            }
        }
        for (int i = 0; i < m; i++) {
            b[i] = Math.scalb(b[i], rows[i]);
        }
        Constraints inUnits =
                new Constraints(new Matrix(m, n, a), b, new Matrix(0, n, new double[0]), new double[0], lower, upper);

        QuadraticSolution plain = QuadraticProgram.minimize(program.q, program.c, program.constraints, Deadline.none());
        QuadraticSolution scaled = QuadraticProgram.minimize(new Matrix(n, n, q), c, inUnits, Deadline.none());

        assertThat(scaled.status()).isEqualTo(plain.status());
        if (plain.status() == Status.OPTIMAL) {
            double size = 1 + Arrays.stream(plain.x()).map(Math::abs).max().orElse(0);
            // In the units of the plain program, where sizes can be compared.
            Multipliers multipliers = scaled.multipliers();
            for (int j = 0; j < n; j++) {
                scaled.x()[j] = Math.scalb(scaled.x()[j], units[j]);
                multipliers.lower()[j] = Math.scalb(multipliers.lower()[j], -units[j]);
                multipliers.upper()[j] = Math.scalb(multipliers.upper()[j], -units[j]);
                assertThat(scaled.x()[j]).isCloseTo(plain.x()[j], within(1e-9 * size));
            }
            for (int i = 0; i < m; i++) {
                multipliers.inequalities()[i] = Math.scalb(multipliers.inequalities()[i], rows[i]);
            }
            requireOptimal(program.q, program.c, program.constraints, scaled);
        }
    }

    /** ½·(x₁² + x₂²) + M·x₁ − x₂ for x ≥ 0: each variable by itself, so that x₂ is 1 whatever x₁ costs. */
    @Test
    void aPenaltyLeavesOtherCostsTheirSay() {
        for (double penalty : new double[] {1e3, 1e9, 1e11, 1e12}) {
            Constraints constraints = new Constraints(
                    new Matrix(0, 2, new double[0]),
                    new double[0],
                    new Matrix(0, 2, new double[0]),
                    new double[0],
                    new double[2],
                    new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY});

            QuadraticSolution solution = QuadraticProgram.minimize(
                    Matrix.of(new double[] {1, 0}, new double[] {0, 1}),
                    new double[] {penalty, -1},
                    constraints,
                    Deadline.none());

            assertThat(solution.x()).containsExactly(new double[] {0, 1}, within(1e-12));
            assertThat(solution.value()).isCloseTo(-0.5, within(1e-12));
        }
    }

    @Test
    void largeProgramsWithoutAnOptimumAreProvenToHaveNone() {
        int n = 80;
        double[] q = new double[n * n];
        for (int j = 0; j < n; j += 2) {
            q[j * n + j] = 1;
        }
        double[] c = new double[n];
        Arrays.fill(c, -1);
        double[] sums = new double[2 * n];
        Arrays.fill(sums, 0, n, 1);
        Arrays.fill(sums, n, 2 * n, -1);
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        Matrix none = new Matrix(0, n, new double[0]);
        Matrix convex = new Matrix(n, n, q);

        QuadraticSolution endless = QuadraticProgram.minimize(
                convex, c, new Constraints(none, new double[0], none, new double[0], lower, upper), Deadline.none());
        QuadraticSolution impossible = QuadraticProgram.minimize(
                convex,
                c,
                new Constraints(new Matrix(2, n, sums), new double[] {1, -2}, none, new double[0], lower, upper),
                Deadline.none());

        assertThat(endless.status()).isEqualTo(Status.UNBOUNDED);
        for (int j = 0; j < n; j++) {
            assertThat(endless.ray()[j]).isCloseTo(j % 2, within(1e-12));
        }
        assertThat(impossible.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(impossible.contradiction()).isEqualTo(1);
        assertThat(impossible.multipliers().inequalities()).containsExactly(1, 1);
    }

    private static void requireProven(Matrix q, double[] c, Constraints constraints, QuadraticSolution solution) {
        int n = c.length;
        int m = constraints.limits().length;
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

    /**
     * Of a convex program the conditions of Karush, Kuhn and Tucker prove the optimum. They hold to rounding of the largest of the
     * numbers given and found, which were solved together: one that is zero but for cancellation has no digits of its own.
     */
    private static void requireOptimal(Matrix q, double[] c, Constraints constraints, QuadraticSolution solution) {
        double[] x = solution.x();
        Multipliers multipliers = solution.multipliers();
        double largest = largest(
                x,
                c,
                constraints.right(),
                constraints.lower(),
                constraints.upper(),
                multipliers.inequalities(),
                multipliers.equations(),
                multipliers.lower(),
                multipliers.upper());
        for (int j = 0; j < x.length; j++) {
            double slope = c[j] - multipliers.lower()[j] + multipliers.upper()[j];
            double terms = Math.abs(c[j]) + multipliers.lower()[j] + multipliers.upper()[j];
            for (int k = 0; k < x.length; k++) {
                slope += q.get(j, k) * x[k];
                terms += Math.abs(q.get(j, k)) * largest;
            }
            for (int i = 0; i < constraints.rows(); i++) {
                slope += multiplier(multipliers, i) * constraints.entry(i, j);
                terms += Math.abs(constraints.entry(i, j)) * largest;
            }
            assertThat(slope).isCloseTo(0, within(ROUNDING * terms));
            assertThat(x[j]).isBetween(constraints.lower()[j], constraints.upper()[j]);
            assertThat(multipliers.lower()[j] > 0 && x[j] != constraints.lower()[j])
                    .isFalse();
            assertThat(multipliers.upper()[j] > 0 && x[j] != constraints.upper()[j])
                    .isFalse();
        }
        for (int i = 0; i < constraints.rows(); i++) {
            double slack = constraints.right(i);
            double terms = Math.abs(slack);
            for (int j = 0; j < x.length; j++) {
                slack -= constraints.entry(i, j) * x[j];
                terms += Math.abs(constraints.entry(i, j)) * largest(x);
            }
            assertThat(slack).isGreaterThanOrEqualTo(-ROUNDING * terms);
            assertThat(multiplier(multipliers, i) == 0 || Math.abs(slack) <= ROUNDING * terms)
                    .isTrue();
            assertThat(constraints.isEquation(i) && Math.abs(slack) > ROUNDING * terms)
                    .isFalse();
        }
        assertThat(Arrays.stream(multipliers.inequalities())).allMatch(entry -> entry >= 0);
    }

    private static double largest(double[]... values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    @Test
    void aLimitFarAwayLeavesTheNearOnesTheirDigits() {
        Matrix none = new Matrix(0, 1, new double[0]);
        Constraints constraints = new Constraints(
                Matrix.of(new double[] {-1}, new double[] {0}),
                new double[] {-1, 1e14},
                none,
                new double[0],
                new double[] {0},
                new double[] {1e12});

        QuadraticSolution solution =
                QuadraticProgram.minimize(Matrix.of(new double[] {1}), new double[1], constraints, Deadline.none());

        assertThat(solution.x()).containsExactly(1);
        assertThat(solution.multipliers().inequalities()).containsExactly(1, 0);
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
