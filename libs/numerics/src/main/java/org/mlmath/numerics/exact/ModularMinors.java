package org.mlmath.numerics.exact;

import java.math.BigInteger;
import org.mlmath.numerics.Deadline;

/**
 * det(M) and det(M)·M⁻¹·N of whole matrices, which are minors and so whole themselves (Cramer's rule): by elimination modulo so many
 * primes that their product exceeds every such minor (Hadamard's inequality), put together by the Chinese remainder theorem.
 *
 * <p>Elimination on the numbers themselves drags all digits through every step, r³·(r·b)² operations on bits for r rows of b bits; here
 * it is r³ on machine words for each of r·b/31 primes. Source: von zur Gathen and Gerhard, <i>Modern Computer Algebra</i>, 3rd ed.,
 * §5.4, §5.5 and §10.3 (Garner's mixed radices).
 *
 * @param determinant det(M)
 * @param scaled det(M)·M⁻¹·N, r×w; null where the determinant is 0
 */
record ModularMinors(BigInteger determinant, BigInteger[][] scaled) {
    /**
     * @param rows M | N, r×(r + w), r ≥ 1
     * @return null where this would take more primes than there are
     * @throws org.mlmath.numerics.DeadlineExceededException if they are too many to be done with in time
     */
    static ModularMinors of(BigInteger[][] rows, Deadline deadline) {
        int r = rows.length;
        int w = rows[0].length - r;
        // One bit for the sign.
        int needed = (int) Math.ceil((IntegerRows.log2OfMinors(rows) + 1) / Primes.log2());
        int[] primes = new int[needed];
        long[][] determinants = new long[1][needed];
        long[][] residues = new long[r * w][needed];
        int found = 0;
        int zeros = 0;
        for (int index = 0; found < needed; index++) {
            if (index >= Primes.count()) {
                return null;
            }
            deadline.check();
            int prime = Primes.get(index);
            long[][] a = residues(rows, prime);
            long determinant = eliminate(a, prime);
            if (determinant == 0 && w > 0) {
                // Modulo this prime there is no solution: another is taken, unless it seems that none has one.
                if (++zeros > 2 && found == 0) {
                    return new ModularMinors(BigInteger.ZERO, null);
                }
                continue;
            }
            primes[found] = prime;
            determinants[0][found] = determinant;
            for (int i = 0; i < r; i++) {
                for (int j = 0; j < w; j++) {
                    residues[i * w + j][found] = a[i][r + j] * determinant % prime;
                }
            }
            found++;
        }
        Garner garner = new Garner(primes);
        BigInteger[][] scaled = new BigInteger[r][w];
        for (int i = 0; i < r; i++) {
            deadline.check();
            for (int j = 0; j < w; j++) {
                scaled[i][j] = garner.combine(residues[i * w + j]);
            }
        }
        return new ModularMinors(garner.combine(determinants[0]), scaled);
    }

    private static long[][] residues(BigInteger[][] rows, int prime) {
        long[][] residues = new long[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                residues[i][j] = Primes.residue(rows[i][j], prime);
            }
        }
        return residues;
    }

    /** Gauss and Jordan: the columns after the first r become M⁻¹·N, unless the determinant, which is returned, is 0. */
    private static long eliminate(long[][] a, int prime) {
        int r = a.length;
        int width = a[0].length;
        double inverse = 1.0 / prime;
        long determinant = 1;
        for (int j = 0; j < r; j++) {
            int pivot = j;
            while (pivot < r && a[pivot][j] == 0) {
                pivot++;
            }
            if (pivot == r) {
                return 0;
            }
            long[] row = a[pivot];
            if (pivot != j) {
                a[pivot] = a[j];
                a[j] = row;
                determinant = prime - determinant;
            }
            determinant = determinant * row[j] % prime;
            long reciprocal = Primes.inverse(row[j], prime);
            for (int k = j + 1; k < width; k++) {
                row[k] = row[k] * reciprocal % prime;
            }
            // Above the diagonal only where there are columns that need it.
            for (int i = width > r ? 0 : j + 1; i < r; i++) {
                if (i != j && a[i][j] != 0) {
                    subtract(a[i], row, j + 1, prime - a[i][j], prime, inverse);
                }
            }
        }
        return determinant;
    }

    /** The quotient by a product with the prime's reciprocal is off by 1 at most, which is far cheaper than a division. */
    private static void subtract(long[] target, long[] row, int from, long factor, long prime, double inverse) {
        for (int k = from; k < row.length; k++) {
            long value = target[k] + factor * row[k];
            long rest = value - (long) (value * inverse) * prime;
            rest += rest < 0 ? prime : 0;
            target[k] = rest >= prime ? rest - prime : rest;
        }
    }

    /** Numbers from their residues, in the range about 0. */
    private static final class Garner {
        private final int[] primes;
        private final long[] inverses; // of the product of all primes before, modulo each
        private final BigInteger product;

        Garner(int[] primes) {
            this.primes = primes;
            this.inverses = new long[primes.length];
            BigInteger all = BigInteger.ONE;
            for (int i = 0; i < primes.length; i++) {
                inverses[i] = Primes.inverse(Primes.residue(all, primes[i]), primes[i]);
                all = all.multiply(BigInteger.valueOf(primes[i]));
            }
            product = all;
        }

        /** @param residues overwritten by the digits c of c₁ + p₁·(c₂ + p₂·(c₃ + …)) */
        BigInteger combine(long[] residues) {
            for (int i = 1; i < primes.length; i++) {
                long prime = primes[i];
                double inverse = 1.0 / prime;
                long known = 0;
                for (int k = i - 1; k >= 0; k--) {
                    long value = residues[k] + primes[k] * known;
                    long rest = value - (long) (value * inverse) * prime;
                    rest += rest < 0 ? prime : 0;
                    known = rest >= prime ? rest - prime : rest;
                }
                residues[i] = Math.floorMod(residues[i] - known, prime) * inverses[i] % prime;
            }
            BigInteger value = number(residues, 0, primes.length)[0];
            return value.shiftLeft(1).compareTo(product) > 0 ? value.subtract(product) : value;
        }

        /** @return the number with these digits, and the product of their primes: by halves, so that long factors meet long ones */
        private BigInteger[] number(long[] digits, int from, int to) {
            if (to - from == 1) {
                return new BigInteger[] {BigInteger.valueOf(digits[from]), BigInteger.valueOf(primes[from])};
            }
            int middle = (from + to) >>> 1;
            BigInteger[] low = number(digits, from, middle);
            BigInteger[] high = number(digits, middle, to);
            return new BigInteger[] {low[0].add(low[1].multiply(high[0])), low[1].multiply(high[1])};
        }
    }
}
