package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;

/**
 * A[permutation] = L·U over the rational numbers, of an m×n matrix, k = min(m, n).
 *
 * <p>Elimination without fractions on rows that were multiplied up to integers: what stands there is a minor, and what it stands for
 * that minor over the pivot before and the multiple of its row.
 *
 * @param permutation the row of A that stands at each place
 * @param l m×k, 1 on the diagonal, 0 above
 * @param u k×n, 0 below the diagonal
 */
public record ExactLu(int[] permutation, RationalMatrix l, RationalMatrix u) {

    /** Takes the entry of largest modulus in a column as the pivot, the first of several, as is done in floating point. */
    public static ExactLu pivoted(RationalMatrix a, Deadline deadline) {
        return new Factoring(a, true).run(deadline);
    }

    /** Takes the diagonal entries as pivots: for matrices whose leading minors do not vanish. */
    public static ExactLu inOrder(RationalMatrix a, Deadline deadline) {
        return new Factoring(a, false).run(deadline);
    }

    private static final class Factoring {
        private final boolean pivoting;
        private final int n;
        private final int k;
        private final BigInteger[][] rows;
        private final Rational[] multiples;
        private final int[] permutation;
        private final Rational[][] l;
        private final Rational[] u;

        private Factoring(RationalMatrix a, boolean pivoting) {
            this.pivoting = pivoting;
            int m = a.rows();
            n = a.columns();
            k = Math.min(m, n);
            rows = IntegerRows.of(a);
            multiples = new Rational[m];
            for (int i = 0; i < m; i++) {
                multiples[i] = multiple(a, i);
            }
            permutation = IntStream.range(0, m).toArray();
            l = new Rational[m][k];
            for (Rational[] row : l) {
                Arrays.fill(row, Rational.ZERO);
            }
            u = new Rational[k * n];
            Arrays.fill(u, Rational.ZERO);
        }

        /** What the row was multiplied by. */
        private Rational multiple(RationalMatrix a, int i) {
            for (int j = 0; j < n; j++) {
                if (a.get(i, j).signum() != 0) {
                    return new Rational(rows[i][j], BigInteger.ONE).divide(a.get(i, j));
                }
            }
            return Rational.ONE;
        }

        private ExactLu run(Deadline deadline) {
            BigInteger last = BigInteger.ONE;
            for (int j = 0; j < k; j++) {
                if (pivoting) {
                    exchange(j, largest(j));
                }
                BigInteger unit = last.multiply(multiples[j].numerator());
                for (int c = j; c < n; c++) {
                    u[j * n + c] = new Rational(rows[j][c].multiply(multiples[j].denominator()), unit);
                }
                l[j][j] = Rational.ONE;
                BigInteger pivot = rows[j][j];
                if (pivot.signum() == 0) {
                    continue; // nothing below it either: the column is done
                }
                for (int i = j + 1; i < rows.length; i++) {
                    deadline.check();
                    Rational ratio = multiples[j].divide(multiples[i]);
                    l[i][j] = new Rational(rows[i][j].multiply(ratio.numerator()), pivot.multiply(ratio.denominator()));
                    for (int c = j + 1; c < n; c++) {
                        rows[i][c] = pivot.multiply(rows[i][c])
                                .subtract(rows[i][j].multiply(rows[j][c]))
                                .divide(last);
                    }
                }
                last = pivot;
            }
            Rational[] lower = Arrays.stream(l).flatMap(Arrays::stream).toArray(Rational[]::new);
            return new ExactLu(permutation, new RationalMatrix(rows.length, k, lower), new RationalMatrix(k, n, u));
        }

        private int largest(int j) {
            int largest = j;
            for (int i = j + 1; i < rows.length; i++) {
                if (modulus(i, largest, j).compareTo(modulus(largest, i, j)) > 0) {
                    largest = i;
                }
            }
            return largest;
        }

        /** The entry of a row over its multiple, brought to one denominator with the other's: reducing fractions would cost most. */
        private BigInteger modulus(int i, int other, int j) {
            return rows[i][j]
                    .multiply(multiples[i].denominator())
                    .multiply(multiples[other].numerator())
                    .abs();
        }

        private void exchange(int i, int j) {
            swap(rows, i, j);
            swap(multiples, i, j);
            swap(l, i, j);
            int kept = permutation[i];
            permutation[i] = permutation[j];
            permutation[j] = kept;
        }

        private static <T> void swap(T[] array, int i, int j) {
            T kept = array[i];
            array[i] = array[j];
            array[j] = kept;
        }
    }
}
