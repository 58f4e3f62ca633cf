package org.mlmath.linalg.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.linear.KernelCost;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

class LinearSystemTest {
    private static SolveResult solve(Matrix a, Matrix b, SolveMethod method) {
        return LinearSystem.solve(a, VectorOrMatrix.matrix(b), method, Arithmetic.FLOAT, false, Deadline.none());
    }

    private static SolveResult solve(Matrix a, double... b) {
        return LinearSystem.solve(
                a, VectorOrMatrix.vector(b), SolveMethod.AUTO, Arithmetic.FLOAT, false, Deadline.none());
    }

    private static SolveResult exactly(Matrix a, double... b) {
        return LinearSystem.solve(
                a, VectorOrMatrix.vector(b), SolveMethod.AUTO, Arithmetic.EXACT, true, Deadline.none());
    }

    // Large ones

    /** L·Lᵀ with whole numbers: the solution for a whole right-hand side is whole. */
    private static Matrix illConditioned(int n, int coupled) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            boolean below = i > 0 && i < coupled;
            values[i * (n + 1)] = below ? 5 : 1;
            if (below) {
                values[i * n + i - 1] = -2;
                values[(i - 1) * n + i] = -2;
            }
        }
        return new Matrix(n, n, values);
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 230})
    void largeIllConditionedSystemsAreSolvedToTheLastDigit(int n) {
        for (int columns : new int[] {1, 3, 20}) {
            Matrix a = illConditioned(n, 18); // condition about 10¹¹
            double[] x = new Random(columns)
                    .ints((long) n * columns, -1000, 1000)
                    .asDoubleStream()
                    .toArray();
            Matrix b = Kernels.current().multiply(a, new Matrix(n, columns, x)); // whole numbers, so exact
            for (SolveMethod method : new SolveMethod[] {SolveMethod.AUTO, SolveMethod.LU, SolveMethod.QR}) {
                SolveResult result = solve(a, b, method);
                assertThat(result.diagnostics().digitsLost()).isGreaterThan(8);
                for (int at = 0; at < x.length; at++) {
                    assertThat(result.solution().matrix().values()[at])
                            .isCloseTo(x[at], within(1e-12 * Math.max(1, Math.abs(x[at]))));
                }
            }
        }
    }

    @Test
    void manyColumnsOfALargeSystemAreCertifiedByProbes() {
        Random random = new Random(7);
        Matrix a = new Matrix(220, 220, random.doubles(220 * 220, -1, 1).toArray());
        Matrix few = new Matrix(220, 8, random.doubles(220 * 8, -1, 1).toArray());
        Matrix many = new Matrix(220, 40, random.doubles(220 * 40, -1, 1).toArray());
        assertThat(solve(a, few, SolveMethod.AUTO).diagnostics().estimated()).isFalse();
        SolveResult result = solve(a, many, SolveMethod.AUTO);
        assertThat(result.diagnostics().estimated()).isTrue();
        assertThat(result.diagnostics().backwardError()).isBetween(1e-18, 8 * Math.ulp(1.0));
        Matrix x = result.solution().matrix();
        assertThat(Residual.of(a, x, many).frobeniusNorm())
                .isLessThan(8 * Math.ulp(1.0) * a.frobeniusNorm() * x.frobeniusNorm());
    }

    // Against fractions

    static Stream<Arguments> references() {
        return References.cases("solve.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void ranksAndSolutionsAgreeWithFractions(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        double[] b = References.vector(reference.path("rhs"));
        SolveResult result = solve(a, b);
        assertThat(result.rank()).isEqualTo(reference.path("rank").asInt());
        assertThat(result.augmentedRank())
                .isEqualTo(reference.path("augmentedRank").asInt());
        assertThat(result.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.EXACT);
        if (!reference.path("solution").isNull()) {
            assertThat(result.classification()).isEqualTo(Classification.UNIQUE);
            double[] expected = References.vector(reference.path("solution"));
            double[] x = result.solution().matrix().values();
            double size = Matrix.column(expected).maxAbs();
            // What writing the entries in binary costs is multiplied by the condition; the algorithm adds next to
            // nothing.
            double tolerance = result.diagnostics().method().equals("elimination")
                    ? 1e-15
                    : 4e-16 * Math.pow(10, result.diagnostics().digitsLost());
            for (int i = 0; i < x.length; i++) {
                assertThat(x[i]).isCloseTo(expected[i], within(tolerance * Math.max(size, Double.MIN_NORMAL)));
            }
            assertThat(result.diagnostics().backwardError()).isLessThan(1e-15);
        }
        if (result.classification() == Classification.INFINITE) {
            assertThat(result.nullSpace().rows()).isEqualTo(a.columns() - result.rank());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void exactArithmeticGivesTheFractions(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        SolveResult result = exactly(a, References.vector(reference.path("rhs")));
        assertThat(result.rank()).isEqualTo(reference.path("rank").asInt());
        assertThat(result.augmentedRank())
                .isEqualTo(reference.path("augmentedRank").asInt());
        if (!reference.path("exact").isNull()) {
            List<String> expected =
                    reference.path("exact").valueStream().map(JsonNode::asText).toList();
            assertThat(result.exact().solution()).isEqualTo(expected);
        }
        if (!reference.path("solution").isNull()) {
            assertThat(result.solution().matrix().values())
                    .usingComparatorWithPrecision(0.0)
                    .containsExactly(References.vector(reference.path("solution")));
        }
    }

    // Laws

    /** Small integers, with scales, so that every class of system is common. */
    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 5);
        Arbitrary<Double> scales = Arbitraries.of(1.0, 1.0, 0.1, 1e-300, 1e300);
        return sizes.flatMap(m -> sizes.flatMap(n -> scales.flatMap(scale -> Arbitraries.integers()
                .between(-2, 2)
                .list()
                .ofSize(m * n)
                .map(list -> decimals(
                        new Matrix(
                                m,
                                n,
                                list.stream().mapToDouble(Integer::doubleValue).toArray()),
                        scale)))));
    }

    private static double scaleOf(Matrix a) {
        double max = a.maxAbs();
        return max == 0 || max == 1 || max == 2 ? 1 : max < 1e-200 ? 1e-300 : max > 1e200 ? 1e300 : 0.1;
    }

    private static Matrix integers(Matrix a) {
        double[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(values[i] / scaleOf(a));
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    /** The doubles nearest to these integers with the exponent of the scale. */
    private static Matrix decimals(Matrix integers, double scale) {
        int exponent = (int) Math.rint(Math.log10(scale));
        double[] values = integers.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble((long) values[i] + "e" + exponent);
        }
        return new Matrix(integers.rows(), integers.columns(), values);
    }

    @Property(tries = 300)
    void aSystemMadeFromASolutionIsSolvedByEveryMethod(@ForAll("matrices") Matrix a) {
        Matrix unit = integers(a);
        double scale = scaleOf(a);
        // The decimals 3e300 or 0.3 themselves, not what 3·0.1 is rounded to.
        Matrix b = decimals(product(unit, new Matrix(a.columns(), 2, sequence(a.columns() * 2))), scale);
        for (SolveMethod method : List.of(SolveMethod.AUTO, SolveMethod.QR, SolveMethod.SVD)) {
            SolveResult result = solve(a, b, method);
            assertThat(result.classification()).isNotEqualTo(Classification.NONE);
            Matrix x = result.solution().matrix();
            Matrix fitted = product(unit, x);
            for (int i = 0; i < b.values().length; i++) {
                assertThat(fitted.values()[i]).isCloseTo(b.values()[i] / scale, within(1e-12));
            }
            if (result.classification() == Classification.INFINITE) {
                assertThat(result.nullSpace().rows()).isEqualTo(a.columns() - result.rank());
                Matrix image = product(unit, result.nullSpace().transpose());
                assertThat(image.maxAbs()).isLessThan(1e-13);
            } else {
                assertThat(result.nullSpace()).isNull();
            }
        }
    }

    @Property(tries = 300)
    void theClassificationFollowsFromTheRanks(@ForAll("matrices") Matrix a) {
        double[] b = sequence(a.rows());
        SolveResult result = solve(a, b);
        Classification expected = result.augmentedRank() > result.rank()
                ? Classification.NONE
                : result.rank() == a.columns() ? Classification.UNIQUE : Classification.INFINITE;
        assertThat(result.classification()).isEqualTo(expected);
        assertThat(result.augmentedRank()).isBetween(result.rank(), result.rank() + 1);
        assertThat(result.solution() == null).isEqualTo(expected == Classification.NONE);
        SolveResult exact = exactly(a, b);
        assertThat(exact.rank()).isEqualTo(result.rank());
        assertThat(exact.augmentedRank()).isEqualTo(result.augmentedRank());
        assertThat(exact.steps()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(SolveMethod.class)
    void everyMethodSolvesAPositiveDefiniteSystemToTheLastDigits(SolveMethod method) {
        for (int n : new int[] {1, 5, 40, 90}) {
            Random random = new Random(n);
            Matrix root = new Matrix(n, n, random.doubles((long) n * n).toArray());
            Matrix gram = product(root.transpose(), root);
            double[] values = gram.values().clone();
            for (int i = 0; i < n; i++) {
                values[i * n + i] += n;
                for (int j = 0; j < i; j++) {
                    values[i * n + j] = values[j * n + i];
                }
            }
            Matrix a = new Matrix(n, n, values);
            double[] x = sequence(n);
            Matrix b = product(a, Matrix.column(x));
            SolveResult result = solve(a, b, method);
            assertThat(result.classification()).isEqualTo(Classification.UNIQUE);
            assertThat(result.solution().matrix().values())
                    .usingComparatorWithPrecision(1e-11 * n)
                    .containsExactly(x);
            assertThat(result.diagnostics().backwardError()).isLessThan(1e-14);
            String expected = method == SolveMethod.AUTO ? "cholesky" : method.wireName();
            assertThat(result.diagnostics().method()).isEqualTo(expected);
            if (method == SolveMethod.CONJUGATE_GRADIENT) {
                assertThat(result.diagnostics().converged()).isTrue();
                assertThat(result.diagnostics().iterations()).isBetween(1, 10 * n);
            }
        }
    }

    // By tolerance

    @Test
    void aboveOrder64SingularValuesDecide() {
        int n = 80;
        Random random = new Random(1);
        Matrix tall = new Matrix(n, n - 3, random.doubles((long) n * (n - 3)).toArray());
        Matrix mixing = new Matrix(n - 3, n, random.doubles((long) n * (n - 3)).toArray());
        Matrix a = product(tall, mixing);
        Matrix b = product(a, new Matrix(n, 1, sequence(n)));
        SolveResult many = solve(a, b, SolveMethod.AUTO);
        assertThat(many.classification()).isEqualTo(Classification.INFINITE);
        assertThat(many.rank()).isEqualTo(n - 3);
        assertThat(many.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.TOLERANCE);
        assertThat(many.diagnostics().tolerance()).isEqualTo(n * Math.ulp(1.0));
        assertThat(many.diagnostics().backwardError()).isLessThan(1e-13);
        assertThat(product(a, many.nullSpace().transpose()).maxAbs()).isLessThan(1e-10);
        double[] moved = b.values().clone();
        moved[0] *= 2;
        SolveResult none = solve(a, new Matrix(n, 1, moved), SolveMethod.AUTO);
        assertThat(none.classification()).isEqualTo(Classification.NONE);
        assertThat(none.augmentedRank()).isEqualTo(n - 2);
    }

    @Test
    void scalesOfRowsAndColumnsDoNotMakeALargeSystemSingular() {
        int n = 70;
        Random random = new Random(2);
        double[] values = random.doubles(n * n).toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] *= Math.pow(10, 4 * (i % 7) - 3 * (j % 5));
            }
        }
        Matrix a = new Matrix(n, n, values);
        SolveResult result = solve(a, product(a, new Matrix(n, 1, sequence(n))), SolveMethod.AUTO);
        assertThat(result.classification()).isEqualTo(Classification.UNIQUE);
        assertThat(result.diagnostics().conditionEstimate()).isGreaterThan(1e20);
        assertThat(result.diagnostics().digitsLost()).isLessThan(6);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void tallAndWideLargeSystemsAreSolved() {
        Random random = new Random(3);
        Matrix tall = new Matrix(200, 20, random.doubles(4000).toArray());
        double[] x = sequence(20);
        SolveResult unique = solve(tall, product(tall, new Matrix(20, 1, x)), SolveMethod.AUTO);
        assertThat(unique.classification()).isEqualTo(Classification.UNIQUE);
        assertThat(unique.solution().matrix().values())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(x);
        SolveResult many = solve(tall.transpose(), new Matrix(20, 1, x), SolveMethod.AUTO);
        assertThat(many.classification()).isEqualTo(Classification.INFINITE);
        assertThat(many.nullSpace().shape()).isEqualTo("180×200");
        assertThat(solve(tall, new Matrix(200, 2, random.doubles(400).toArray()), SolveMethod.AUTO)
                        .augmentedRank())
                .isEqualTo(22);
    }

    // What people will meet

    @Test
    void anIllConditionedSystemIsAnswered() {
        SolveResult result = solve(hilbert(10), sequence(10));
        assertThat(result.classification()).isEqualTo(Classification.UNIQUE);
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("ill-conditioned");
        assertThat(result.diagnostics().digitsLost()).isBetween(12.0, 14.0);
        assertThat(result.diagnostics().conditionEstimate()).isBetween(3e12, 4e13);
        assertThat(solve(Matrix.identity(3), 1, 2, 3).warnings()).isEmpty();
    }

    @Test
    void equationsThatContradictEachOtherByRoundingAreCalledSo() {
        Matrix a = Matrix.of(new double[] {0.1, 1}, new double[] {0.2, 1}, new double[] {0.3, 1});
        SolveResult rounded = solve(a, 0.1, 0.2, 0.1 + 0.2);
        assertThat(rounded.classification()).isEqualTo(Classification.NONE);
        assertThat(rounded.warnings()).extracting(Warning::code).containsExactly("nearly-consistent");
        assertThat(solve(a, 0.1, 0.2, 0.4).warnings()).isEmpty();
        assertThat(solve(new Matrix(1, 1, new double[1]), 1e-300).warnings()).isEmpty();
    }

    @Test
    void theShortestSolutionComesFromSingularValues() {
        SolveResult result = LinearSystem.solve(
                Matrix.of(new double[] {1, 1}),
                VectorOrMatrix.vector(new double[] {2}),
                SolveMethod.SVD,
                Arithmetic.FLOAT,
                true,
                Deadline.none());
        assertThat(result.solution().matrix().values())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(1, 1);
        assertThat(result.steps()).isNotEmpty();
        assertThat(result.steps().getLast().value()).isEqualTo(result.solution());
    }

    @Test
    void stepsLeadToTheSolution() {
        SolveResult result = exactly(Matrix.of(new double[] {0, 2}, new double[] {3, 1}), 4, 5);
        assertThat(result.steps())
                .extracting("kind")
                .containsExactly("augment", "swap", "scale", "scale", "add-multiple", "read-off");
        assertThat(result.steps().getLast().value()).isEqualTo(result.solution());
        assertThat(result.solution().matrix().values()).containsExactly(1, 2);
        SolveResult none = exactly(Matrix.of(new double[] {0, 0}), 1);
        assertThat(none.steps()).extracting("kind").containsExactly("augment", "contradiction");
    }

    @Test
    void longWorkingIsCutShort() {
        Random random = new Random(4);
        Matrix a = new Matrix(20, 20, random.ints(400, -9, 10).asDoubleStream().toArray());
        SolveResult result = LinearSystem.solve(
                a, VectorOrMatrix.vector(sequence(20)), SolveMethod.AUTO, Arithmetic.FLOAT, true, Deadline.none());
        assertThat(result.steps()).hasSizeLessThanOrEqualTo(200);
        assertThat(result.warnings()).extracting(Warning::code).contains("steps-truncated");
        assertThat(result.steps().getLast().value()).isEqualTo(result.solution());
    }

    // Refusals

    private static void refused(Class<? extends MathException> type, String pointer, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(type).isInstanceOfSatisfying(MathException.class, e -> assertThat(
                        e.pointer())
                .isEqualTo(pointer));
    }

    @Test
    void whatDoesNotFitIsRefusedWhereItStands() {
        Matrix square = Matrix.of(new double[] {1, 2}, new double[] {3, 4});
        Matrix wide = new Matrix(1, 2, new double[] {1, 2});
        Matrix one = new Matrix(1, 1, new double[] {1});
        refused(DimensionMismatchException.class, "/rhs", () -> solve(square, 1, 2, 3));
        refused(DimensionMismatchException.class, "/matrix", () -> solve(new Matrix(0, 0, new double[0]), 1));
        refused(InvalidParameterException.class, "/method", () -> solve(wide, one, SolveMethod.LU));
        refused(InvalidParameterException.class, "/method", () -> solve(wide, one, SolveMethod.CHOLESKY));
        Matrix b = new Matrix(2, 1, new double[] {1, 1});
        refused(NotSymmetricException.class, "/matrix", () -> solve(square, b, SolveMethod.CHOLESKY));
        refused(NotSymmetricException.class, "/matrix", () -> solve(square, b, SolveMethod.CONJUGATE_GRADIENT));
        Matrix text = new Matrix(1, 2, new double[] {1, 0.5}, new String[] {null, "1/2"});
        refused(InvalidParameterException.class, "/matrix/0/1", () -> solve(text, 1));
        refused(
                InvalidParameterException.class,
                "/rhs/0",
                () -> LinearSystem.solve(
                        one,
                        new VectorOrMatrix(new Matrix(1, 1, new double[] {0.5}, new String[] {"1/2"}), true),
                        SolveMethod.AUTO,
                        Arithmetic.FLOAT,
                        false,
                        Deadline.none()));
        refused(
                InvalidParameterException.class,
                "/method",
                () -> LinearSystem.solve(
                        one,
                        VectorOrMatrix.vector(new double[] {1}),
                        SolveMethod.SVD,
                        Arithmetic.EXACT,
                        false,
                        Deadline.none()));
        refused(LimitExceededException.class, "/matrix", () -> exactly(Matrix.identity(65), sequence(65)));
    }

    @Test
    void anUnknownLargerThanAnyDoubleIsUndefined() {
        SolveResult result = solve(Matrix.of(new double[] {1e-300, 0}, new double[] {0, 2}), 1e300, 4);
        assertThat(result.solution().matrix().values()).containsExactly(Double.NaN, 2);
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("undefined-values");
    }

    @Test
    void numbersThatWouldGrowBeyondAllMemoryAreRefused() {
        String[] texts = new String[900];
        Arrays.fill(texts, "1/" + "7".repeat(990));
        Matrix a = new Matrix(30, 30, new double[900], texts);
        refused(LimitExceededException.class, "/matrix", () -> exactly(a, sequence(30)));
    }

    @Test
    void theLeadingMinorThatFailsIsNamed() {
        Matrix indefinite = Matrix.of(new double[] {1, 2, 0}, new double[] {2, 1, 0}, new double[] {0, 0, 1});
        Matrix semidefinite = Matrix.of(new double[] {0.1, 0.3}, new double[] {0.3, 0.9});
        for (SolveMethod method : List.of(SolveMethod.CHOLESKY, SolveMethod.CONJUGATE_GRADIENT)) {
            assertThatThrownBy(() -> solve(indefinite, new Matrix(3, 1, new double[3]), method))
                    .isInstanceOfSatisfying(NotPositiveDefiniteException.class, e -> assertThat(e.facts())
                            .containsEntry("leadingMinor", 2));
            assertThatThrownBy(() -> solve(semidefinite, new Matrix(2, 1, new double[2]), method))
                    .isInstanceOfSatisfying(NotPositiveDefiniteException.class, e -> assertThat(e.facts())
                            .containsEntry("leadingMinor", 2));
        }
    }

    @Test
    void aDefiniteMatrixThatRoundingMakesIndefiniteIsSolvedAllTheSame() {
        // Pascal's matrix of order 20: integers, all leading minors 1, condition 1e21.
        double[] pascal = new double[400];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                pascal[i * 20 + j] = i == 0 || j == 0 ? 1 : pascal[(i - 1) * 20 + j] + pascal[i * 20 + j - 1];
            }
        }
        Matrix a = new Matrix(20, 20, pascal);
        Matrix b = new Matrix(20, 1, a.row(0)); // all ones: the first unit vector solves it
        for (SolveMethod method : List.of(SolveMethod.AUTO, SolveMethod.CHOLESKY, SolveMethod.LU)) {
            SolveResult result = solve(a, b, method);
            assertThat(result.classification()).isEqualTo(Classification.UNIQUE);
            double[] x = result.solution().matrix().values();
            assertThat(x[0]).isEqualTo(1);
            assertThat(Matrix.column(Arrays.copyOfRange(x, 1, 20)).maxAbs()).isZero();
            assertThat(result.warnings()).extracting(Warning::code).containsExactly("ill-conditioned");
        }
    }

    private static Matrix hilbert(int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] = 1.0 / (i + j + 1);
            }
        }
        return new Matrix(n, n, values);
    }

    /** Of all that a singular system of this order takes, the singular values take most by far. */
    @Test
    void singularValuesAreNotBegunWithoutTheTimeForThem() {
        int n = 700;
        double[] ones = new double[n * n];
        Arrays.fill(ones, 1);
        Matrix a = new Matrix(n, n, ones);
        double needed = Kernels.current().cost().seconds(KernelCost.Operation.SVD, n, n);
        Deadline soon = Deadline.in(Duration.ofNanos((long) (needed * 0.9e9)));
        VectorOrMatrix b = VectorOrMatrix.vector(new double[n]);
        assertThatThrownBy(() -> LinearSystem.solve(a, b, SolveMethod.AUTO, Arithmetic.FLOAT, false, soon))
                .isInstanceOfAny(LimitExceededException.class, DeadlineExceededException.class);
    }

    private static double[] sequence(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = i % 3 + 1;
        }
        return values;
    }

    private static Matrix product(Matrix a, Matrix b) {
        double[] values = new double[a.rows() * b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                for (int k = 0; k < a.columns(); k++) {
                    values[i * b.columns() + j] += a.get(i, k) * b.get(k, j);
                }
            }
        }
        return new Matrix(a.rows(), b.columns(), values);
    }
}
