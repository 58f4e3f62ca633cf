package org.mlmath.linalg.matrix.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.numerics.linear.Matrix;

class MatrixNormTest {
    /** Reference: NumPy 1.24.2, numpy.linalg.norm. */
    @ParameterizedTest
    @CsvSource({
        "FROBENIUS, 9.539392014169456",
        "ONE, 9",
        "INFINITY, 15",
        "TWO, 9.225027715260929",
        "NUCLEAR, 11.653785350898488",
        "MAX, 6"
    })
    void normsAgreeWithNumPy(NormKind kind, double expected) {
        Matrix a = Matrix.of(new double[] {1, -2, 3}, new double[] {4, 5, -6});
        assertThat(MatrixNorm.of(a, kind, false).value()).isCloseTo(expected, within(1e-15 * expected));
    }

    @ParameterizedTest
    @CsvSource({"FROBENIUS, 5", "ONE, 4", "INFINITY, 7", "TWO, 5", "NUCLEAR, 5", "MAX, 4"})
    void normsBearEveryScale(NormKind kind, double expected) {
        for (double scale : new double[] {1e300, 1, 1e-300}) {
            Matrix a = Matrix.of(new double[] {3 * scale, 4 * scale});
            assertThat(MatrixNorm.of(a, kind, false).value() / scale).isCloseTo(expected, within(1e-15 * expected));
        }
    }
}
