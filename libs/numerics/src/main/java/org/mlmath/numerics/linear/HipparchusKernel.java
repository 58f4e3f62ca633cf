package org.mlmath.numerics.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.HessenbergTransformer;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SchurTransformer;
import org.hipparchus.linear.SingularValueDecomposition;
import org.mlmath.numerics.DidNotConvergeException;

/**
 * Hipparchus, for machines without a native library.
 *
 * <p>Its thresholds are absolute: 1e-12·I is "singular" to its LU and "indefinite" to its Cholesky, and at 1e-200 its QR, SVD and
 * eigenvalues are wrong without a word. So every matrix is first brought to the scale of 1 by a power of two, every threshold is
 * passed as 0, and every factorisation is multiplied out again and refused if it does not give the matrix back.
 */
final class HipparchusKernel implements Kernel {
    private static final KernelCost COST = KernelCost.hipparchus();

    /** A subdiagonal entry this small beside its neighbours ends the QR iteration; relative, unlike the other thresholds. */
    private static final double NEGLIGIBLE = Math.ulp(1.0);

    /** How far, in units of max(m, n)·ε·‖A‖, a factorisation may be from its matrix before we call it wrong rather than rounded. */
    private static final double ACCEPTED = 1000;

    @Override
    public String name() {
        String version = LUDecomposition.class.getPackage().getImplementationVersion();
        return version == null ? "hipparchus" : "hipparchus " + version;
    }

    @Override
    public KernelCost cost() {
        return COST;
    }

