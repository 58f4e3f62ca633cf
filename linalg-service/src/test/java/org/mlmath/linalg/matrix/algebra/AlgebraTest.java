package org.mlmath.linalg.matrix.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Matrix;

class AlgebraTest {
    /** Small integers, so that products have no rounding. */
    @Provide
    Arbitrary<Matrix[]> chains() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        return sizes.list().ofSize(4).flatMap(n -> Arbitraries.integers()
                .between(-9, 9)
                .list()
                .ofSize(n.get(0) * n.get(1) + n.get(1) * n.get(2) + n.get(2) * n.get(3))
                .map(entries -> {
                    double[] all =
                            entries.stream().mapToDouble(Integer::doubleValue).toArray();
                    Matrix[] chain = new Matrix[3];
                    int from = 0;
                    for (int i = 0; i < 3; i++) {
                        int size = n.get(i) * n.get(i + 1);
                        chain[i] = new Matrix(n.get(i), n.get(i + 1), Arrays.copyOfRange(all, from, from + size));
                        from += size;
                    }
                    return chain;
                }));
    }

    private static Matrix product(Matrix a, Matrix b) {
        return Multiplication.multiply(a, b, false).matrix();
    }

    @Property(tries = 200)
    void multiplicationIsAssociativeAndTurnsRoundUnderTransposition(@ForAll("chains") Matrix[] abc) {
        assertThat(product(product(abc[0], abc[1]), abc[2])).isEqualTo(product(abc[0], product(abc[1], abc[2])));
        assertThat(product(abc[0], abc[1]).transpose()).isEqualTo(product(abc[1].transpose(), abc[0].transpose()));
    }

    @Property(tries = 100)
    void kroneckerProductsMultiplyFactorByFactor(@ForAll("chains") Matrix[] abc) {
        Matrix a = abc[0];
        Matrix b = abc[1];
        Matrix both = product(
                Entrywise.kronecker(a, a, false).matrix(),
                Entrywise.kronecker(b, b, false).matrix());
        assertThat(both)
                .isEqualTo(
                        Entrywise.kronecker(product(a, b), product(a, b), false).matrix());
    }

    @Property(tries = 100)
    void differencesUndoSums(@ForAll("chains") Matrix[] abc) {
        Matrix a = abc[0];
        Matrix twice = Entrywise.combine(a, a, EntrywiseOperation.SUM, false).matrix();
        assertThat(Entrywise.combine(twice, a, EntrywiseOperation.DIFFERENCE, false)
                        .matrix())
                .isEqualTo(a);
    }

    @Example
    void smallProductsAreRoundedOnce() {
        Matrix row = Matrix.of(new double[] {1e16, 1, -1e16});
        Matrix column = Matrix.column(new double[] {1, 1, 1});
        assertThat(product(row, column).values()).containsExactly(1);
    }

    @Example
    void whatOverflowsOnTheWayDoesNotOverflow() {
        Matrix row = Matrix.of(new double[] {1e200, -1e200, 3});
        Matrix column = Matrix.column(new double[] {1e200, 1e200, 0});
        assertThat(product(row, column).values()).containsExactly(0);
    }

    @Example
    void largeProductsAreTheKernelsAndBounded() {
        double[] values = new double[70 * 70];
        Arrays.fill(values, 0.1);
        Matrix a = new Matrix(70, 70, values);
        var result = Multiplication.multiply(a, a, true);
        assertThat(Math.abs(result.matrix().get(3, 4) - 0.7)).isLessThan(1e-14);
        assertThat(result.diagnostics().relativeErrorBound()).isBetween(1e-16, 1e-13);
        assertThat(result.warnings()).extracting("code").containsExactly("no-steps");
    }

    @Example
    void whatNoArrayHoldsIsRefused() {
        Matrix column = new Matrix(100_000, 1, new double[100_000]);
        assertThatThrownBy(() -> Multiplication.multiply(column, column.transpose(), false))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> Entrywise.kronecker(column, column, false)).isInstanceOf(LimitExceededException.class);
    }

    @Example
    void requestsSayWhatTheirResultsTake() {
        Matrix square = new Matrix(1000, 1000, new double[1_000_000]);
        assertThat(new KroneckerRequest(square, square, null).cost().bytes()).isGreaterThan(8_000_000_000_000L);
        assertThat(new MultiplyRequest(square, square, null).cost().seconds()).isBetween(0.02, 5.0);
        double once = new MultiplyRequest(square, square, null).cost().seconds();
        assertThat(new PowerRequest(square, 1L << 31, null).cost().seconds()).isGreaterThan(5 * once);
        assertThat(new PowerRequest(null, null, null).cost().seconds()).isLessThan(1e-3);
    }
}
