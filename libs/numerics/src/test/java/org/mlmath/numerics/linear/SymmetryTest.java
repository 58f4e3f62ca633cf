package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.NotSymmetricException;

class SymmetryTest {
    @Test
    void whatRoundingDoesToAProductIsForgiven() {
        Matrix q = Kernels.hipparchus()
                .qr(ClassicMatrices.random(8, 8, 1, 1), false, false)
                .q();
        Matrix a = Kernels.hipparchus()
                .multiply(Kernels.hipparchus().multiply(q, ClassicMatrices.diagonal(8, i -> i + 1)), q.transpose());
        assertThat(Symmetry.holds(a)).isTrue();
        Matrix mean = Symmetry.require(a);
        assertThat(mean).isEqualTo(mean.transpose());
    }

    @Test
    void smallEntriesBesideALargeOneCount() {
        Matrix a = Matrix.of(new double[] {1e20, 1}, new double[] {2, 1});
        assertThat(Symmetry.holds(a)).isFalse();
        assertThatThrownBy(() -> Symmetry.require(a))
                .isInstanceOf(NotSymmetricException.class)
                .hasMessageContaining("[0][1]");
        assertThat(Symmetry.holds(Matrix.of(new double[] {1, 1e-10}, new double[] {0, 1})))
                .isFalse();
        assertThat(Symmetry.holds(Matrix.of(new double[] {1e-300, 2e-300}, new double[] {3e-300, 0})))
                .isFalse();
    }

    @Test
    void whateverPairDiffersIsFoundAndNamed() {
        int n = 70; // several blocks, the last of them partial
        Matrix random = ClassicMatrices.random(n, n, 1, 1);
        Matrix symmetric = Kernels.current().gram(random);
        assertThat(Symmetry.require(symmetric)).isEqualTo(symmetric);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double[] values = symmetric.values().clone();
                values[j * n + i] += 1;
                Matrix a = new Matrix(n, n, values);
                assertThat(Symmetry.holds(a)).isFalse();
                assertThatThrownBy(() -> Symmetry.require(a))
                        .isInstanceOf(NotSymmetricException.class)
                        .hasMessageContaining("the entry [%d][%d]".formatted(i, j));
            }
        }
    }

    @Test
    void onlySquareMatricesAreSymmetric() {
        Matrix wide = new Matrix(1, 2, new double[2]);
        assertThat(Symmetry.holds(wide)).isFalse();
        assertThatThrownBy(() -> Symmetry.require(wide)).isInstanceOf(DimensionMismatchException.class);
    }
}
