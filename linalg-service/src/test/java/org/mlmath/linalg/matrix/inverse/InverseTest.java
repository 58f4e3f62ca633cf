package org.mlmath.linalg.matrix.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.linalg.matrix.algebra.Power;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class InverseTest {
    private static InverseResult inverse(Matrix a, Arithmetic arithmetic) {
        return Inverse.of(a, arithmetic, true, Deadline.none());
    }

    private static Matrix power(Matrix a, long exponent) {
        return Power.of(a, exponent, false, Deadline.none()).matrix();
    }

    static Stream<Arguments> references() {
        return References.cases("matrices.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void inversesAgreeWithSymPy(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        if (reference.path("rank").asInt() < a.rows()) {
            int rank = reference.path("rank").asInt();
            assertThatThrownBy(() -> inverse(a, Arithmetic.FLOAT))
                    .isInstanceOf(SingularMatrixException.class)
                    .satisfies(e -> assertThat(((SingularMatrixException) e).facts())
                            .containsEntry("rank", rank)
                            .containsEntry("conditionNumber", Double.POSITIVE_INFINITY));
        } else if (!reference.path("inverse").isMissingNode()) {
            Matrix expected = References.matrix(reference.path("inverse"));
            for (Arithmetic arithmetic : Arithmetic.values()) {
                InverseResult result = inverse(a, arithmetic);
                double digits = result.diagnostics().method().equals("elimination")
                        ? 0
                        : result.diagnostics().digitsLost();
                double tolerance = 1e-15 * Math.pow(10, digits) * expected.maxAbs();
                for (int i = 0; i < expected.values().length; i++) {
                    assertThat(result.matrix().values()[i]).isCloseTo(expected.values()[i], within(tolerance));
                }
                assertThat(result.steps().getLast().value()).isEqualTo(result.matrix());
            }
        }
    }

    @Property(tries = 50)
    void thePseudoInverseSatisfiesPenrose(
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 0, max = 4) int rank,
            @ForAll long seed) {
        Random random = new Random(seed);
        int k = Math.max(1, rank);
        Matrix left = new Matrix(m, k, random.doubles((long) m * k, -1, 1).toArray());
        Matrix right = new Matrix(k, n, random.doubles((long) k * n, -1, 1).toArray());
        Matrix a = Kernels.current().multiply(left, right);
        PseudoInverseResult result = PseudoInverse.of(a, 1e-10, false);
        assertThat(result.rank()).isLessThanOrEqualTo(Math.min(k, Math.min(m, n)));
        Matrix x = result.matrix();
        double noise = 1e-13 * Math.pow(1 + a.maxAbs() * x.maxAbs(), 2);
        close(product(product(a, x), a), a, noise * (1 + a.maxAbs()) + 1e-9);
        close(product(product(x, a), x), x, noise * (1 + x.maxAbs()));
        close(product(a, x), product(a, x).transpose(), noise);
        close(product(x, a), product(x, a).transpose(), noise);
    }

    @Test
    void pseudoInversesOfExtremesExist() {
        assertThat(PseudoInverse.of(new Matrix(2, 3, new double[6]), null, false)
                        .matrix())
                .isEqualTo(new Matrix(3, 2, new double[6]));
        assertThat(PseudoInverse.of(Matrix.of(new double[] {3e300, 4e300}), null, false)
                        .matrix()
                        .values())
                .satisfies(x -> assertThat(x[0] / 1.2e-301).isEqualTo(1, within(1e-14)));
        PseudoInverseResult tiny = PseudoInverse.of(Matrix.of(new double[] {1e-310}), null, false);
        assertThat(tiny.matrix().values()).containsExactly(Double.NaN);
        assertThat(tiny.warnings()).extracting("code").containsExactly("undefined-values");
    }

    @Test
    void powersAreProductsOfTheirFactors() {
        Matrix fibonacci = Matrix.of(new double[] {1, 1}, new double[] {1, 0});
        assertThat(power(fibonacci, 78))
                .isEqualTo(Matrix.of(
                        new double[] {14472334024676221.0, 8944394323791464.0},
                        new double[] {8944394323791464.0, 5527939700884757.0}));
        assertThat(power(fibonacci, -3)).isEqualTo(Matrix.of(new double[] {-1, 2}, new double[] {2, -3}));
        assertThat(power(new Matrix(2, 2, new double[4]), 0)).isEqualTo(Matrix.identity(2));
        assertThat(power(fibonacci, 1)).isEqualTo(fibonacci);
    }

    @Test
    void onlyAPowerThatIsTooLargeOverflows() {
        Matrix a = Matrix.of(new double[] {1e-200, 0}, new double[] {0, 0.5});
        assertThat(power(a, -1).values()).containsExactly(1e200, 0, 0, 2);
        assertThat(power(a, 1074).values()).containsExactly(0, 0, 0, Double.MIN_VALUE);
        assertThat(Power.of(a, -2, true, Deadline.none()).warnings())
                .extracting("code")
                .containsExactly("undefined-values", "no-steps");
        assertThatThrownBy(() -> power(new Matrix(1, 1, new double[1]), -1))
                .isInstanceOf(SingularMatrixException.class);
    }

    @Test
    void largeMatricesAreInvertedOrRefusedByTolerance() {
        int n = 90;
        Matrix a = new Matrix(n, n, new Random(3).doubles((long) n * n, -1, 1).toArray());
        InverseResult result = inverse(a, Arithmetic.FLOAT);
        close(product(a, result.matrix()), Matrix.identity(n), 1e-10);
        assertThat(result.warnings()).extracting("code").containsExactly("no-steps");
        double[] dependent = a.values().clone();
        System.arraycopy(dependent, 0, dependent, n, n);
        assertThatThrownBy(() -> inverse(new Matrix(n, n, dependent), Arithmetic.FLOAT))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessageContaining("rank 89");
        assertThatThrownBy(() -> inverse(a, Arithmetic.EXACT)).isInstanceOf(LimitExceededException.class);
    }

    private static Matrix product(Matrix a, Matrix b) {
        return Kernels.current().multiply(a, b);
    }

    private static void close(Matrix actual, Matrix expected, double tolerance) {
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(actual.values()[i]).isCloseTo(expected.values()[i], within(tolerance));
        }
    }
}
