package org.mlmath.numerics.exact;

import java.math.BigInteger;

/** The rows of a rational matrix, each multiplied by a number that makes it whole: neither ranks nor solutions change. */
final class IntegerRows {
    private IntegerRows() {}

    /** @return integers without a common divisor in any row */
    static BigInteger[][] of(RationalMatrix a) {
        BigInteger[][] rows = new BigInteger[a.rows()][a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            BigInteger multiple = BigInteger.ONE;
            for (int j = 0; j < a.columns(); j++) {
                BigInteger denominator = a.get(i, j).denominator();
                if (!denominator.equals(BigInteger.ONE)) {
                    multiple = multiple.divide(multiple.gcd(denominator)).multiply(denominator);
                }
            }
            BigInteger divisor = BigInteger.ZERO;
            for (int j = 0; j < a.columns(); j++) {
                Rational entry = a.get(i, j);
                rows[i][j] = entry.numerator().multiply(multiple.divide(entry.denominator()));
                divisor = divisor.equals(BigInteger.ONE) ? divisor : divisor.gcd(rows[i][j]);
            }
            if (divisor.compareTo(BigInteger.ONE) > 0) {
                for (int j = 0; j < a.columns(); j++) {
                    rows[i][j] = rows[i][j].divide(divisor);
                }
            }
        }
        return rows;
    }

    /** @return a bound on log₂ of every minor, by Hadamard's inequality: the sum over the rows of log₂ of their norms */
    static double log2OfMinors(BigInteger[][] rows) {
        double bits = 0;
        for (BigInteger[] row : rows) {
            int longest = 0;
            for (BigInteger entry : row) {
                longest = Math.max(longest, entry.bitLength());
            }
            bits += longest + 0.5 * (Math.log(Math.max(1, row.length)) / Math.log(2));
        }
        return bits + 1;
    }
}
