package org.mlmath.numerics.exact;

import java.math.BigInteger;
import org.mlmath.numerics.Deadline;

/** The signs of the leading minors det A[0..k, 0..k], which decide whether a symmetric matrix is positive definite (Sylvester). */
public final class LeadingMinors {
    private LeadingMinors() {}

    /**
     * @param a square
     * @return the order, from 1, of the first leading minor that is not positive; 0 if all are
     */
    public static int firstNotPositive(RationalMatrix a, Deadline deadline) {
        // Fraction-free elimination without exchanges: its pivots are the minors, times positive factors of the rows.
        BigInteger[][] rows = IntegerRows.of(a);
        BigInteger last = BigInteger.ONE;
        for (int k = 0; k < rows.length; k++) {
            if (rows[k][k].signum() <= 0) {
                return k + 1;
            }
            for (int i = k + 1; i < rows.length; i++) {
                deadline.check();
                for (int j = k + 1; j < rows.length; j++) {
                    rows[i][j] = rows[k][k]
                            .multiply(rows[i][j])
                            .subtract(rows[i][k].multiply(rows[k][j]))
                            .divide(last);
                }
            }
            last = rows[k][k];
        }
        return 0;
    }
}
