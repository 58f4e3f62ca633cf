package org.mlmath.numerics.linear;

/**
 * B − A·X, summed in twice the working precision: what refinement needs, since the residual of a good solution is all rounding.
 * Source: Ogita, Rump and Oishi, <i>Accurate sum and dot product</i>, SIAM J. Sci. Comput. 26 (2005), Dot2.
 */
public final class Residual {
    /** Multiplications in twice the precision that take a fraction of a tenth of a second. */
    public static final long AFFORDABLE = 20_000_000;

    private Residual() {}

    /** @return m×k, each entry rounded once from a sum with relative error about n²·ε² times Σ|aᵢⱼ|·|xⱼ| */
    public static Matrix of(Matrix a, Matrix x, Matrix b) {
        return of(a, x, b, 0, b);
    }

    /** @return B − f·C − A·X, as {@link #of(Matrix, Matrix, Matrix)} */
    static Matrix of(Matrix a, Matrix x, Matrix b, double f, Matrix c) {
        int m = a.rows();
        int n = a.columns();
        int columns = b.columns();
        double[] entries = a.values();
        Matrix transposed = x.transpose(); // so that both arrays are walked along
        if (n >= DoubledProduct.WORTHWHILE_FROM) {
            return ofLongRows(a, transposed, b, f, c);
        }
        double[] residual = new double[m * columns];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < columns; k++) {
                double sum = b.get(i, k);
                double error = 0;
                for (int j = f == 0 ? 0 : -1; j < n; j++) {
                    double factor = j < 0 ? -f : -entries[i * n + j];
                    double other = j < 0 ? c.get(i, k) : transposed.values()[k * n + j];
                    double product = factor * other;
                    double productError = Math.fma(factor, other, -product);
                    double next = sum + product;
                    double part = next - sum;
                    error += (sum - (next - part)) + (product - part) + productError;
                    sum = next;
                }
                residual[i * columns + k] = sum + error;
            }
        }
        return new Matrix(m, columns, residual);
    }

    private static Matrix ofLongRows(Matrix a, Matrix transposed, Matrix b, double f, Matrix c) {
        int m = a.rows();
        int columns = b.columns();
        double[] residual = new double[m * columns];
        for (int k = 0; k < columns; k++) {
            DoubledProduct product = DoubledProduct.withNegated(transposed.row(k));
            for (int i = 0; i < m; i++) {
                residual[i * columns + k] = f == 0
                        ? product.plus(b.get(i, k), 0, 0, a.values(), i * a.columns())
                        : product.plus(b.get(i, k), -f, c.get(i, k), a.values(), i * a.columns());
            }
        }
        return new Matrix(m, columns, residual);
    }

    /**
     * The normwise backward error, the largest over the columns of ‖b − A·x‖∞ / (‖A‖∞·‖x‖∞ + ‖b‖∞): how little A and b would have to
     * change for x to be their solution (Rigal and Gaches, 1967).
     */
    public static double backwardError(Matrix a, Matrix x, Matrix b, Matrix residual) {
        double norm = a.infinityNorm();
        double[] errors = residual.columnsMaxAbs();
        double[] sizes = x.columnsMaxAbs();
        double[] given = b.columnsMaxAbs();
        double largest = 0;
        for (int k = 0; k < b.columns(); k++) {
            if (errors[k] != 0) {
                largest = Math.max(largest, errors[k] / (norm * sizes[k] + given[k]));
            }
        }
        return largest;
    }

    /**
     * The same in the Frobenius norm and of all columns together, ‖B − A·X‖_F / (‖A‖_F·‖X‖_F + ‖B‖_F), from products with fixed probe
     * vectors: O(n²) for any number of columns. See {@link Certificate}.
     */
    public static double estimatedBackwardError(Matrix a, Matrix x, Matrix b) {
        Probes z = Probes.ofLength(b.columns());
        double residual = z.times(b).minus(z.times(x).times(a)).meanNorm();
        return residual == 0 ? 0 : residual / (a.frobeniusNorm() * x.frobeniusNorm() + b.frobeniusNorm());
    }

    /** As {@link #estimatedBackwardError(Matrix, Matrix, Matrix)}, of X as the inverse of A. */
    public static double estimatedBackwardError(Matrix a, Matrix x) {
        Probes z = Probes.ofLength(a.rows());
        double residual = z.minus(z.times(x).times(a)).meanNorm();
        return residual == 0 ? 0 : residual / (a.frobeniusNorm() * x.frobeniusNorm() + Math.sqrt(a.rows()));
    }

    /** What {@link #of(Matrix, Matrix, Matrix, double, Matrix)} gives, in working precision where the other would take long. */
    static Matrix affordable(Matrix a, Matrix x, Matrix b, double f, Matrix c) {
        if ((long) a.values().length * b.columns() <= AFFORDABLE) {
            return of(a, x, b, f, c);
        }
        double[] residual = b.values().clone();
        double[] product = Kernels.current().multiply(a, x).values();
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= product[i] + f * c.values()[i];
        }
        return new Matrix(b.rows(), b.columns(), residual);
    }
}
