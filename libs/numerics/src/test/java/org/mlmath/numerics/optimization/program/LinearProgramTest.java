package org.mlmath.numerics.optimization.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.linear.Matrix;

class LinearProgramTest {
    static List<Arguments> references() throws IOException {
        try (InputStream file = LinearProgramTest.class.getResourceAsStream("linear-programs.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> Arguments.of(Named.of(one.get("name").asText(), one)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithReferenceAndProvesIt(JsonNode reference) {
        double[] c = vector(reference.get("c"));
        int n = c.length;
        Constraints constraints = new Constraints(
                matrix(reference.get("a"), n),
                vector(reference.get("b")),
                matrix(reference.get("e"), n),
                vector(reference.get("f")),
                bounds(reference.get("bounds"), 0, Double.NEGATIVE_INFINITY),
                bounds(reference.get("bounds"), 1, Double.POSITIVE_INFINITY));

        LinearSolution solution = LinearProgram.minimize(c, constraints, Deadline.none());

        assertThat(solution.status().name()).isEqualTo(reference.get("status").asText());
        if (solution.status() == Status.OPTIMAL) {
            double expected = reference.get("value").asDouble();
            assertThat(solution.value()).isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
        }
        requireProof(c, constraints, solution);
    }

    @Property(tries = 150)
    void everyAnswerProvesItself(
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 12) int m, @ForAll int seed) {
        Random random = new Random(seed);
        double[] c = integers(n, random);
        Constraints constraints = constraints(n, m, random);

        requireProof(c, constraints, LinearProgram.minimize(c, constraints, Deadline.none()));
    }

    private static Constraints constraints(int n, int m, Random random) {
        int equations = Math.min(m / 3, n);
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int j = 0; j < n; j++) {
            lower[j] = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : -random.nextInt(4);
            upper[j] = random.nextInt(2) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(4);
        }
        return new Constraints(
                new Matrix(m, n, integers(m * n, random)),
                integers(m, random),
                new Matrix(equations, n, integers(equations * n, random)),
                integers(equations, random),
                lower,
                upper);
    }

    /** Bounds where nobody comes, as some write them instead of infinity, and a row of zeros with a limit of that size. */
    @Property(tries = 100)
    void limitsFarAwayChangeNothing(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(max = 8) int m,
            @ForAll @IntRange(min = 7, max = 12) int size,
            @ForAll int seed) {
        Random random = new Random(seed);
        double[] c = integers(n, random);
        Constraints near = constraints(n, m, random);
        double far = Math.pow(10, size);
        double[] lower = near.lower().clone();
        double[] upper = near.upper().clone();
        for (int j = 0; j < n; j++) {
            lower[j] = Math.max(lower[j], -far);
            upper[j] = Math.min(upper[j], far);
        }
        Constraints bounded = new Constraints(
                new Matrix(m + 1, n, Arrays.copyOf(near.inequalities().values(), (m + 1) * n)),
                Arrays.copyOf(near.limits(), m + 1),
                near.equations(),
                near.values(),
                lower,
                upper);
        bounded.limits()[m] = far;

        LinearSolution expected = LinearProgram.minimize(c, near, Deadline.none());
        LinearSolution solution = LinearProgram.minimize(c, bounded, Deadline.none());

        if (expected.status() == Status.OPTIMAL) {
            // Where the optima reach that far, one may be given there, with the digits that doubles have there.
            double digits = Arrays.stream(solution.x()).map(Math::abs).max().orElse(0) * 1e-13;
            assertThat(solution.value())
                    .isCloseTo(expected.value(), within(1e-9 * (1 + Math.abs(expected.value())) + digits));
        }
        assertThat(solution.status())
                .isEqualTo(expected.status() == Status.UNBOUNDED ? Status.OPTIMAL : expected.status());
    }

