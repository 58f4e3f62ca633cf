package org.mlmath.numerics.exact;

import java.math.BigInteger;
import org.mlmath.numerics.Deadline;

/**
 * The determinant of a rational matrix: modulo so many primes that it is known ({@link ModularMinors}), or of small matrices by
 * elimination on integers without fractions. Source: Bareiss, <i>Sylvester's identity and
 * multistep integer-preserving Gaussian elimination</i>, Math. Comp. 22 (1968).
 */
public final class ExactDeterminant {
    private ExactDeterminant() {}

    /**
     * @param a square, with at least one row
     * @throws org.mlmath.numerics.DeadlineExceededException if the numbers are too long to be done with in time
     */
    public static Rational of(RationalMatrix a, Deadline deadline) {
        BigInteger[][] rows = IntegerRows.of(a);
        int n = rows.length;
        Rational scale = Rational.ONE; // of the integers' determinant to the matrix's
        for (int i = 0; i < n; i++) {
            int j = 0;
            while (j < n && rows[i][j].signum() == 0) {
                j++;
            }
            if (j == n) {
                return Rational.ZERO;
            }
            scale = scale.multiply(new Rational(rows[i][j], BigInteger.ONE).divide(a.get(i, j)));
        }
        if (ModularEchelon.pays(rows)) {
            ModularMinors minors = ModularMinors.of(rows, deadline);
            if (minors != null) {
                return new Rational(minors.determinant(), BigInteger.ONE).divide(scale);
            }
        }
        BigInteger last = BigInteger.ONE;
        boolean odd = false;
        for (int k = 0; k < n - 1; k++) {
            int pivot = shortest(rows, k);
            if (pivot < 0) {
                return Rational.ZERO;
            }
            if (pivot != k) {
                BigInteger[] kept = rows[k];
                rows[k] = rows[pivot];
                rows[pivot] = kept;
                odd = !odd;
            }
            for (int i = k + 1; i < n; i++) {
                deadline.check();
                for (int j = k + 1; j < n; j++) {
                    rows[i][j] = rows[k][k]
                            .multiply(rows[i][j])
                            .subtract(rows[i][k].multiply(rows[k][j]))
                            .divide(last);
                }
            }
            last = rows[k][k];
        }
        Rational determinant = new Rational(rows[n - 1][n - 1], BigInteger.ONE).divide(scale);
        return odd ? determinant.negate() : determinant;
    }

    private static int shortest(BigInteger[][] rows, int k) {
        int best = -1;
        for (int i = k; i < rows.length; i++) {
            if (rows[i][k].signum() != 0 && (best < 0 || rows[i][k].bitLength() < rows[best][k].bitLength())) {
                best = i;
            }
        }
        return best;
    }
}
