package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;

/**
 * The reduced row echelon form of a whole matrix, by way of primes: modulo one of them which rows and columns have the pivots, from the
 * minors ({@link ModularMinors}) what stands beside them, and then that it is so without any modulus.
 *
 * <p>A prime may hide a pivot, never invent one. If the pivots found stand in columns that depend on later ones, or a row left out
 * does not follow from the others, it did: then the next prime is taken.
 *
 * @param pivots their columns, ascending
 * @param determinant of the rows and columns with the pivots, d
 * @param scaled d times the other columns of the echelon form, in their order
 */
record ModularEchelon(int[] pivots, CommonDenominator determinant, BigInteger[][] scaled) {
    private static final int TRIALS = 4;

    /** Where fewer rows have pivots, the numbers stay short. */
    static final int SMALLEST = 8;

    /** @return whether it is quicker than elimination: of small matrices the few digits are soon dealt with */
    static boolean pays(BigInteger[][] rows) {
        return Math.min(rows.length, rows[0].length) >= SMALLEST;
    }

    /**
     * @param rows m×n
     * @return null where there would be too many primes, or all that were tried hide a pivot
     */
    static ModularEchelon of(BigInteger[][] rows, Deadline deadline) {
        for (int trial = 0; trial < TRIALS; trial++) {
            deadline.check();
            Profile profile = Profile.modulo(Primes.get(trial), rows);
            int n = rows[0].length;
            int r = profile.columns.length;
            int[] others = others(profile.columns, n);
            if (r == 0) {
                if (Arrays.stream(rows).flatMap(Arrays::stream).allMatch(entry -> entry.signum() == 0)) {
                    BigInteger[][] nothing = new BigInteger[0][n];
                    return new ModularEchelon(profile.columns, CommonDenominator.of(BigInteger.ONE, nothing), nothing);
                }
                continue;
            }
            BigInteger[][] arranged = new BigInteger[r][n];
            for (int i = 0; i < r; i++) {
                for (int j = 0; j < n; j++) {
                    arranged[i][j] = rows[profile.rows[i]][j < r ? profile.columns[j] : others[j - r]];
                }
            }
            ModularMinors minors = ModularMinors.of(arranged, deadline);
            if (minors == null) {
                return null;
            }
            if (minors.scaled() != null
                    && inForm(profile.columns, others, minors.scaled())
                    && followRows(rows, profile, others, minors, deadline)) {
                return new ModularEchelon(
                        profile.columns, CommonDenominator.of(minors.determinant(), minors.scaled()), minors.scaled());
            }
        }
        return null;
    }

    private static int[] others(int[] pivots, int n) {
        int[] others = new int[n - pivots.length];
        int at = 0;
        for (int j = 0; j < n; j++) {
            if (Arrays.binarySearch(pivots, j) < 0) {
                others[at++] = j;
            }
        }
        return others;
    }

    /** Before its pivot a row of the form is 0. */
    private static boolean inForm(int[] pivots, int[] others, BigInteger[][] scaled) {
        for (int i = 0; i < pivots.length; i++) {
            for (int j = 0; j < others.length && others[j] < pivots[i]; j++) {
                if (scaled[i][j].signum() != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean followRows(
            BigInteger[][] rows, Profile profile, int[] others, ModularMinors minors, Deadline deadline) {
        for (int i = 0; i < rows.length; i++) {
            if (profile.has(i)) {
                continue;
            }
            deadline.check();
            for (int j = 0; j < others.length; j++) {
                BigInteger sum = BigInteger.ZERO;
                for (int k = 0; k < profile.columns.length; k++) {
                    BigInteger entry = rows[i][profile.columns[k]];
                    if (entry.signum() != 0) {
                        sum = sum.add(entry.multiply(minors.scaled()[k][j]));
                    }
                }
                if (!sum.equals(minors.determinant().multiply(rows[i][others[j]]))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @return the entry of the form in a row with a pivot */
    Rational get(int row, int column) {
        int place = Arrays.binarySearch(pivots, column);
        if (place >= 0) {
            return place == row ? Rational.ONE : Rational.ZERO;
        }
        return determinant.over(
                scaled[row][column + place + 1]); // as many pivots stand before it as it is away from its own
    }

    /** Where the pivots are: columns ascending, and the rows they were found in. */
    private record Profile(int[] rows, int[] columns) {
        boolean has(int row) {
            return Arrays.stream(rows).anyMatch(other -> other == row);
        }

        static Profile modulo(int prime, BigInteger[][] matrix) {
            int m = matrix.length;
            int n = matrix[0].length;
            long[][] a = new long[m][n];
            int[] order = new int[m];
            for (int i = 0; i < m; i++) {
                order[i] = i;
                for (int j = 0; j < n; j++) {
                    a[i][j] = Primes.residue(matrix[i][j], prime);
                }
            }
            List<Integer> columns = new ArrayList<>();
            for (int j = 0; j < n && columns.size() < m; j++) {
                int rank = columns.size();
                int pivot = rank;
                while (pivot < m && a[pivot][j] == 0) {
                    pivot++;
                }
                if (pivot == m) {
                    continue;
                }
                long[] row = a[pivot];
                a[pivot] = a[rank];
                a[rank] = row;
                int place = order[pivot];
                order[pivot] = order[rank];
                order[rank] = place;
                long inverse = Primes.inverse(row[j], prime);
                for (int i = rank + 1; i < m; i++) {
                    if (a[i][j] != 0) {
                        long factor = prime - a[i][j] * inverse % prime;
                        for (int k = j; k < n; k++) {
                            a[i][k] = (a[i][k] + factor * row[k]) % prime;
                        }
                    }
                }
                columns.add(j);
            }
            return new Profile(
                    Arrays.copyOf(order, columns.size()),
                    columns.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
