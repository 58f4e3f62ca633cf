package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrthonormalBasisTest {
    private static Matrix orthonormal(int n, int k, Random random) {
        double[] values = random.doubles((long) n * k, -1, 1).toArray();
        return Kernels.current().qr(new Matrix(n, k, values), false, false).q();
    }

    private static void assertClose(Matrix actual, Matrix expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.values()).containsExactly(expected.values(), within(tolerance));
    }

    @Property(tries = 100)
    void anyBasisOfTheSpaceGivesTheSame(@ForAll @IntRange(min = 1, max = 9) int k, @ForAll long seed) {
        Random random = new Random(seed);
        Matrix basis = orthonormal(k + random.nextInt(5), k, random);
        Matrix other = Kernels.current().multiply(basis, orthonormal(k, k, random));
        assertClose(OrthonormalBasis.of(other), OrthonormalBasis.of(basis), 1e-9);
    }

    @Property(tries = 100)
    void theBasisIsOrthonormalAndSpansTheSpace(@ForAll @IntRange(min = 2, max = 9) int k, @ForAll long seed) {
        Random random = new Random(seed);
        Kernel kernel = Kernels.current();
        Matrix basis = orthonormal(k + random.nextInt(5), k, random);
        Matrix found = OrthonormalBasis.of(basis);
        assertClose(kernel.gram(found), Matrix.identity(k), 1e-14);
        Matrix projected = kernel.multiply(basis, kernel.multiply(basis.transpose(), found));
        assertClose(projected, found, 1e-14);
    }

    @Property(tries = 100)
    void theComplementIsWhatTheRestOfAFullBasisSpans(@ForAll @IntRange(min = 0, max = 6) int r, @ForAll long seed) {
        Random random = new Random(seed);
        int n = r + 1 + random.nextInt(6);
        Matrix whole = orthonormal(n, n, random);
        Matrix leading = new Matrix(n, r, new double[n * r]);
        Matrix rest = new Matrix(n, n - r, new double[n * (n - r)]);
        for (int i = 0; i < n; i++) {
            System.arraycopy(whole.values(), i * n, leading.values(), i * r, r);
            System.arraycopy(whole.values(), i * n + r, rest.values(), i * (n - r), n - r);
        }
        assertClose(OrthonormalBasis.complement(leading, n - r), OrthonormalBasis.of(rest), 1e-9);
    }

    @Property(tries = 50)
    void theRotationLeadsToTheBasis(@ForAll @IntRange(min = 1, max = 9) int k, @ForAll long seed) {
        Random random = new Random(seed);
        Matrix basis = orthonormal(k + random.nextInt(5), k, random);
        assertClose(
                Kernels.current().multiply(basis, OrthonormalBasis.rotation(basis)), OrthonormalBasis.of(basis), 1e-14);
    }

    @Test
    void theWholeSpaceHasTheUnitVectors() {
        assertClose(OrthonormalBasis.of(orthonormal(4, 4, new Random(1))), Matrix.identity(4), 1e-15);
        assertClose(OrthonormalBasis.complement(new Matrix(3, 0, new double[0]), 3), Matrix.identity(3), 0);
    }

    @Test
    void theFirstOfEquallyCloseUnitVectorsComesFirst() {
        // The plane orthogonal to (1, 1, 1): all three are as close; e₁ less its mean, then what is left of e₂.
        double s = 1 / Math.sqrt(3);
        Matrix plane = OrthonormalBasis.complement(new Matrix(3, 1, new double[] {s, s, s}), 2);
        double a = Math.sqrt(6);
        double b = Math.sqrt(2);
        assertClose(plane, new Matrix(3, 2, new double[] {2 / a, 0, -1 / a, 1 / b, -1 / a, -1 / b}), 1e-15);
    }
}
