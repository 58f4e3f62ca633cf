package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mlmath.linalg.References;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Matrix;

class QrTest {
    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        Arbitrary<Double> scales = Arbitraries.of(1.0, 1e-300, 1e300, 1e-150);
        return sizes.flatMap(m -> sizes.flatMap(n -> scales.flatMap(scale -> Arbitraries.integers()
                .between(-3, 3)
                .list()
                .ofSize(m * n)
                .map(list -> new Matrix(
                        m, n, list.stream().mapToDouble(value -> value * scale).toArray())))));
    }

    @Property(tries = 200)
    void theDiagonalIsNotNegativeAndTheProductIsTheMatrix(
            @ForAll("matrices") Matrix a, @ForAll QrMode mode, @ForAll boolean pivoting) {
        QrResult qr = Qr.decompose(a, mode, pivoting, false);
        int width = mode == QrMode.FULL ? a.rows() : Math.min(a.rows(), a.columns());
        assertThat(qr.q().shape()).isEqualTo(a.rows() + "×" + width);
        assertThat(qr.r().shape()).isEqualTo(width + "×" + a.columns());
        for (int i = 0; i < Math.min(width, a.columns()); i++) {
            assertThat(qr.r().get(i, i)).isGreaterThanOrEqualTo(0);
        }
        assertThat(qr.diagnostics().reconstructionError()).isLessThan(1e-14);
        assertThat(qr.diagnostics().orthogonality()).isLessThan(1e-14);
        if (pivoting) {
            int[] sorted = qr.permutation().clone();
            Arrays.sort(sorted);
            assertThat(sorted).hasSize(a.columns()).doesNotHaveDuplicates();
        } else {
            assertThat(qr.permutation()).isNull();
        }
    }

    @Test
    void pivotingPutsTheLargestColumnFirst() {
        QrResult qr = Qr.decompose(
                Matrix.of(new double[] {1, 3}, new double[] {0, 4}, new double[] {0, 0}), QrMode.THIN, true, false);
        assertThat(qr.permutation()).containsExactly(1, 0);
        assertThat(qr.r().get(0, 0)).isCloseTo(5, within(1e-15));
    }

    @Test
    void theIrisesComeBack() {
        assertThat(Qr.decompose(References.iris(), QrMode.FULL, false, false)
                        .diagnostics()
                        .reconstructionError())
                .isLessThan(1e-14);
    }

    @Test
    void aMatrixWithoutEntriesIsRefused() {
        assertThatThrownBy(() -> Qr.decompose(new Matrix(1, 0, new double[0]), QrMode.THIN, false, false))
                .isInstanceOf(DimensionMismatchException.class);
    }
}