    @Override
    public Matrix multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB) {
        return product(transposeA ? a.transpose() : a, transposeB ? b.transpose() : b);
    }

    private static Matrix product(Matrix a, Matrix b) {
        int m = a.rows();
        int k = a.columns();
        int n = b.columns();
        double[] x = a.values();
        double[] y = b.values();
        double[] product = new double[m * n];
        // Row by row of b: the inner loop runs along both arrays and is vectorised, which Hipparchus' is not.
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                double factor = x[i * k + l];
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * y[l * n + j];
                }
            }
        }
        return new Matrix(m, n, product);
    }

    @Override
    public Matrix gram(Matrix a) {
        int n = a.columns();
        double[] gram = new double[n * n];
        addGram(a, gram);
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                gram[i * n + j] = gram[j * n + i];
            }
        }
        return new Matrix(n, n, gram);
    }

    @Override
    public void addGram(Matrix a, double[] upper) {
        int n = a.columns();
        double[] x = a.values();
        for (int l = 0; l < a.rows(); l++) {
            for (int i = 0; i < n; i++) {
                double factor = x[l * n + i];
                for (int j = i; j < n; j++) {
                    upper[i * n + j] += factor * x[l * n + j];
                }
            }
        }
    }

    @Override
    public SvdFactors svd(Matrix a, Vectors vectors) {
        BinaryScale scaled = BinaryScale.always(a);
        SingularValueDecomposition svd = converging(() -> new SingularValueDecomposition(bridge(scaled.matrix())));
        double[] sigma = svd.getSingularValues();
        Matrix u = bridge(svd.getU());
        Matrix vt = bridge(svd.getV()).transpose();
        requireFactors(scaled.matrix(), multiply(timesDiagonal(u, sigma), vt), "The singular value decomposition");
        requireOrthonormal(u, "The singular value decomposition");
        requireOrthonormal(vt.transpose(), "The singular value decomposition");
        double[] restored = scaled.restore(sigma);
        return switch (vectors) {
            case NONE -> new SvdFactors(null, restored, null);
            case THIN -> new SvdFactors(u, restored, vt);
            case FULL ->
                new SvdFactors(completed(u), restored, completed(vt.transpose()).transpose());
        };
    }

    /** @return orthonormal columns followed by an orthonormal basis of their complement */
    private static Matrix completed(Matrix columns) {
        int m = columns.rows();
        int k = columns.columns();
        if (k == m) {
            return columns;
        }
        double[] full = HouseholderQr.of(columns, true, false).q().values();
        for (int i = 0; i < m; i++) {
            System.arraycopy(columns.values(), i * k, full, i * m, k);
        }
        return new Matrix(m, m, full);
    }

    @Override
    public SymmetricEigenFactors symmetricEigen(Matrix a, boolean vectors) {
        BinaryScale scaled = BinaryScale.always(fromUpperTriangle(a));
        int n = a.rows();
        if (a.maxAbs() == 0) {
            return new SymmetricEigenFactors(new double[n], vectors ? Matrix.identity(n) : null);
        }
        EigenDecompositionSymmetric eigen =
                converging(() -> new EigenDecompositionSymmetric(bridge(scaled.matrix()), 0, false));
        double[] values = eigen.getEigenvalues();
        Matrix z = bridge(eigen.getV());
        requireFactors(
                scaled.matrix(),
                multiply(timesDiagonal(z, values), z.transpose()),
                "The symmetric eigenvalue iteration");
        requireOrthonormal(z, "The symmetric eigenvalue iteration");
        return new SymmetricEigenFactors(scaled.restore(values), vectors ? z : null);
    }

    @Override
    public EigenFactors eigen(Matrix a, boolean vectors) {
        int n = a.rows();
        if (a.maxAbs() == 0) { // refused by the library
            return new EigenFactors(
                    new ComplexVector(new double[n], null),
                    vectors ? new ComplexMatrix(n, n, Matrix.identity(n).values(), null) : null);
        }
        if (n == 1) {
            return new EigenFactors(
                    new ComplexVector(a.values().clone(), null),
                    vectors ? new ComplexMatrix(1, 1, new double[] {1}, null) : null);
        }
        BinaryScale scaled = BinaryScale.always(a);
        EigenFactors eigen = SchurEigenvectors.of(schur(scaled.matrix()));
        double[] re = eigen.values().re();
        double[] im = eigen.values().im();
        double[] x = eigen.vectors().re();
        double[] y = eigen.vectors().im();
        boolean complex = im != null;
        requireEigenvectors(scaled.matrix(), re, complex ? im : new double[n], x, complex ? y : new double[n * n]);
        return new EigenFactors(
                new ComplexVector(scaled.restore(re), complex ? scaled.restore(im) : null),
                vectors ? eigen.vectors() : null);
    }

    /** A·v = λ·v must hold for every column. */
    private void requireEigenvectors(Matrix a, double[] re, double[] im, double[] x, double[] y) {
        int n = a.rows();
        Matrix ax = multiply(a, new Matrix(n, n, x));
        Matrix ay = multiply(a, new Matrix(n, n, y));
        double bound = ACCEPTED * n * Math.ulp(1.0) * a.frobeniusNorm();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double real = ax.get(i, j) - (re[j] * x[i * n + j] - im[j] * y[i * n + j]);
                double imaginary = ay.get(i, j) - (re[j] * y[i * n + j] + im[j] * x[i * n + j]);
                if (!(Math.hypot(real, imaginary) <= bound)) {
                    throw new DidNotConvergeException("The eigenvalue iteration did not converge.");
                }
            }
        }
    }

    @Override
    public QrFactors qr(Matrix a, boolean full, boolean pivoting) {
        BinaryScale scaled = BinaryScale.always(a);
        QrFactors factors = HouseholderQr.of(scaled.matrix(), full, pivoting);
        int[] permutation = factors.permutation();
        Matrix permuted = pivoting ? columns(scaled.matrix(), permutation) : scaled.matrix();
        requireFactors(permuted, multiply(factors.q(), factors.r()), "The QR factorisation");
        requireOrthonormal(factors.q(), "The QR factorisation");
        return new QrFactors(factors.q(), scaled.restore(factors.r()), permutation);
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    private static double[] leading(Matrix a, int rows, int columns) {
        double[] block = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(a.values(), i * a.columns(), block, i * columns, columns);
        }
        return block;
    }

    private static Matrix columns(Matrix a, int[] order) {
        double[] result = new double[a.rows() * a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < order.length; j++) {
                result[i * order.length + j] = a.get(i, order[j]);
            }
        }
        return new Matrix(a.rows(), a.columns(), result);
    }

    @Override
    public LuFactors lu(Matrix a) {
        BinaryScale scaled = BinaryScale.always(a);
        // The smallest threshold there is: a pivot below it is 0.
        LUDecomposition lu = new LUDecomposition(bridge(scaled.matrix()), Double.MIN_VALUE);
        boolean singular = !lu.getSolver().isNonSingular();
        double rcond = 0;
        if (!singular) {
            double inverseNorm = bridge(lu.getSolver().getInverse()).oneNorm();
            rcond = 1 / inverseNorm / scaled.matrix().oneNorm();
        }
        return new Lu(scaled, lu, singular, Double.isFinite(rcond) ? Math.min(1, rcond) : 0);
    }

    @Override
    public InverseFactors inverse(Matrix a) {
        BinaryScale scaled = BinaryScale.always(a);
        LUDecomposition lu = new LUDecomposition(bridge(scaled.matrix()), Double.MIN_VALUE);
        if (!lu.getSolver().isNonSingular()) {
            return new InverseFactors(null, 0);
        }
        InverseFactors found =
                InverseFactors.of(scaled.matrix(), bridge(lu.getSolver().getInverse()));
        return new InverseFactors(scaled.restoreInverse(found.inverse()), found.rcond());
    }

    private record Lu(BinaryScale scaled, LUDecomposition lu, boolean singular, double rcond) implements LuFactors {
        @Override
        public Matrix solve(Matrix b) {
            return scaled.restoreInverse(bridge(lu.getSolver().solve(bridge(b))));
        }
    }

    @Override
    public CholeskyFactors cholesky(Matrix a) {
        Matrix mirrored = fromUpperTriangle(a.transpose());
        BinaryScale scaled = BinaryScale.always(mirrored);
        CholeskyDecomposition cholesky;
        try {
            cholesky = new CholeskyDecomposition(bridge(scaled.matrix()), 0, 0);
        } catch (MathIllegalArgumentException e) { // symmetry was seen to, so a pivot is not positive
            throw Definiteness.lacking(a, firstFailingMinor(scaled.matrix()));
        }
        Matrix inverse = bridge(cholesky.getSolver().getInverse());
        double rcond = 1 / inverse.oneNorm() / scaled.matrix().oneNorm();
        return new Cholesky(scaled, cholesky, Double.isFinite(rcond) ? Math.min(1, rcond) : 0);
    }

    /** The library does not say which pivot failed: the smallest leading block that has no factorisation does. */
    private static int firstFailingMinor(Matrix a) {
        int factored = 0;
        int failing = a.rows();
        while (factored + 1 < failing) {
            int order = (factored + failing) / 2;
            try {
                new CholeskyDecomposition(bridge(new Matrix(order, order, leading(a, order, order))), 0, 0);
                factored = order;
            } catch (MathIllegalArgumentException e) {
                failing = order;
            }
        }
        return failing;
    }

    private record Cholesky(BinaryScale scaled, CholeskyDecomposition cholesky, double rcond)
            implements CholeskyFactors {
        @Override
        public Matrix l() {
            // √2^e is √2 times a power of two when e is odd.
            int e = scaled.exponent();
            double odd = Math.floorMod(e, 2) == 1 ? Math.sqrt(2) : 1;
            double[] l = bridge(cholesky.getL()).values();
            for (int i = 0; i < l.length; i++) {
                l[i] = Math.scalb(l[i] * odd, Math.floorDiv(e, 2));
            }
            return new Matrix(scaled.matrix().rows(), scaled.matrix().rows(), l);
        }

        @Override
        public Matrix solve(Matrix b) {
            return scaled.restoreInverse(bridge(cholesky.getSolver().solve(bridge(b))));
        }
    }

    @Override
    public LuTriangles luTriangles(Matrix a) {
        // By hand: the library's takes square matrices only.
        BinaryScale scaled = BinaryScale.always(a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        int[] permutation = IntStream.range(0, m).toArray();
        double[][] rows = new double[m][];
        double[][] multipliers = new double[m][k];
        for (int i = 0; i < m; i++) {
            rows[i] = scaled.matrix().row(i);
        }
        for (int j = 0; j < k; j++) {
            int pivot = j;
            for (int i = j + 1; i < m; i++) {
                if (Math.abs(rows[i][j]) > Math.abs(rows[pivot][j])) {
                    pivot = i;
                }
            }
            swap(permutation, j, pivot);
            swap(rows, j, pivot);
            swap(multipliers, j, pivot);
            multipliers[j][j] = 1;
            for (int i = j + 1; i < m && rows[j][j] != 0; i++) {
                double multiplier = rows[i][j] / rows[j][j];
                multipliers[i][j] = multiplier;
                rows[i][j] = 0;
                for (int c = j + 1; c < n; c++) {
                    rows[i][c] -= multiplier * rows[j][c];
                }
            }
        }
        Matrix u = Matrix.of(Arrays.copyOf(rows, k));
        return new LuTriangles(
                permutation, Matrix.of(multipliers), scaled.restore(u), a.isSquare() ? lu(a).rcond() : Double.NaN);
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] kept = rows[i];
        rows[i] = rows[j];
        rows[j] = kept;
    }

    @Override
    public LdlFactors ldl(Matrix a) {
        BinaryScale scaled = BinaryScale.always(a);
        LdlFactors factors = BunchKaufman.factor(scaled.matrix());
        return new LdlFactors(factors.permutation(), factors.l(), scaled.restore(factors.d()));
    }

    @Override
    public SchurFactors schur(Matrix a, EigenvalueSelection first) {
        int n = a.rows();
        if (n == 1 || a.maxAbs() == 0) { // the library refuses zero matrices
            return new SchurFactors(
                    Matrix.identity(n), new Matrix(n, n, a.values().clone()));
        }
        BinaryScale scaled = BinaryScale.always(a);
        SchurTransformer schur = converging(() -> new SchurTransformer(bridge(scaled.matrix()), NEGLIGIBLE));
        Matrix t = bridge(schur.getT());
        Matrix z = bridge(schur.getP());
        StandardBlocks.standardise(t, z);
        SchurReordering.reorder(t, z, scaled.exponent(), first);
        requireFactors(scaled.matrix(), multiply(multiply(z, t), z.transpose()), "The Schur decomposition");
        requireOrthonormal(z, "The Schur decomposition");
        return new SchurFactors(z, scaled.restore(t));
    }

    @Override
    public HessenbergFactors hessenberg(Matrix a) {
        BinaryScale scaled = BinaryScale.always(a);
        HessenbergTransformer hessenberg = new HessenbergTransformer(bridge(scaled.matrix()));
        Matrix h = bridge(hessenberg.getH());
        Matrix q = bridge(hessenberg.getP());
        requireFactors(scaled.matrix(), multiply(multiply(q, h), q.transpose()), "The Hessenberg reduction");
        requireOrthonormal(q, "The Hessenberg reduction");
        return new HessenbergFactors(q, scaled.restore(h));
    }

    @Override
    public LeastSquaresSolution leastSquares(Matrix a, Matrix b, double rcond) {
        SvdFactors svd = svd(a, Vectors.THIN);
        double[] sigma = svd.singularValues();
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > rcond * sigma[0]) {
            rank++;
        }
        Matrix projected = multiply(svd.u().transpose(), b);
        double[] coefficients = projected.values();
        int columns = b.columns();
        for (int i = 0; i < sigma.length; i++) {
            for (int j = 0; j < columns; j++) {
                coefficients[i * columns + j] = i < rank ? coefficients[i * columns + j] / sigma[i] : 0;
            }
        }
        return new LeastSquaresSolution(multiply(svd.vt().transpose(), projected), rank, sigma);
    }

    private interface Factorisation<T> {
        T run();
    }

    private static <T> T converging(Factorisation<T> factorisation) {
        try {
            return factorisation.run();
        } catch (MathRuntimeException e) { // too many iterations, or a norm of zero on the way
            throw new DidNotConvergeException("The iteration did not converge: " + e.getMessage());
        }
    }

    private static void requireFactors(Matrix a, Matrix product, String what) {
        double[] difference = new double[a.values().length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = a.values()[i] - product.values()[i];
        }
        double residual = new Matrix(a.rows(), a.columns(), difference).frobeniusNorm();
        if (!(residual <= ACCEPTED * Math.max(a.rows(), a.columns()) * Math.ulp(1.0) * a.frobeniusNorm())) {
            throw new DidNotConvergeException(what + " did not give the matrix back.");
        }
    }

    private void requireOrthonormal(Matrix q, String what) {
        requireFactors(Matrix.identity(q.columns()), multiply(q.transpose(), q), what);
    }

    private static Matrix timesDiagonal(Matrix a, double[] diagonal) {
        double[] product = new double[a.values().length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a.values()[i] * diagonal[i % a.columns()];
        }
        return new Matrix(a.rows(), a.columns(), product);
    }

    private static Matrix fromUpperTriangle(Matrix a) {
        int n = a.rows();
        double[] symmetric = a.values().clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                symmetric[i * n + j] = symmetric[j * n + i];
            }
        }
        return new Matrix(n, n, symmetric);
    }

    private static RealMatrix bridge(Matrix a) {
        double[][] rows = new double[a.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = a.row(i);
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    private static Matrix bridge(RealMatrix a) {
        return Matrix.of(a.getData());
    }
}
