package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.Optional;
import org.mlmath.numerics.Deadline;

/**
 * The ranks of a rational matrix, decided without rounding and without big numbers.
 *
 * <p>Modulo a prime the rank can only be smaller than the true one, so full rank modulo one prime is full rank. Otherwise primes are
 * added until their product exceeds every minor (Hadamard's inequality): a minor that vanishes modulo all of them vanishes, so the
 * largest rank seen is the rank. One elimination per prime, n³/3 operations on longs each.
 */
public final class ExactRank {
    private ExactRank() {}

    /**
     * @param rank of the first columns
     * @param augmentedRank of all columns
     */
    public record Ranks(int rank, int augmentedRank) {}

    public static Optional<Integer> of(RationalMatrix a, Deadline deadline) {
        return of(a, a.columns(), deadline).map(Ranks::rank);
    }

    /**
     * @param augmented A | B
     * @param columns how many of them are A's
     * @return empty when the numbers are so long that this would take thousands of primes
     */
    public static Optional<Ranks> of(RationalMatrix augmented, int columns, Deadline deadline) {
        BigInteger[][] rows = IntegerRows.of(augmented);
        int largestRank = Math.min(augmented.rows(), columns);
        int largestAugmented = Math.min(augmented.rows(), augmented.columns());
        int needed = (int) Math.ceil(IntegerRows.log2OfMinors(rows) / Primes.log2());
        if (needed > Primes.count()) {
            return Optional.empty();
        }
        int rank = 0;
        int augmentedRank = 0;
        for (int k = 0; k < needed; k++) {
            deadline.check();
            Ranks ranks = modulo(Primes.get(k), rows, columns);
            rank = Math.max(rank, ranks.rank);
            augmentedRank = Math.max(augmentedRank, ranks.augmentedRank);
            if (rank == largestRank && augmentedRank == largestAugmented) {
                break;
            }
        }
        return Optional.of(new Ranks(rank, augmentedRank));
    }

    private static Ranks modulo(int prime, BigInteger[][] rows, int columns) {
        int m = rows.length;
        int n = rows[0].length;
        long[][] a = new long[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = Primes.residue(rows[i][j], prime);
            }
        }
        int rank = 0;
        int rankOfFirst = 0;
        for (int j = 0; j < n && rank < m; j++) {
            int pivot = rank;
            while (pivot < m && a[pivot][j] == 0) {
                pivot++;
            }
            if (pivot < m) {
                long[] row = a[pivot];
                a[pivot] = a[rank];
                a[rank] = row;
                long inverse = Primes.inverse(row[j], prime);
                for (int i = rank + 1; i < m; i++) {
                    if (a[i][j] != 0) {
                        long factor = prime - a[i][j] * inverse % prime;
                        for (int k = j; k < n; k++) {
                            a[i][k] = (a[i][k] + factor * row[k]) % prime;
                        }
                    }
                }
                rank++;
            }
            if (j < columns) {
                rankOfFirst = rank;
            }
        }
        return new Ranks(rankOfFirst, rank);
    }
}
