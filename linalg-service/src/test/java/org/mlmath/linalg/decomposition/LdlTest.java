package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class LdlTest {
    @Provide
    Arbitrary<Matrix> symmetric() {
        return Arbitraries.integers().between(1, 7).flatMap(n -> Arbitraries.of(1.0, 1e-300, 1e300)
                .flatMap(scale -> Arbitraries.integers()
                        .between(-2, 2)
                        .list()
                        .ofSize(n * n)
                        .map(list -> {
                            double[] values = new double[n * n];
                            for (int i = 0; i < n; i++) {
                                for (int j = 0; j <= i; j++) {
                                    values[i * n + j] = list.get(i * n + j) * scale;
                                    values[j * n + i] = values[i * n + j];
                                }
                            }
                            return new Matrix(n, n, values);
                        })));
    }

    @Property(tries = 300)
    void theFactorsMultiplyToTheMatrixInItsOrderAndShowItsInertia(@ForAll("symmetric") Matrix a) {
        LdlResult ldl = Ldl.decompose(a, false);
        assertThat(ldl.diagnostics().reconstructionError()).isLessThan(1e-14);
        double[] values = Kernels.current().symmetricEigen(a, false).values();
        double noise = 1e-13 * a.frobeniusNorm();
        long positive = Arrays.stream(values).filter(value -> value > noise).count();
        long negative = Arrays.stream(values).filter(value -> value < -noise).count();
        LdlResult.Inertia inertia = ldl.inertia();
        assertThat((long) inertia.positive()).isGreaterThanOrEqualTo(positive);
        assertThat((long) inertia.negative()).isGreaterThanOrEqualTo(negative);
        assertThat(inertia.positive() + inertia.negative() + inertia.zero()).isEqualTo(a.rows());
    }

    @Test
    void anIndefiniteMatrixWithoutDiagonalIsOneBlock() {
        LdlResult ldl = Ldl.decompose(Matrix.of(new double[] {0, 1}, new double[] {1, 0}), false);
        assertThat(ldl.d().values()).containsExactly(0, 1, 1, 0);
        assertThat(ldl.inertia()).isEqualTo(new LdlResult.Inertia(1, 1, 0));
    }

    @Test
    void aMatrixThatIsNotSymmetricIsRefused() {
        assertThatThrownBy(() -> Ldl.decompose(Matrix.of(new double[] {0, 1}, new double[] {2, 0}), false))
                .isInstanceOf(NotSymmetricException.class);
    }
}
