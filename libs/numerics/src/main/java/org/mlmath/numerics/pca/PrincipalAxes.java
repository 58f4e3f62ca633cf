package org.mlmath.numerics.pca;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.RandomizedSvd;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * The right singular vectors of standardised data Z, n×p: what its principal components point along.
 *
 * @param directions k×p, orthonormal rows in the order of the singular values, signs fixed
 * @param singularValues of Z, descending: all min(n, p), or only the k that the randomised algorithm finds
 * @param squares ‖Z‖²_F, the sum of the squares of all singular values
 * @param floor singular values up to this are nothing but rounding
 * @param residual ‖ZᵀZ·Vᵀ − Vᵀ·Σ²‖_F / σ₁² over all directions V: rounding for the exact algorithms, the quality of the approximation for
 *     the randomised one
 * @param estimated whether the residual comes from products with a few vectors
 * @param zeroColumns how many columns of Z the algorithm has found to be exactly zero; it need not look
 */
public record PrincipalAxes(
        Matrix directions,
        double[] singularValues,
        double squares,
        double floor,
        double residual,
        boolean estimated,
        int zeroColumns) {
    /**
     * From the singular value decomposition of Z. All singular values are right to a small multiple of ε·σ₁. Cost about 6·n·p·min(n, p)
     * operations and more.
     */
    public static PrincipalAxes full(Matrix data, Standardization standard, Deadline deadline) {
        Matrix z = standard.apply(data);
        deadline.check();
        SvdFactors svd = Kernels.current().svd(z, Kernel.Vectors.THIN);
        double[] sigma = svd.singularValues();
        double floor = Math.max(z.rows(), z.columns()) * Math.ulp(1.0) * sigma[0];
        return of(svd.vt(), sigma, sumOfSquares(sigma), floor, 0, new Residual.OfData(z));
    }

    /**
     * From the eigenvectors of the smaller of ZᵀZ and ZZᵀ: one product and a small problem instead of many passes over the data, in a
     * fraction of the time where n and p are far apart. Squares lose half of the digits: singular values are right to a small
     * multiple of ε·σ₁²/σᵢ.
     */
    public static PrincipalAxes covariance(Matrix data, Standardization standard, Deadline deadline) {
        return data.rows() < data.columns()
                ? fromRows(standard.apply(data), deadline)
                : fromColumns(data, gram(data, standard, deadline));
    }

    /** The same of data that have as many rows as columns, or more, and are known by their scatter. */
    public static PrincipalAxes covariance(Matrix data, Scatter scatter, Standardization standard) {
        return fromColumns(data, scatter.gram(standard));
    }

    private static PrincipalAxes fromColumns(Matrix data, Matrix gram) {
        SymmetricEigenFactors eigen = Kernels.current().symmetricEigen(gram, true);
        double[] squares = descending(eigen.values());
        return of(
                rowsOfColumns(eigen.vectors()),
                roots(squares),
                trace(gram),
                floorOfSquares(data, squares),
                zeros(gram),
                new Residual.OfGram(gram));
    }

    private static PrincipalAxes fromRows(Matrix z, Deadline deadline) {
        Kernel kernel = Kernels.current();
        deadline.check();
        Matrix transposed = z.transpose();
        Matrix gram = kernel.gram(transposed);
        deadline.check();
        SymmetricEigenFactors eigen = kernel.symmetricEigen(gram, true);
        double[] squares = descending(eigen.values());
        // Zᵀuᵢ = σᵢvᵢ: columns already orthogonal but for rounding. Reflections make them so to the last digit, and
        // supply
        // directions where σᵢ is 0.
        Matrix left = rowsOfColumns(eigen.vectors()).transpose();
        deadline.check();
        QrFactors qr = kernel.qr(kernel.multiply(transposed, left), false, false);
        return of(
                qr.q().transpose(), roots(squares), trace(gram), floorOfSquares(z, squares), 0, new Residual.OfData(z));
    }

    /**
     * The first k, from products with random vectors; see {@link RandomizedSvd}.
     *
     * @param k from 1 to min(n, p)
     */
    public static PrincipalAxes randomized(Matrix data, Standardization standard, int k, long seed, Deadline deadline) {
        Matrix z = standard.apply(data);
        SvdFactors svd = RandomizedSvd.leading(z, k, seed, deadline);
        double[] sigma = svd.singularValues();
        double norm = z.frobeniusNorm();
        double floor = Math.max(z.rows(), z.columns()) * Math.ulp(1.0) * sigma[0];
        return of(svd.vt(), sigma, norm * norm, floor, 0, new Residual.OfData(z));
    }

    /** @return ZᵀZ, with no more than a block of Z in memory at a time */
    static Matrix gram(Matrix data, Standardization standard, Deadline deadline) {
        int p = data.columns();
        int rows = Math.max(p, Scatter.BLOCK / p + 1);
        double[] sum = new double[p * p];
        for (int from = 0; from < data.rows(); from += rows) {
            deadline.check();
            Kernels.current().addGram(standard.apply(data, from, Math.min(from + rows, data.rows())), sum);
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                sum[i * p + j] = sum[j * p + i];
            }
        }
        return new Matrix(p, p, sum);
    }

    private static PrincipalAxes of(
            Matrix directions, double[] sigma, double squares, double floor, int zeroColumns, Residual residual) {
        Matrix fixed = fixedRows(directions);
        return new PrincipalAxes(
                fixed, sigma, squares, floor, residual.of(fixed, sigma), residual.isEstimated(fixed), zeroColumns);
    }

    private static Matrix fixedRows(Matrix rows) {
        Matrix columns = rows.transpose();
        Signs.fixColumns(columns);
        return columns.transpose();
    }

    /** @return the same with only the first k directions; all singular values stay */
    public PrincipalAxes first(int k) {
        int p = directions.columns();
        return k == directions.rows()
                ? this
                : new PrincipalAxes(
                        new Matrix(k, p, Arrays.copyOf(directions.values(), k * p)),
                        singularValues,
                        squares,
                        floor,
                        residual,
                        estimated,
                        zeroColumns);
    }

    /** @return how many singular values are more than rounding */
    public int rank() {
        int rank = 0;
        while (rank < singularValues.length && singularValues[rank] > floor) {
            rank++;
        }
        return rank;
    }

    private static double floorOfSquares(Matrix data, double[] squares) {
        return Math.sqrt(Math.max(data.rows(), data.columns()) * Math.ulp(1.0) * Math.max(0, squares[0]));
    }

    private static double[] descending(double[] ascending) {
        double[] result = new double[ascending.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ascending[result.length - 1 - i];
        }
        return result;
    }

    /** @return the columns as rows, the last first */
    private static Matrix rowsOfColumns(Matrix columns) {
        int n = columns.columns();
        Matrix transposed = columns.transpose();
        double[] values = new double[transposed.values().length];
        for (int i = 0; i < n; i++) {
            System.arraycopy(
                    transposed.values(), (n - 1 - i) * columns.rows(), values, i * columns.rows(), columns.rows());
        }
        return new Matrix(n, columns.rows(), values);
    }

    private static double[] roots(double[] squares) {
        return Arrays.stream(squares).map(s -> Math.sqrt(Math.max(0, s))).toArray();
    }

    private static double trace(Matrix a) {
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) {
            sum += a.get(i, i);
        }
        return sum;
    }

    private static int zeros(Matrix gram) {
        int zeros = 0;
        for (int i = 0; i < gram.rows(); i++) {
            zeros += gram.get(i, i) == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static double sumOfSquares(double[] sigma) {
        double norm = Matrix.column(sigma).frobeniusNorm();
        return norm * norm;
    }
}
