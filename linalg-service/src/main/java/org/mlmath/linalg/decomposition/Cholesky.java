package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.Map;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactLu;
import org.mlmath.numerics.exact.LeadingMinors;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.CholeskyFactors;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

/**
 * Cholesky factorisation A = L·Lᵀ of a symmetric positive definite matrix.
 *
 * <p>L is lower triangular with a positive diagonal, which makes it unique. Backward stable without exchanges: ‖A − L·Lᵀ‖ ≤
 * c·n·ε·‖A‖. Cost n³/3 operations. Whether the matrix is positive definite is a question about the numbers as they were written:
 * where rounding might decide it, up to order {@value #EXACT_UP_TO}, the signs of the leading minors do, exactly. Source: Higham,
 * <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., ch. 10.
 */
public final class Cholesky {
    private static final int EXACT_UP_TO = 64;

    /** In units of n·ε: above, the factorisation itself is proof that the matrix is positive definite. */
    private static final double CERTAIN = 100;

    private static final Map<String, String> CONVENTIONS =
            Map.of("triangle", "l is lower triangular with a positive diagonal, A = L·Lᵀ");

    private Cholesky() {}

    /**
     * @param a n×n; entries across the diagonal may differ by rounding, their mean is taken
     * @param deadline checked in every loop over long integers
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws NotSymmetricException naming the first pair of entries that differ
     * @throws NotPositiveDefiniteException naming the first leading minor that is not positive
     */
    public static CholeskyResult decompose(Matrix a, boolean explain, Deadline deadline) {
        Shapes.requireSquare(
                a, "only symmetric matrices, which are square, have Cholesky factors. For others see lu and qr");
        Matrix symmetric;
        CholeskyFactors factors;
        try {
            symmetric = Symmetry.require(a);
            factors = factor(symmetric, deadline);
        } catch (NotSymmetricException | NotPositiveDefiniteException e) {
            throw e.at("/matrix");
        }
        Matrix l = factors == null ? exactly(symmetric, deadline) : factors.l();
        double rcond = factors == null ? Kernels.current().lu(symmetric).rcond() : factors.rcond();
        CholeskyResult result = new CholeskyResult(
                l,
                DecompositionDiagnostics.of(Certificate.ofSquare(a, l), null, 1 / rcond, null),
                CONVENTIONS,
                new ArrayList<>(),
                null);
        return explain ? CholeskyWorking.explain(result, symmetric) : result;
    }

    /** @return the factors, or null where the matrix is positive definite but rounding keeps it from being factored */
    private static CholeskyFactors factor(Matrix a, Deadline deadline) {
        CholeskyFactors factors = null;
        MathException failure = null;
        try {
            factors = Kernels.current().cholesky(a);
        } catch (NotPositiveDefiniteException e) {
            failure = e;
        }
        boolean certain = factors != null && factors.rcond() > CERTAIN * a.rows() * Math.ulp(1.0);
        if (!certain && a.rows() <= EXACT_UP_TO && ExactCost.of(a).bearable()) {
            int order = LeadingMinors.firstNotPositive(RationalMatrix.of(a), deadline);
            if (order > 0) {
                throw new NotPositiveDefiniteException(
                                "The matrix is %s and symmetric but not positive definite: its leading minor of order %d is not positive. Check for duplicated columns, or use ldl."
                                        .formatted(a.shape(), order))
                        .with("leadingMinor", order);
            }
        } else if (failure != null) {
            throw failure;
        }
        return factors;
    }

    /** A = L₁·D·L₁ᵀ in fractions, with L₁ unit lower; L = L₁·√D. */
    private static Matrix exactly(Matrix a, Deadline deadline) {
        int n = a.rows();
        ExactLu factors = ExactLu.inOrder(RationalMatrix.of(a), deadline);
        double[] l = factors.l().toMatrix().values();
        for (int j = 0; j < n; j++) {
            double root = Math.sqrt(factors.u().get(j, j).doubleValue());
            for (int i = j; i < n; i++) {
                l[i * n + j] *= root;
            }
        }
        return new Matrix(n, n, l);
    }
}
