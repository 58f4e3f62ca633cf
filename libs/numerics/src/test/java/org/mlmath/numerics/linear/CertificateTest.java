package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with factors is found, below the order from which probes stand for the whole and above it. */
class CertificateTest {
    private static final double WRONG = 1e-3;

    private final Random random = new Random(20260101);
    private final Kernel kernel = Kernels.current();

    @ParameterizedTest
    @ValueSource(ints = {30, 230})
    void theErrorOfAProductIsThatOfItsFactors(int n) {
        Matrix b = random(n, n);
        Matrix c = random(n, n);
        double[] d = random.doubles(n, 1, 2).toArray();
        Matrix middle = diagonal(d);
        assertFound(noisy(kernel.multiply(b, c)), a -> Certificate.ofProduct(a, b, c), n);
        assertFound(
                noisy(kernel.multiply(kernel.multiply(b, middle), c)), a -> Certificate.ofProduct(a, b, middle, c), n);
        assertFound(noisy(kernel.multiply(kernel.multiply(b, middle), c)), a -> Certificate.ofProduct(a, b, d, c), n);
        assertFound(
                noisy(kernel.multiply(kernel.multiply(b, c), b.transpose())),
                a -> Certificate.ofCongruence(a, b, c),
                n);
        assertFound(
                noisy(kernel.multiply(kernel.multiply(b, middle), b.transpose())),
                a -> Certificate.ofCongruence(a, b, d),
                n);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 230})
    void theErrorOfTrianglesInAnotherOrderIsThatOfTheirProduct(int n) {
        Matrix l = lower(random(n, n));
        Matrix u = lower(random(n, n)).transpose();
        Matrix q = kernel.qr(random(n, n), false, false).q();
        int[] order = IntStream.range(0, n).map(i -> (7 * i + 3) % n).toArray(); // n has no factor 7
        double[] tridiagonal = new double[n * n];
        for (int i = 0; i < n; i++) {
            tridiagonal[i * (n + 1)] = 1 + i % 3;
            if (i % 4 == 2 && i + 1 < n) {
                tridiagonal[i * n + i + 1] = 5;
                tridiagonal[(i + 1) * n + i] = 5;
            }
        }
        Matrix d = new Matrix(n, n, tridiagonal);
        assertFound(noisy(kernel.multiply(l, l.transpose())), a -> Certificate.ofSquare(a, l), n);
        assertFound(inOrder(noisy(kernel.multiply(l, u)), order), a -> Certificate.ofTriangles(a, order, l, u), n);
        assertFound(noisy(kernel.multiply(q, u)), a -> Certificate.ofReflections(a, null, q, u), n);
        assertFound(
                inOrder(noisy(kernel.multiply(q, u)).transpose(), order).transpose(),
                a -> Certificate.ofReflections(a, order, q, u),
                n);
        Matrix congruent = noisy(kernel.multiply(kernel.multiply(l, d), l.transpose()));
        assertFound(
                inOrder(inOrder(congruent, order).transpose(), order).transpose(),
                a -> Certificate.ofPermutedCongruence(a, order, l, d),
                n);
    }

    /** @return the matrix whose rows in this order are those given */
    private static Matrix inOrder(Matrix a, int[] order) {
        double[] values = new double[a.values().length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(a.values(), i * a.columns(), values, order[i] * a.columns(), a.columns());
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    private static Matrix lower(Matrix a) {
        int n = a.columns();
        double[] values = a.values().clone();
        for (int at = 0; at < values.length; at++) {
            values[at] = at % n > at / n ? 0 : values[at];
        }
        return new Matrix(a.rows(), n, values);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 230})
    void vectorsThatAreNotOrthonormalAreFound(int n) {
        Matrix q = kernel.qr(random(2 * n, n), false, false).q();
        assertThat(Certificate.ofOrthonormalColumns(q).value()).isLessThan(n * Math.ulp(1.0));
        assertThat(Certificate.ofOrthonormalRows(q.transpose()).value()).isLessThan(n * Math.ulp(1.0));
        Matrix longer = times(q, 1 + WRONG); // QᵀQ = (1 + WRONG)²·I
        double expected = ((1 + WRONG) * (1 + WRONG) - 1) * Math.sqrt(n);
        assertThat(Certificate.ofOrthonormalColumns(longer).value()).isCloseTo(expected, within(1e-9));
        assertThat(Certificate.ofOrthonormalRows(longer.transpose()).value()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 230})
    void eigenvectorsOfAnotherMatrixAreFound(int n) {
        Matrix a = random(n, n);
        EigenFactors factors = kernel.eigen(a, true);
        assertThat(factors.values().isComplex()).isTrue();
        assertThat(Certificate.ofEigenvectors(a, factors.values(), factors.vectors())
                        .value())
                .isLessThan(n * Math.ulp(1.0));
        Matrix other = noisy(a);
        Certificate found = Certificate.ofEigenvectors(other, factors.values(), factors.vectors());
        Matrix difference = minus(other, a); // (A + E)·V − V·Λ is E·V
        Matrix x = new Matrix(n, n, factors.vectors().re());
        Matrix y = new Matrix(n, n, factors.vectors().im());
        double expected = Math.hypot(
                        kernel.multiply(difference, x).frobeniusNorm(),
                        kernel.multiply(difference, y).frobeniusNorm())
                / other.frobeniusNorm();
        assertThat(found.value()).isBetween(expected * (found.estimated() ? 0.5 : 0.999), expected * 2);
    }

    private void assertFound(Matrix a, Function<Matrix, Certificate> certifying, int n) {
        Certificate found = certifying.apply(a);
        assertThat(found.estimated()).isEqualTo(n >= 200);
        assertThat(found.value()).isBetween(WRONG * (found.estimated() ? 0.5 : 0.9), WRONG * 2);
    }

    /** @return the matrix and an error of WRONG of its own norm */
    private Matrix noisy(Matrix a) {
        Matrix noise = random(a.rows(), a.columns());
        return minus(a, times(noise, WRONG * a.frobeniusNorm() / noise.frobeniusNorm()));
    }

    private Matrix random(int m, int n) {
        double[] values = new double[m * n];
        for (int at = 0; at < values.length; at++) {
            values[at] = random.nextGaussian();
        }
        return new Matrix(m, n, values);
    }

    private static Matrix diagonal(double[] d) {
        double[] values = new double[d.length * d.length];
        for (int i = 0; i < d.length; i++) {
            values[i * (d.length + 1)] = d[i];
        }
        return new Matrix(d.length, d.length, values);
    }

    private static Matrix times(Matrix a, double factor) {
        double[] values = a.values().clone();
        for (int at = 0; at < values.length; at++) {
            values[at] *= factor;
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    private static Matrix minus(Matrix a, Matrix b) {
        double[] values = a.values().clone();
        for (int at = 0; at < values.length; at++) {
            values[at] -= b.values()[at];
        }
        return new Matrix(a.rows(), a.columns(), values);
    }
}
