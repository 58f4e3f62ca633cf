package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class ModularEchelonTest {
    private static final int HIDING = Primes.get(0);

    /** Often of less than full rank: a product of narrow matrices with few different entries. */
    private static RationalMatrix product(int m, int rank, int n, Random random) {
        return RationalMatrix.of(entries(m, rank, random)).multiply(RationalMatrix.of(entries(rank, n, random)));
    }

    private static Matrix entries(int m, int n, Random random) {
        double[] choices = {0, 0, 1, -1, 2, 0.1, -0.7, 12345.678, 1e-15, 0.1234567890123456};
        return new Matrix(
                m,
                n,
                random.ints((long) m * n, 0, choices.length)
                        .mapToDouble(i -> choices[i])
                        .toArray());
    }

    @Property(tries = 300)
    void minorsGiveWhatEliminationGives(@ForAll long seed) {
        Random random = new Random(seed);
        RationalMatrix a = product(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(7), random);
        ReducedRowEchelon expected = ReducedRowEchelon.of(a, Deadline.none()); // small, so by elimination
        ModularEchelon form = ModularEchelon.of(IntegerRows.of(a), Deadline.none());
        assertThat(form.pivots()).isEqualTo(expected.pivots());
        for (int i = 0; i < form.pivots().length; i++) {
            for (int j = 0; j < a.columns(); j++) {
                assertThat(form.get(i, j)).isEqualTo(expected.matrix().get(i, j));
            }
        }
    }

    @Property(tries = 10)
    void largeSystemsAreSolvedExactly(@ForAll long seed) {
        Random random = new Random(seed);
        int m = 8 + random.nextInt(12);
        int n = 8 + random.nextInt(12);
        RationalMatrix a = product(m, 6 + random.nextInt(10), n, random);
        RationalMatrix x = RationalMatrix.of(entries(n, 2, random));
        ExactSystem system = ExactSystem.solve(a, a.multiply(x), Deadline.none());
        assertThat(system.consistent()).isTrue();
        assertThat(a.multiply(system.solution())).isEqualTo(a.multiply(x));
        assertThat(system.nullSpace().rows()).isEqualTo(n - system.rank());
        assertThat(ExactRank.of(a, Deadline.none())).contains(system.rank());
        if (system.rank() < n) {
            assertThat(a.multiply(system.nullSpace().transpose()).isZero()).isTrue();
        }
        if (m > system.rank()) {
            assertThat(ExactSystem.solve(a, RationalMatrix.of(entries(m, 1, random)), Deadline.none())
                            .rank())
                    .isEqualTo(system.rank());
        }
    }

    @Property(tries = 20)
    void determinantsMultiply(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 8 + random.nextInt(5);
        RationalMatrix a = RationalMatrix.of(entries(n, n, random));
        RationalMatrix b = RationalMatrix.of(entries(n, n, random));
        Rational product = ExactDeterminant.of(a.multiply(b), Deadline.none());
        assertThat(product)
                .isEqualTo(ExactDeterminant.of(a, Deadline.none()).multiply(ExactDeterminant.of(b, Deadline.none())));
        assertThat(ExactDeterminant.of(a.transpose(), Deadline.none()))
                .isEqualTo(ExactDeterminant.of(a, Deadline.none()));
    }

    @Property(tries = 60)
    void fractionsOverALongCommonDenominatorAreInLowestTerms(@ForAll long seed) {
        Random random = new Random(seed);
        // Factors, small and large, that the denominator shares with some of the numerators or with none.
        BigInteger shared = BigInteger.probablePrime(random.nextBoolean() ? 5 : 40, random);
        BigInteger denominator = new BigInteger(700, random).setBit(699).multiply(shared.pow(random.nextInt(3)));
        denominator = random.nextBoolean() ? denominator.negate() : denominator;
        BigInteger[][] numerators = new BigInteger[6][7];
        for (BigInteger[] row : numerators) {
            for (int j = 0; j < row.length; j++) {
                row[j] = new BigInteger(random.nextInt(800), random)
                        .multiply(shared.pow(random.nextInt(4) / 3))
                        .subtract(BigInteger.TWO.pow(300));
            }
        }
        CommonDenominator common = CommonDenominator.of(denominator, numerators);
        for (BigInteger[] row : numerators) {
            for (BigInteger numerator : row) {
                assertThat(common.over(numerator)).isEqualTo(new Rational(numerator, denominator));
            }
        }
    }

    @Test
    void aPrimeThatHidesAPivotIsFoundOut() {
        BigInteger prime = BigInteger.valueOf(HIDING);
        BigInteger one = BigInteger.ONE;
        BigInteger zero = BigInteger.ZERO;
        // Modulo the first prime the first column is 0, and in the second case the second row.
        ModularEchelon columns =
                ModularEchelon.of(new BigInteger[][] {{prime, one, one}, {zero, one, zero}}, Deadline.none());
        assertThat(columns.pivots()).containsExactly(0, 1);
        assertThat(columns.get(0, 2)).isEqualTo(new Rational(one, prime));
        ModularEchelon rows =
                ModularEchelon.of(new BigInteger[][] {{one, one}, {one, one.add(prime)}}, Deadline.none());
        assertThat(rows.pivots()).containsExactly(0, 1);
        ModularEchelon nothing = ModularEchelon.of(new BigInteger[][] {{prime, zero}}, Deadline.none());
        assertThat(nothing.pivots()).containsExactly(0);
        assertThat(ModularEchelon.of(new BigInteger[][] {{zero, zero}}, Deadline.none())
                        .pivots())
                .isEmpty();
    }
}
