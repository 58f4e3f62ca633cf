package org.mlmath.numerics.optimization.program;

import java.util.ArrayList;
import java.util.List;

/**
 * B = L·U with partial pivoting of the basic columns, and the columns that were exchanged since: B·E₁·E₂…, each Eₖ the identity but
 * for one column (the product form of the inverse). Solving takes m² operations and m for each exchange.
 */
final class BasisFactors {
    /** Exchanges after which factoring again is cheaper than going on, and better conditioned. */
    private static final int EXCHANGES = 64;

    /** A pivot so small relative to the largest entry of its column says that the columns are dependent. */
    private static final double SINGULAR = 1e-13;

    private record Exchange(int row, double[] column) {}

    private final int m;
    private final double[] lu;
    private final int[] permutation;
    private final List<Exchange> exchanges = new ArrayList<>();

    /** The first place in the basis whose column depends on the others, −1 if none. */
    final int dependent;

    /** A row that no pivot was found in, where a column depends on the others. */
    final int uncovered;

    /** @param columns m columns with m entries, left unmodified */
    BasisFactors(double[][] columns) {
        m = columns.length;
        lu = new double[m * m];
        permutation = new int[m];
        for (int i = 0; i < m; i++) {
            permutation[i] = i;
            for (int j = 0; j < m; j++) {
                lu[i * m + j] = columns[j][i];
            }
        }
        dependent = factor();
        uncovered = dependent < 0 ? -1 : permutation[dependent];
    }

    private int factor() {
        for (int k = 0; k < m; k++) {
            int best = k;
            double size = 0;
            for (int i = 0; i < m; i++) {
                size = Math.max(size, Math.abs(lu[i * m + k]));
            }
            for (int i = k; i < m; i++) {
                if (Math.abs(lu[i * m + k]) > Math.abs(lu[best * m + k])) {
                    best = i;
                }
            }
            if (!(Math.abs(lu[best * m + k]) > SINGULAR * size)) {
                return k;
            }
            exchangeRows(k, best);
            double pivot = lu[k * m + k];
            for (int i = k + 1; i < m; i++) {
                double factor = lu[i * m + k] / pivot;
                lu[i * m + k] = factor;
                if (factor != 0) { // slack columns leave most factors 0
                    for (int j = k + 1; j < m; j++) {
                        lu[i * m + j] -= factor * lu[k * m + j];
                    }
                }
            }
        }
        return -1;
    }

    private void exchangeRows(int a, int b) {
        if (a == b) {
            return;
        }
        int row = permutation[a];
        permutation[a] = permutation[b];
        permutation[b] = row;
        for (int j = 0; j < m; j++) {
            double entry = lu[a * m + j];
            lu[a * m + j] = lu[b * m + j];
            lu[b * m + j] = entry;
        }
    }

    boolean worn() {
        return exchanges.size() >= EXCHANGES;
    }

    boolean fresh() {
        return exchanges.isEmpty();
    }

    /** @return B⁻¹·v */
    double[] solve(double[] v) {
        double[] x = new double[m];
        for (int i = 0; i < m; i++) {
            double sum = v[permutation[i]];
            for (int j = 0; j < i; j++) {
                sum -= lu[i * m + j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = m - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < m; j++) {
                sum -= lu[i * m + j] * x[j];
            }
            x[i] = sum / lu[i * m + i];
        }
        for (Exchange exchange : exchanges) {
            double pivot = x[exchange.row] / exchange.column[exchange.row];
            for (int i = 0; i < m; i++) {
                x[i] -= exchange.column[i] * pivot;
            }
            x[exchange.row] = pivot;
        }
        return x;
    }

    /** @return B⁻ᵀ·v */
    double[] solveTransposed(double[] v) {
        double[] x = v.clone();
        for (Exchange exchange : exchanges.reversed()) {
            double sum = x[exchange.row];
            for (int i = 0; i < m; i++) {
                sum -= i == exchange.row ? 0 : exchange.column[i] * x[i];
            }
            x[exchange.row] = sum / exchange.column[exchange.row];
        }
        // Column by column, so that rows of L and U are walked along.
        for (int i = 0; i < m; i++) {
            x[i] /= lu[i * m + i];
            for (int j = i + 1; j < m; j++) {
                x[j] -= lu[i * m + j] * x[i];
            }
        }
        for (int i = m - 1; i >= 0; i--) {
            for (int j = 0; j < i; j++) {
                x[j] -= lu[i * m + j] * x[i];
            }
        }
        double[] result = new double[m];
        for (int i = 0; i < m; i++) {
            result[permutation[i]] = x[i];
        }
        return result;
    }

    /** @param column B⁻¹ times the column that replaces the one at this place */
    void exchange(int row, double[] column) {
        exchanges.add(new Exchange(row, column));
    }
}
