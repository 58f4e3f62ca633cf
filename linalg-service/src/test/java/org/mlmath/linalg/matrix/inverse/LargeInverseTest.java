package org.mlmath.linalg.matrix.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.linalg.matrix.measure.ConditionNorm;
import org.mlmath.linalg.matrix.measure.ConditionNumber;
import org.mlmath.linalg.matrix.measure.ConditionNumberResult;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/** Inverses that are refined only where the condition asks for it. */
class LargeInverseTest {
    private static InverseResult inverse(Matrix a) {
        return Inverse.of(a, Arithmetic.FLOAT, false, Deadline.none());
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 120, 230})
    void wellConditionedMatricesAreInvertedBackwardStablyWithoutRefinement(int n) {
        Matrix a = random(n);
        InverseResult result = inverse(a);
        InverseResult.Diagnostics diagnostics = result.diagnostics();
        assertThat(diagnostics.estimated()).isEqualTo(n >= 200);
        assertThat(diagnostics.refined()).isFalse();
        assertThat(diagnostics.method()).isEqualTo("lu");
        assertThat(diagnostics.backwardError()).isLessThan(8 * Math.ulp(1.0));
        assertThat(Residual.of(a, result.matrix(), Matrix.identity(n)).maxAbs())
                .isLessThan(n * Math.ulp(1.0) * Math.pow(10, diagnostics.digitsLost()));
        assertThat(diagnostics.conditionEstimate())
                .isCloseTo(a.oneNorm() * result.matrix().oneNorm(), within(1e-6 * diagnostics.conditionEstimate()));
    }

    /** L·Lᵀ with whole numbers, whose inverse has whole numbers up to 10⁹ as well. */
    @Test
    void illConditionedMatricesAreRefinedToTheLastDigit() {
        int n = 90;
        int coupled = 16;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) { // L has ones, and −2 below the first of them
            boolean below = i > 0 && i < coupled;
            values[i * (n + 1)] = below ? 5 : 1;
            if (below) {
                values[i * n + i - 1] = -2;
                values[(i - 1) * n + i] = -2;
            }
        }
        InverseResult result = inverse(new Matrix(n, n, values));
        assertThat(result.diagnostics().digitsLost()).isGreaterThan(8);
        assertThat(result.diagnostics().refined()).isTrue();
        assertThat(result.warnings()).extracting("code").containsExactly("ill-conditioned");
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double expected = i == j ? 1 : 0;
                if (Math.max(i, j) < coupled) { // (L⁻¹) has 2^(k−i) below the diagonal
                    BigInteger sum = BigInteger.ZERO;
                    for (int k = Math.max(i, j); k < coupled; k++) {
                        sum = sum.add(BigInteger.TWO.pow(2 * k - i - j));
                    }
                    expected = sum.doubleValue();
                }
                assertThat(result.matrix().get(i, j)).isEqualTo(expected);
            }
        }
    }

    @Test
    void inversesOfSymmetricMatricesAreSymmetric() {
        Matrix a = random(100);
        Matrix symmetric = Kernels.current().gram(a);
        Matrix inverse = inverse(symmetric).matrix();
        assertThat(inverse).isEqualTo(inverse.transpose());
    }

    @Test
    void unitsOfRowsAndColumnsDoNotCountAsCondition() {
        int n = 80;
        Matrix a = random(n);
        double[] values = a.values().clone();
        for (int at = 0; at < values.length; at++) {
            values[at] = Math.scalb(values[at], (at / n) % 7 * 40 - (at % n) % 5 * 50);
        }
        InverseResult scaled = inverse(new Matrix(n, n, values));
        InverseResult plain = inverse(a);
        assertThat(scaled.diagnostics().digitsLost())
                .isCloseTo(plain.diagnostics().digitsLost(), within(1.0));
        assertThat(scaled.diagnostics().conditionEstimate()).isGreaterThan(1e20);
        for (int at = 0; at < values.length; at++) {
            double expected = Math.scalb(plain.matrix().values()[at], (at / n) % 5 * 50 - (at % n) % 7 * 40);
            double size = Math.scalb(plain.matrix().maxAbs(), (at / n) % 5 * 50 - (at % n) % 7 * 40);
            assertThat(scaled.matrix().values()[at]).isCloseTo(expected, within(1e-11 * size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 220})
    void singularMatricesAreRefusedWithTheirRank(int n) {
        double[] values = random(n).values();
        System.arraycopy(values, 0, values, n, n); // two rows alike
        assertThatThrownBy(() -> inverse(new Matrix(n, n, values)))
                .isInstanceOfSatisfying(SingularMatrixException.class, e -> assertThat(e.facts())
                        .containsEntry("rank", n - 1));
    }

    /** Without refinement the norm of the inverse is as uncertain as the inverse. */
    @Test
    void theConditionNumberSaysWhatItsInverseIsWorth() {
        Matrix a = random(120);
        ConditionNumberResult found = ConditionNumber.of(a, ConditionNorm.ONE, false, Deadline.none());
        assertThat(found.value()).isCloseTo(a.oneNorm() * inverse(a).matrix().oneNorm(), within(1e-12 * found.value()));
        assertThat(found.diagnostics().relativeErrorEstimate())
                .isBetween(found.value() * Math.ulp(1.0), 1000 * found.value() * Math.ulp(1.0));
    }

    private static Matrix random(int n) {
        return new Matrix(n, n, new Random(n).doubles((long) n * n, -1, 1).toArray());
    }
}
