package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;

/**
 * The reduced row echelon form of a rational matrix, which is unique: every pivot is 1 and alone in its column, and stands to the right
 * of the pivots above it.
 *
 * <p>Found as by {@link ExactSystem}.
 *
 * @param matrix of the shape of the original, rows of zeros last
 * @param pivots the columns of the pivots, ascending; their number is the rank
 */
public record ReducedRowEchelon(RationalMatrix matrix, int[] pivots) {
    /** @throws org.mlmath.numerics.DeadlineExceededException if the numbers are too long to be done with in time */
    public static ReducedRowEchelon of(RationalMatrix a, Deadline deadline) {
        int n = a.columns();
        BigInteger[][] rows = IntegerRows.of(a);
        if (ModularEchelon.pays(rows)) {
            ModularEchelon form = ModularEchelon.of(rows, deadline);
            if (form != null) {
                return of(form, a.rows(), n);
            }
        }
        List<Integer> pivots = new ArrayList<>();
        BigInteger last = BigInteger.ONE;
        for (int j = 0; j < n && pivots.size() < rows.length; j++) {
            int rank = pivots.size();
            int pivot = ExactSystem.shortest(rows, rank, j);
            if (pivot < 0) {
                continue;
            }
            ExactSystem.swap(rows, rank, pivot);
            for (int i = 0; i < rows.length; i++) {
                if (i != rank) {
                    deadline.check();
                    ExactSystem.eliminate(rows[i], rows[rank], j, last, 0, n);
                }
            }
            last = rows[rank][j];
            pivots.add(j);
        }
        Rational[] entries = new Rational[a.rows() * n];
        Arrays.fill(entries, Rational.ZERO);
        for (int i = 0; i < pivots.size(); i++) {
            for (int j = pivots.get(i); j < n; j++) {
                if (rows[i][j].signum() != 0) {
                    entries[i * n + j] = new Rational(rows[i][j], last);
                }
            }
        }
        return new ReducedRowEchelon(
                new RationalMatrix(a.rows(), n, entries),
                pivots.stream().mapToInt(Integer::intValue).toArray());
    }

    private static ReducedRowEchelon of(ModularEchelon form, int m, int n) {
        Rational[] entries = new Rational[m * n];
        Arrays.fill(entries, Rational.ZERO);
        for (int i = 0; i < form.pivots().length; i++) {
            for (int j = form.pivots()[i]; j < n; j++) {
                entries[i * n + j] = form.get(i, j);
            }
        }
        return new ReducedRowEchelon(new RationalMatrix(m, n, entries), form.pivots());
    }

    public int rank() {
        return pivots.length;
    }

    /** @return the rows that are not zero: a basis of the row space */
    public RationalMatrix rowSpace() {
        return matrix.leading(rank(), matrix.columns());
    }

    /**
     * @return a basis of the solutions of A·x = 0, one row each: the k-th has a 1 in the k-th column without a pivot and 0 in the other
     *     columns of that kind
     */
    public RationalMatrix nullSpace() {
        int n = matrix.columns();
        Rational[] entries = new Rational[(n - rank()) * n];
        Arrays.fill(entries, Rational.ZERO);
        int k = 0;
        for (int free = 0; free < n; free++) {
            if (Arrays.binarySearch(pivots, free) < 0) {
                entries[k * n + free] = Rational.ONE;
                for (int i = 0; i < pivots.length; i++) {
                    entries[k * n + pivots[i]] = matrix.get(i, free).negate();
                }
                k++;
            }
        }
        return new RationalMatrix(n - rank(), n, entries);
    }
}