    /** x ≥ 0 and x₁ + x₂ ≤ 1: whatever x₁ costs, x₂ = 1 is the best, with the multiplier 1. */
    @Test
    void aPenaltyLeavesOtherCostsTheirSay() {
        for (double penalty : new double[] {1e3, 1e9, 1e12, 1e15}) {
            Constraints constraints = new Constraints(
                    Matrix.of(new double[] {1, 1}),
                    new double[] {1},
                    new Matrix(0, 2, new double[0]),
                    new double[0],
                    new double[2],
                    new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY});

            LinearSolution solution = LinearProgram.minimize(new double[] {penalty, -1}, constraints, Deadline.none());

            assertThat(solution.x()).containsExactly(0, 1);
            assertThat(solution.multipliers().inequalities()).containsExactly(1);
            assertThat(solution.unique()).isTrue();
        }
    }

    /** A violation t of the inequalities, A·x − t ≤ b, at a price that is larger than their multipliers: it stays 0 where it can. */
    @Property(tries = 100)
    void whatIsPenalizedIsAvoidedAndNothingElseChanges(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(min = 1, max = 8) int m,
            @ForAll @IntRange(min = 6, max = 13) int size,
            @ForAll int seed) {
        Random random = new Random(seed);
        double[] c = integers(n, random);
        Constraints strict = constraints(n, m, random);
        int equations = strict.values().length;
        double[] cost = Arrays.copyOf(c, n + 1);
        cost[n] = Math.pow(10, size);
        double[] upper = Arrays.copyOf(strict.upper(), n + 1);
        upper[n] = Double.POSITIVE_INFINITY;
        Constraints elastic = new Constraints(
                widened(strict.inequalities(), m, -1),
                strict.limits(),
                widened(strict.equations(), equations, 0),
                strict.values(),
                Arrays.copyOf(strict.lower(), n + 1),
                upper);

        LinearSolution expected = LinearProgram.minimize(c, strict, Deadline.none());
        LinearSolution solution = LinearProgram.minimize(cost, elastic, Deadline.none());

        if (expected.status() == Status.OPTIMAL) {
            assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
            assertThat(solution.x()[n]).isCloseTo(0, within(1e-12));
            assertThat(dot(c, solution.x()))
                    .isCloseTo(expected.value(), within(1e-9 * (1 + Math.abs(expected.value()))));
        } else {
            assertThat(solution.status() == Status.OPTIMAL && solution.x()[n] <= 1e-12)
                    .isFalse();
        }
    }

    private static Matrix widened(Matrix a, int rows, double last) {
        int n = a.columns();
        double[] entries = new double[rows * (n + 1)];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(a.values(), i * n, entries, i * (n + 1), n);
            entries[i * (n + 1) + n] = last;
        }
        return new Matrix(rows, n + 1, entries);
    }

    /** On the way to the ray a variable has been at 1e12; what that left in the others is gone. */
    @Test
    void aRayBeginsWhereConstraintsHoldToTheLastDigits() {
        double none = Double.POSITIVE_INFINITY;
        Constraints constraints = new Constraints(
                Matrix.of(new double[] {2, 4, 1, -1, -4, 0}, new double[] {-2, 1, -1, 3, -4, 5}),
                new double[] {-25, -14},
                Matrix.of(new double[] {-2, -1, -3, -4, -5, 4}, new double[] {-3, 5, 0, 3, 0, 0}),
                new double[] {-17, -21},
                new double[] {-1e12, -none, -none, -4, -3, -1e10},
                new double[] {1, 1e11, 1e12, 1e10, none, 5});

        LinearSolution solution =
                LinearProgram.minimize(new double[] {5, -5, 4, 2, 0, -1}, constraints, Deadline.none());

        assertThat(solution.status()).isEqualTo(Status.UNBOUNDED);
        double[] x = solution.x();
        assertThat(-3 * x[0] + 5 * x[1] + 3 * x[3]).isCloseTo(-21, within(1e-14));
        double[] ray = solution.ray();
        assertThat(-3 * ray[0] + 5 * ray[1] + 3 * ray[3]).isCloseTo(0, within(1e-15));
    }

    /** Nothing of the method is trusted: weak duality, Farkas' lemma and a ray are each checked from the data. */
    private static void requireProof(double[] c, Constraints constraints, LinearSolution solution) {
        double size = 1e-9;
        for (double entry : constraints.right()) {
            size = Math.max(size, 1e-9 * Math.abs(entry));
        }
        Multipliers multipliers = solution.multipliers();
        if (solution.status() == Status.UNBOUNDED) {
            requireFeasible(constraints, solution.x(), size);
            double[] far = solution.x().clone();
            for (int j = 0; j < far.length; j++) {
                far[j] += 1e6 * solution.ray()[j];
            }
            requireFeasible(constraints, far, 1e6 * size);
            assertThat(dot(c, solution.ray())).isNegative();
            return;
        }
        boolean optimal = solution.status() == Status.OPTIMAL;
        double dual = 0;
        for (int j = 0; j < c.length; j++) {
            double slope =
                    (optimal ? c[j] : 0) - multipliers.lower()[j] + multipliers.upper()[j];
            for (int i = 0; i < constraints.rows(); i++) {
                slope += multiplier(multipliers, i) * constraints.entry(i, j);
            }
            assertThat(slope).isCloseTo(0, within(1e-9 * (1 + Math.abs(c[j]))));
            dual += multipliers.lower()[j] == 0
                    ? 0
                    : multipliers.lower()[j] * constraints.lower()[j];
            dual -= multipliers.upper()[j] == 0
                    ? 0
                    : multipliers.upper()[j] * constraints.upper()[j];
        }
        for (int i = 0; i < constraints.rows(); i++) {
            dual -= multiplier(multipliers, i) * constraints.right(i);
        }
        assertThat(Arrays.stream(multipliers.inequalities())).allMatch(entry -> entry >= 0);
        assertThat(Arrays.stream(multipliers.lower())).allMatch(entry -> entry >= 0);
        assertThat(Arrays.stream(multipliers.upper())).allMatch(entry -> entry >= 0);
        if (optimal) {
            requireFeasible(constraints, solution.x(), size);
            assertThat(dual).isCloseTo(solution.value(), within(1e-9 * (1 + Math.abs(dual))));
        } else {
            assertThat(solution.contradiction()).isPositive();
            assertThat(dual).isCloseTo(solution.contradiction(), within(1e-9 * (1 + Math.abs(dual))));
        }
    }

    private static void requireFeasible(Constraints constraints, double[] x, double tolerance) {
        for (int i = 0; i < constraints.rows(); i++) {
            double left = 0;
            for (int j = 0; j < x.length; j++) {
                left += constraints.entry(i, j) * x[j];
            }
            assertThat(left).isLessThanOrEqualTo(constraints.right(i) + tolerance);
            if (constraints.isEquation(i)) {
                assertThat(left).isGreaterThanOrEqualTo(constraints.right(i) - tolerance);
            }
        }
        for (int j = 0; j < x.length; j++) {
            assertThat(x[j])
                    .isBetween(constraints.lower()[j] - tolerance, constraints.upper()[j] + tolerance);
        }
    }

    @Test
    void valuesOfAnySizeAreSolved() {
        for (double unit : new double[] {1e-150, 1e150}) {
            Constraints constraints = new Constraints(
                    Matrix.of(new double[] {1, 0}, new double[] {0, 2}, new double[] {3, 2}),
                    new double[] {4 * unit, 12 * unit, 18 * unit},
                    new Matrix(0, 2, new double[0]),
                    new double[0],
                    new double[2],
                    new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY});

            LinearSolution solution = LinearProgram.minimize(new double[] {-3, -5}, constraints, Deadline.none());

            assertThat(solution.x()[0] / unit).isCloseTo(2, within(1e-14));
            assertThat(solution.x()[1] / unit).isCloseTo(6, within(1e-14));
            assertThat(solution.multipliers().inequalities()).containsExactly(new double[] {0, 1.5, 1}, within(1e-15));
            assertThat(solution.unique()).isTrue();
        }
    }

    /** The rows of Hilbert's matrix are dependent to rounding, so that bases differ by less than the usual tolerance. */
    @Test
    void programsAtTheEdgeOfRoundingComeToAnEnd() {
        int n = 12;
        double[] hilbert = new double[n * n];
        double[] limits = new double[n];
        double[] cost = new double[n];
        double[] unbounded = new double[n];
        for (int i = 0; i < n; i++) {
            unbounded[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                hilbert[i * n + j] = -1.0 / (i + j + 1);
                limits[i] -= 1.0 / (i + j + 1);
                cost[j] += 1.0 / (i + j + 1);
            }
        }
        Constraints constraints = new Constraints(
                new Matrix(n, n, hilbert),
                limits,
                new Matrix(0, n, new double[0]),
                new double[0],
                new double[n],
                unbounded);

        LinearSolution solution = LinearProgram.minimize(cost, constraints, Deadline.none());

        double dual = 0;
        for (double limit : limits) {
            dual -= limit;
        }
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.value()).isCloseTo(dual, within(1e-7)); // y = 1 is feasible for the dual program
    }

    @Test
    void severalOptimaAreToldFromOne() {
        Constraints triangle = new Constraints(
                Matrix.of(new double[] {1, 1}),
                new double[] {1},
                new Matrix(0, 2, new double[0]),
                new double[0],
                new double[2],
                new double[] {1, 1});

        assertThat(LinearProgram.minimize(new double[] {-1, -1}, triangle, Deadline.none())
                        .unique())
                .isFalse();
        assertThat(LinearProgram.minimize(new double[] {-1, -2}, triangle, Deadline.none())
                        .unique())
                .isTrue();
    }

    @Test
    void theDeadlineIsKept() {
        Constraints constraints = new Constraints(
                Matrix.of(new double[] {1}),
                new double[] {1},
                new Matrix(0, 1, new double[0]),
                new double[0],
                new double[1],
                new double[] {2});

        assertThatThrownBy(() -> LinearProgram.minimize(new double[] {-1}, constraints, Deadline.in(Duration.ZERO)))
                .isInstanceOf(DeadlineExceededException.class);
    }

    private static double multiplier(Multipliers multipliers, int row) {
        int inequalities = multipliers.inequalities().length;
        return row < inequalities
                ? multipliers.inequalities()[row]
                : multipliers.equations()[row - inequalities];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double[] integers(int count, Random random) {
        return random.ints(count, -5, 6).asDoubleStream().toArray();
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
