package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;

/**
 * A·X = B over the rational numbers.
 *
 * <p>By way of primes ({@link ModularEchelon}), or where that does not pay by Gauss–Jordan elimination on integers without fractions: every intermediate entry is a minor of the matrix, so it grows no longer
 * than the answer may be, and every division is exact. Source: Bareiss, <i>Sylvester's identity and multistep integer-preserving
 * Gaussian elimination</i>, Math. Comp. 22 (1968).
 *
 * @param rank of A
 * @param augmentedRank of A | B
 * @param pivots the columns of A whose unknowns are determined by the others
 * @param solution X with every free unknown 0, or null when there is none
 * @param nullSpace a basis of the solutions of A·x = 0, one row each, in the order of the free unknowns: the k-th has a 1 in the k-th
 *     free unknown and 0 in the others
 */
public record ExactSystem(
        int rank, int augmentedRank, int[] pivots, RationalMatrix solution, RationalMatrix nullSpace) {

    /** Whether any solution exists. */
    public boolean consistent() {
        return rank == augmentedRank;
    }

    /**
     * @param a m×n
     * @param b m×k
     * @throws org.mlmath.numerics.DeadlineExceededException if the numbers are too long to be done with in time
     */
    public static ExactSystem solve(RationalMatrix a, RationalMatrix b, Deadline deadline) {
        int n = a.columns();
        BigInteger[][] rows = IntegerRows.of(a.beside(b));
        int width = n + b.columns();
        if (ModularEchelon.pays(rows)) {
            ModularEchelon form = ModularEchelon.of(rows, deadline);
            if (form != null) {
                return of(form, n, b.columns());
            }
        }
        List<Integer> pivots = new ArrayList<>();
        BigInteger last = BigInteger.ONE;
        for (int j = 0; j < n && pivots.size() < rows.length; j++) {
            int rank = pivots.size();
            int pivot = shortest(rows, rank, j);
            if (pivot < 0) {
                continue;
            }
            swap(rows, rank, pivot);
            for (int i = 0; i < rows.length; i++) {
                if (i != rank) {
                    deadline.check();
                    eliminate(rows[i], rows[rank], j, last, 0, width);
                }
            }
            last = rows[rank][j];
            pivots.add(j);
        }
        int rank = pivots.size();
        int augmentedRank = rank + remainingRank(rows, rank, n, last, deadline);
        int[] pivotColumns = pivots.stream().mapToInt(Integer::intValue).toArray();
        return new ExactSystem(
                rank,
                augmentedRank,
                pivotColumns,
                augmentedRank == rank ? solution(rows, pivotColumns, n, b.columns(), last) : null,
                nullSpace(rows, pivotColumns, n, last));
    }

    private static ExactSystem of(ModularEchelon form, int n, int columns) {
        int rank = (int) Arrays.stream(form.pivots()).filter(pivot -> pivot < n).count();
        int[] pivots = Arrays.copyOf(form.pivots(), rank);
        RationalMatrix solution = null;
        if (rank == form.pivots().length) {
            Rational[] entries = new Rational[n * columns];
            Arrays.fill(entries, Rational.ZERO);
            for (int i = 0; i < rank; i++) {
                for (int k = 0; k < columns; k++) {
                    entries[pivots[i] * columns + k] = form.get(i, n + k);
                }
            }
            solution = new RationalMatrix(n, columns, entries);
        }
        Rational[] kernel = new Rational[(n - rank) * n];
        Arrays.fill(kernel, Rational.ZERO);
        int row = 0;
        for (int free = 0; free < n; free++) {
            if (Arrays.binarySearch(pivots, free) < 0) {
                kernel[row * n + free] = Rational.ONE;
                for (int i = 0; i < rank; i++) {
                    kernel[row * n + pivots[i]] = form.get(i, free).negate();
                }
                row++;
            }
        }
        return new ExactSystem(rank, form.pivots().length, pivots, solution, new RationalMatrix(n - rank, n, kernel));
    }

    /** Every row becomes (pivot·row − entry·pivotRow) / last pivot, which is whole. */
    static void eliminate(BigInteger[] row, BigInteger[] pivotRow, int j, BigInteger last, int from, int to) {
        BigInteger pivot = pivotRow[j];
        BigInteger entry = row[j];
        for (int k = from; k < to; k++) {
            BigInteger value = pivot.multiply(row[k]);
            if (entry.signum() != 0 && pivotRow[k].signum() != 0) {
                value = value.subtract(entry.multiply(pivotRow[k]));
            }
            row[k] = last.equals(BigInteger.ONE) ? value : value.divide(last);
        }
    }

    /** What is left of the right-hand sides below the rows of A: any of it contradicts 0 = 0. */
    private static int remainingRank(BigInteger[][] rows, int top, int from, BigInteger last, Deadline deadline) {
        int rank = top;
        for (int j = from; rank < rows.length && j < rows[0].length; j++) {
            int pivot = shortest(rows, rank, j);
            if (pivot < 0) {
                continue;
            }
            swap(rows, rank, pivot);
            for (int i = rank + 1; i < rows.length; i++) {
                deadline.check();
                eliminate(rows[i], rows[rank], j, last, from, rows[0].length);
            }
            last = rows[rank][j];
            rank++;
        }
        return rank - top;
    }

    private static RationalMatrix solution(BigInteger[][] rows, int[] pivots, int n, int columns, BigInteger scale) {
        Rational[] entries = new Rational[n * columns];
        Arrays.fill(entries, Rational.ZERO);
        for (int i = 0; i < pivots.length; i++) {
            for (int k = 0; k < columns; k++) {
                entries[pivots[i] * columns + k] = new Rational(rows[i][n + k], scale);
            }
        }
        return new RationalMatrix(n, columns, entries);
    }

    private static RationalMatrix nullSpace(BigInteger[][] rows, int[] pivots, int n, BigInteger scale) {
        Rational[] entries = new Rational[(n - pivots.length) * n];
        Arrays.fill(entries, Rational.ZERO);
        int k = 0;
        for (int free = 0; free < n; free++) {
            if (Arrays.binarySearch(pivots, free) < 0) {
                entries[k * n + free] = Rational.ONE;
                for (int i = 0; i < pivots.length; i++) {
                    entries[k * n + pivots[i]] = new Rational(rows[i][free].negate(), scale);
                }
                k++;
            }
        }
        return new RationalMatrix(n - pivots.length, n, entries);
    }

    static int shortest(BigInteger[][] rows, int from, int column) {
        int best = -1;
        for (int i = from; i < rows.length; i++) {
            if (rows[i][column].signum() != 0
                    && (best < 0 || rows[i][column].bitLength() < rows[best][column].bitLength())) {
                best = i;
            }
        }
        return best;
    }

    static void swap(BigInteger[][] rows, int i, int j) {
        BigInteger[] kept = rows[i];
        rows[i] = rows[j];
        rows[j] = kept;
    }
}
