package org.mlmath.linalg.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.CharacteristicPolynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

class CharacteristicTest {
    private static CharacteristicPolynomialResult of(Matrix a, Arithmetic arithmetic) {
        return Characteristic.polynomial(a, arithmetic, false, Deadline.none());
    }

    static Stream<Arguments> references() {
        return References.cases("exact.json")
                .filter(reference -> ((JsonNode) reference.get()[1]).has("determinant"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void coefficientsAgreeWithFractions(String name, JsonNode reference) {
        assertThat(of(References.fractions(reference.path("matrix")), Arithmetic.EXACT)
                        .exact()
                        .coefficients())
                .containsExactlyElementsOf(StreamSupport.stream(
                                reference.path("characteristicPolynomial").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    @Test
    void largeMatricesAreMultipliedOutFromTheirEigenvalues() {
        int n = 66;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) { // a cyclic shift: xⁿ − 1
            values[i * n + (i + 1) % n] = 1;
        }
        CharacteristicPolynomialResult result = of(new Matrix(n, n, values), Arithmetic.FLOAT);
        assertThat(result.diagnostics().method()).isEqualTo("eigenvalues");
        double[] expected = new double[n + 1];
        expected[0] = 1;
        expected[n] = -1;
        assertThat(result.coefficients()).containsExactly(expected, within(1e-2));
        assertThatThrownBy(() -> of(new Matrix(n, n, values), Arithmetic.EXACT))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void aboveTheExactOrdersTheErrorsStayWithinTheirBounds() {
        int n = 66;
        Random random = new Random(66);
        for (double spread : new double[] {1, 0.01}) { // dense, and near to a multiple of the identity
            double[] values = random.ints((long) n * n, -9, 10)
                    .mapToDouble(value -> Math.rint(value * spread * 1000) / 1000)
                    .toArray();
            for (int i = 0; i < n; i++) {
                values[i * n + i] += 1;
            }
            Matrix a = new Matrix(n, n, values);
            CharacteristicPolynomialResult result = of(a, Arithmetic.FLOAT);
            Rational[] exact = CharacteristicPolynomial.of(RationalMatrix.of(a), Deadline.none())
                    .orElseThrow();
            double[] bounds = result.diagnostics().errorBounds();
            assertThat(bounds[0]).isZero();
            for (int k = 0; k <= n; k++) {
                double error = Math.abs(
                        exact[k].subtract(Rational.of(result.coefficients()[k])).doubleValue());
                assertThat(error).isLessThanOrEqualTo(bounds[k]);
            }
            assertThat(bounds[1]).isLessThan(1e-9); // no more than that: the trace is nearly right
        }
    }

    @Test
    void coefficientsOfWhichNothingIsLeftAreWarnedOf() {
        int n = 66;
        Matrix shift = new Matrix(n, n, new double[n * n]);
        for (int i = 0; i < n; i++) {
            shift.values()[i * n + (i + 1) % n] = 1;
        }
        assertThat(of(shift, Arithmetic.FLOAT).warnings()).extracting("code").containsExactly("ill-conditioned");
    }

    @Test
    void coefficientsBeyondTheLargestDoubleAreNull() {
        CharacteristicPolynomialResult result =
                of(Matrix.of(new double[] {1e300, 0}, new double[] {0, 1e300}), Arithmetic.FLOAT);
        assertThat(result.coefficients()).containsExactly(1, -2e300, Double.NaN);
        assertThat(result.warnings()).extracting("code").containsExactly("overflow");
    }

    @Test
    void onlySquareMatricesHaveOne() {
        assertThatThrownBy(() -> of(new Matrix(1, 2, new double[2]), Arithmetic.FLOAT))
                .isInstanceOf(DimensionMismatchException.class);
    }
}
