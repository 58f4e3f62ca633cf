package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.linear.Matrix;

class ExactSystemTest {
    /** Few different entries, so that dependent rows and columns are common. */
    @Provide
    Arbitrary<Matrix> augmented() {
        Arbitrary<Double> entries = Arbitraries.of(0.0, 0.0, 1.0, -1.0, 2.0, 0.1, 0.3, -0.7, 1e-20, 1e20);
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(m -> Arbitraries.integers().between(2, 6).flatMap(n -> entries.list()
                        .ofSize(m * n)
                        .map(list -> new Matrix(
                                m,
                                n,
                                list.stream().mapToDouble(Double::doubleValue).toArray()))));
    }

    @Property(tries = 400)
    void solutionsSolveAndTheNullSpaceIsOne(@ForAll("augmented") Matrix augmented) {
        RationalMatrix whole = RationalMatrix.of(augmented);
        RationalMatrix a = whole.leading(whole.rows(), whole.columns() - 1);
        RationalMatrix rhs = RationalMatrix.of(Matrix.column(augmented.columnAt(augmented.columns() - 1)));
        ExactSystem system = ExactSystem.solve(a, rhs, Deadline.none());
        assertThat(system.nullSpace().rows()).isEqualTo(a.columns() - system.rank());
        if (system.nullSpace().rows() > 0) {
            assertThat(a.multiply(system.nullSpace().transpose()).isZero()).isTrue();
            assertThat(ExactRank.of(system.nullSpace(), Deadline.none()))
                    .contains(system.nullSpace().rows());
        }
        if (system.consistent()) {
            assertThat(a.multiply(system.solution())).isEqualTo(rhs);
        } else {
            assertThat(system.solution()).isNull();
            assertThat(system.augmentedRank()).isEqualTo(system.rank() + 1);
        }
        assertThat(ExactRank.of(whole, a.columns(), Deadline.none()))
                .contains(new ExactRank.Ranks(system.rank(), system.augmentedRank()));
    }

    @Test
    void decimalsMeanWhatIsWritten() {
        Matrix singular = Matrix.of(new double[] {0.1, 0.2}, new double[] {0.3, 0.6});
        assertThat(ExactRank.of(RationalMatrix.of(singular), Deadline.none())).contains(1);
        Matrix nearly = Matrix.of(new double[] {1, 1}, new double[] {1, 1.0000000000000002});
        assertThat(ExactRank.of(RationalMatrix.of(nearly), Deadline.none())).contains(2);
    }

    @Test
    void aDeterminantDivisibleByThePrimesIsStillNotZero() {
        Rational product = Rational.ONE;
        for (int k = 0; k < 3; k++) {
            product = product.multiply(Rational.of((long) Primes.get(k)));
        }
        Rational[] entries = {product, Rational.ZERO, Rational.ZERO, Rational.ONE};
        // The rows are made primitive, which would take the primes out: keep a 1 beside them.
        entries[1] = Rational.ONE;
        assertThat(ExactRank.of(new RationalMatrix(2, 2, entries), Deadline.none()))
                .contains(2);
    }

    @Test
    void theSystemOfAHilbertMatrixOfOrder12HasItsIntegerSolution() {
        Rational[] entries = new Rational[144];
        Rational[] ones = new Rational[12];
        for (int i = 0; i < 12; i++) {
            ones[i] = Rational.ONE;
            for (int j = 0; j < 12; j++) {
                entries[12 * i + j] = Rational.parse("1/" + (i + j + 1));
            }
        }
        ExactSystem system = ExactSystem.solve(
                new RationalMatrix(12, 12, entries), new RationalMatrix(12, 1, ones), Deadline.none());
        // Row sums of the inverse: (−1)^(n+i) · i · C(n+i, i)·C(n, i) … the first is −n for n even.
        assertThat(system.solution().get(0, 0)).isEqualTo(Rational.of(-12));
        for (int i = 0; i < 12; i++) {
            assertThat(system.solution().get(i, 0).isInteger()).isTrue();
        }
    }

    @Test
    void endsAtTheDeadline() {
        Deadline over = Deadline.in(Duration.ZERO);
        RationalMatrix identity = RationalMatrix.of(Matrix.identity(3));
        assertThatThrownBy(() -> ExactSystem.solve(identity, identity, over))
                .isInstanceOf(DeadlineExceededException.class);
    }
}
