package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.Map;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.Signs;

/**
 * QR factorisation A = Q·R, or with column pivoting A[:, p] = Q·R.
 *
 * <p>Q has orthonormal columns, R is upper triangular with a diagonal that is not negative, which makes both unique where A has full
 * column rank. Householder reflections, 2·n²·(m − n/3) operations; backward stable column by column. With pivoting the diagonal of R
 * falls (Businger and Golub). Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §5.2 and §5.4.
 */
public final class Qr {
    private static final Map<String, String> CONVENTIONS = Map.of("sign", "the diagonal of r is not negative");

    private Qr() {}

    /**
     * @param a m×n, any shape
     * @throws org.mlmath.numerics.DomainException if a column is longer than any double
     */
    public static QrResult decompose(Matrix a, QrMode mode, boolean pivoting, boolean explain) {
        Shapes.requireEntries(a);
        QrFactors factors = factor(a, mode, pivoting);
        Signs.fixDiagonal(factors.q(), factors.r());
        DecompositionDiagnostics diagnostics = DecompositionDiagnostics.of(
                Certificate.ofReflections(a, factors.permutation(), factors.q(), factors.r()),
                Certificate.ofOrthonormalColumns(factors.q()));
        QrResult result = new QrResult(
                factors.q(), factors.r(), factors.permutation(), diagnostics, CONVENTIONS, new ArrayList<>(), null);
        return explain ? GramSchmidt.explain(result, pivoting ? columns(a, factors.permutation()) : a) : result;
    }

    private static QrFactors factor(Matrix a, QrMode mode, boolean pivoting) {
        try {
            QrFactors factors = Kernels.current().qr(a, mode == QrMode.FULL, pivoting);
            Shapes.requireFinite("Lengths of columns", factors.r().values());
            return factors;
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    private static Matrix columns(Matrix a, int[] order) {
        double[] permuted = new double[a.values().length];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < order.length; j++) {
                permuted[i * order.length + j] = a.get(i, order[j]);
            }
        }
        return new Matrix(a.rows(), a.columns(), permuted);
    }
}
