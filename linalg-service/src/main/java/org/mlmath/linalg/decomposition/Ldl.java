package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LdlFactors;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

/**
 * A[p][:, p] = L·D·Lᵀ of a symmetric matrix, definite or not.
 *
 * <p>L is unit lower triangular, D symmetric with blocks of order 1 and 2 along the diagonal; a block of order 2 has one positive and one
 * negative eigenvalue, so D shows the inertia of A. Bounded Bunch–Kaufman (rook) pivoting keeps the entries of L below 2.8;
 * backward stable. Cost n³/3 operations. Sources: Bunch and Kaufman, Math. Comp. 31 (1977); Ashcraft, Grimes and Lewis, SIAM J.
 * Matrix Anal. Appl. 20 (1998).
 */
public final class Ldl {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "permutation", "A[permutation][:, permutation] = L·D·Lᵀ: l is triangular itself, indices from 0",
            "pivoting", "bounded Bunch–Kaufman (rook), blocks of order 1 and 2");

    private Ldl() {}

    /**
     * @param a n×n; entries across the diagonal may differ by rounding, their mean is taken
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws NotSymmetricException naming the first pair of entries that differ
     * @throws DomainException if an entry of D is larger than any double
     */
    public static LdlResult decompose(Matrix a, boolean explain) {
        Shapes.requireSquare(
                a, "only symmetric matrices, which are square, have such factors. For others see lu and qr");
        LdlFactors factors;
        try {
            factors = Kernels.current().ldl(Symmetry.require(a));
            Shapes.requireFinite("Pivots", diagonals(factors.d()));
        } catch (NotSymmetricException | DomainException e) {
            throw e.at("/matrix");
        }
        List<Warning> warnings = new ArrayList<>();
        int[] order = factors.permutation();
        Certificate reconstruction = Certificate.ofPermutedCongruence(a, order, factors.l(), factors.d());
        LdlResult result = new LdlResult(
                factors.l(),
                factors.d(),
                order,
                inertia(factors.d()),
                DecompositionDiagnostics.of(reconstruction, null),
                CONVENTIONS,
                warnings,
                null);
        return explain ? LdlWorking.explain(result, permuted(a, order)) : result;
    }

    /** @return the entries on the diagonal and below it: the others are these or zero */
    private static double[] diagonals(Matrix d) {
        int n = d.rows();
        double[] entries = new double[2 * n - 1];
        for (int i = 0; i < n; i++) {
            entries[i] = d.get(i, i);
            if (i > 0) {
                entries[n + i - 1] = d.get(i, i - 1);
            }
        }
        return entries;
    }

    /** @return the rows and the columns in this order */
    private static Matrix permuted(Matrix a, int[] order) {
        int n = order.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            int row = order[i] * n;
            for (int j = 0; j < n; j++) {
                values[i * n + j] = a.values()[row + order[j]];
            }
        }
        return new Matrix(n, n, values);
    }

    private static LdlResult.Inertia inertia(Matrix d) {
        int n = d.rows();
        int positive = 0;
        int negative = 0;
        for (int i = 0; i < n; i++) {
            double pivot = d.get(i, i);
            if (i + 1 < n && d.get(i + 1, i) != 0) { // its determinant is negative
                positive++;
                negative++;
                i++;
            } else if (pivot > 0) {
                positive++;
            } else if (pivot < 0) {
                negative++;
            }
        }
        return new LdlResult.Inertia(positive, negative, n - positive - negative);
    }
}
