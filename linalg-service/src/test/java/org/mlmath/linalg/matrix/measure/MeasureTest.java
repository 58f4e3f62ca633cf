package org.mlmath.linalg.matrix.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Step;
import org.mlmath.linalg.References;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class MeasureTest {
    private static DeterminantResult determinant(Matrix a, Arithmetic arithmetic) {
        return Determinant.of(a, arithmetic, true, Deadline.none());
    }

    private static double condition(Matrix a, ConditionNorm norm) {
        return ConditionNumber.of(a, norm, false, Deadline.none()).value();
    }

    static Stream<Arguments> references() {
        return References.cases("matrices.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void determinantsAgreeWithSymPy(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        double expected = reference.path("determinant").asDouble();
        for (Arithmetic arithmetic : Arithmetic.values()) {
            DeterminantResult result = determinant(a, arithmetic);
            double error = Math.max(4e-16, 10 * result.diagnostics().relativeErrorEstimate());
            assertThat(error).isLessThan(1e-10);
            assertThat(result.value()).isCloseTo(expected, within(error * Math.abs(expected)));
            assertThat(result.sign()).isEqualTo((int) Math.signum(expected));
            assertThat(result.logAbsolute()).satisfies(log -> assertThat(
                            log == Math.log(Math.abs(expected)) || Math.abs(log - Math.log(Math.abs(expected))) < 1e-12)
                    .isTrue());
            Step last = result.steps().getLast();
            assertThat(last.value()).isEqualTo(result.value());
        }
    }

    @Test
    void rankAndConditionAreThoseOfAnyMultiple() {
        double[] entries = {2, 4, -2, 1, -2, 6, 4, 0, 2};
        Matrix a = new Matrix(3, 3, entries);
        Matrix singular = new Matrix(3, 3, new double[] {2, 4, -2, 1, 2, -1, 4, 0, 2});
        for (double scale : new double[] {Double.MIN_VALUE, 1e-310, 1e-300, 1e300, 0x1p1021 / 4, 0x1p1021}) {
            assertThat(rank(times(a, scale))).isEqualTo(3);
            assertThat(rank(times(singular, scale))).isEqualTo(2);
            for (ConditionNorm norm : ConditionNorm.values()) {
                assertThat(condition(times(a, scale), norm)).isCloseTo(condition(a, norm), within(1e-12));
                // The decimals of a double's multiples are multiples of its decimal where that is a power of ten.
                assertThat(Double.isInfinite(condition(times(singular, scale), norm)) || !decimal(scale))
                        .isTrue();
            }
        }
    }

    private static boolean decimal(double scale) {
        return scale == 1e-300 || scale == 1e300;
    }

    private static int rank(Matrix a) {
        return Rank.of(a, null, Arithmetic.FLOAT, false, Deadline.none()).rank();
    }

    private static Matrix times(Matrix a, double factor) {
        double[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void exactRanksAgreeWithSymPy(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        RankResult result = Rank.of(a, null, Arithmetic.EXACT, false, Deadline.none());
        assertThat(result.rank()).isEqualTo(reference.path("rank").asInt());
        assertThat(result.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.EXACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void conditionNumbersAgreeWithMpmath(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        double value = condition(a, ConditionNorm.TWO);
        if (reference.path("condition").isMissingNode()) {
            assertThat(value).isInfinite();
        } else {
            double expected = reference.path("condition").asDouble();
            // The reference takes the decimals, we their nearest doubles: that alone is a relative error of κ·ε.
            assertThat(value).isCloseTo(expected, within(expected * Math.min(0.6, 1e-14 + 4e-16 * expected)));
        }
    }

    @Test
    void normsOfDiagonalsGiveTheirConditions() {
        Matrix a = Matrix.of(new double[] {4, 0}, new double[] {0, 0.5});
        assertThat(condition(a, ConditionNorm.TWO)).isEqualTo(8);
        assertThat(condition(a, ConditionNorm.ONE)).isEqualTo(8);
        assertThat(condition(a, ConditionNorm.INFINITY)).isEqualTo(8);
        assertThat(condition(a, ConditionNorm.FROBENIUS))
                .isEqualTo(Math.sqrt(16.25) * Math.sqrt(4.0625), within(1e-14));
        Matrix tall = Matrix.of(new double[] {3, 0}, new double[] {0, 2}, new double[] {0, 0});
        assertThat(condition(tall, ConditionNorm.TWO)).isEqualTo(1.5, within(1e-15));
    }

    @Test
    void aFiniteConditionBeyondTheLargestDoubleIsSaidByItsLogarithm() {
        Matrix a = Matrix.of(new double[] {1e200, 0}, new double[] {0, 1e-200});
        ConditionNumberResult result = ConditionNumber.of(a, ConditionNorm.TWO, false, Deadline.none());
        assertThat(result.value()).isNull();
        assertThat(result.digitsLost()).isEqualTo(400, within(1e-10));
        assertThat(result.warnings()).extracting("code").containsExactly("overflow");
    }

    @Test
    void determinantsOutOfRangeHaveSignAndLogarithm() {
        int n = 100;
        double[] tiny = new double[n * n];
        for (int i = 0; i < n; i++) {
            tiny[i * n + n - 1 - i] = 1e-10;
        }
        DeterminantResult result = determinant(new Matrix(n, n, tiny), Arithmetic.FLOAT);
        assertThat(result.value()).isEqualTo(0);
        assertThat(result.sign()).isEqualTo(1); // reversing 100 rows takes 50 swaps
        assertThat(result.logAbsolute()).isEqualTo(-1000 * Math.log(10), within(1e-10));
        assertThat(result.warnings()).extracting("code").containsExactly("underflow", "no-steps");
    }

    @Test
    void largeDeterminantsMultiplyLikeMatrices() {
        Random random = new Random(7);
        Matrix a = new Matrix(80, 80, random.doubles(6400, -1, 1).toArray());
        Matrix b = new Matrix(80, 80, random.doubles(6400, -1, 1).toArray());
        DeterminantResult product = determinant(Kernels.current().multiply(a, b), Arithmetic.FLOAT);
        DeterminantResult ofA = determinant(a, Arithmetic.FLOAT);
        DeterminantResult ofB = determinant(b, Arithmetic.FLOAT);
        assertThat(product.sign()).isEqualTo(ofA.sign() * ofB.sign());
        assertThat(product.logAbsolute()).isEqualTo(ofA.logAbsolute() + ofB.logAbsolute(), within(1e-9));
    }

    @Test
    void ranksFollowTheToleranceAsInNumPy() {
        Matrix a = Matrix.of(new double[] {1, 0}, new double[] {0, 1e-3}, new double[] {0, 0});
        assertThat(Rank.of(a, null, Arithmetic.FLOAT, false, Deadline.none()).rank())
                .isEqualTo(2);
        assertThat(Rank.of(a, 1e-3, Arithmetic.FLOAT, false, Deadline.none()).rank())
                .isEqualTo(1);
        Matrix zero = new Matrix(2, 5, new double[10]);
        assertThat(Rank.of(zero, null, Arithmetic.FLOAT, false, Deadline.none()).rank())
                .isZero();
    }

    @Test
    void smallDeterminantsAreAlsoExpanded() {
        Matrix a = Matrix.of(new double[] {0, 2, 1}, new double[] {1, 0, 3}, new double[] {4, 1, 0});
        assertThat(determinant(a, Arithmetic.EXACT).steps())
                .extracting(Step::kind)
                .containsExactly(
                        "swap",
                        "add-multiple",
                        "add-multiple",
                        "diagonal",
                        "cofactor",
                        "cofactor",
                        "cofactor",
                        "expansion",
                        "determinant");
    }
}
