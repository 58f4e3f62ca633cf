package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.OrthonormalBasis;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * Polar decomposition A = U·P, or with the factors the other way round A = P·U.
 *
 * <p>From A = W·Σ·Vᵀ: U = W·Vᵀ has orthonormal columns, or rows where A is wide, and is the nearest such matrix to A; P = V·Σ·Vᵀ
 * (W·Σ·Wᵀ on the left) is the root of AᵀA (A·Aᵀ), so unique; U is unique where A has the rank min(m, n), elsewhere
 * the spaces that A leaves out are joined by the bases of {@link OrthonormalBasis}. Backward stable like the
 * singular value decomposition. Source: Higham, <i>Functions of Matrices</i>, ch. 8.
 */
public final class Polar {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "side", "right: A = unitary·positive; left: A = positive·unitary",
            "rectangular", "unitary has the shape of A, with orthonormal columns or rows, whichever are fewer");

    private Polar() {}

    /**
     * @param a m×n, any shape
     * @throws DidNotConvergeException if the iteration fails, which nobody has seen on finite input
     * @throws DomainException if an entry of P is larger than any double
     */
    public static PolarResult decompose(Matrix a, PolarSide side, boolean explain) {
        Shapes.requireEntries(a);
        SvdFactors svd;
        Matrix positive;
        try {
            svd = Kernels.current().svd(a, Kernel.Vectors.THIN);
            Matrix basis = side == PolarSide.RIGHT ? svd.vt().transpose() : svd.u();
            positive = positive(basis, svd.singularValues());
            Shapes.requireFinite("Entries of the positive factor", positive.values());
        } catch (DidNotConvergeException | DomainException e) {
            throw e.at("/matrix");
        }
        int rank = rank(a, svd.singularValues());
        Matrix unitary = rank < svd.singularValues().length
                ? completed(svd, rank)
                : Kernels.current().multiply(svd.u(), svd.vt());
        boolean right = side == PolarSide.RIGHT;
        PolarResult result = new PolarResult(
                unitary,
                positive,
                DecompositionDiagnostics.of(
                        right
                                ? Certificate.ofProduct(a, unitary, positive)
                                : Certificate.ofProduct(a, positive, unitary),
                        Certificate.ofOrthonormalColumns(a.rows() >= a.columns() ? unitary : unitary.transpose())),
                CONVENTIONS,
                warnings(rank < svd.singularValues().length),
                null);
        return explain ? PolarWorking.explain(result, a, right) : result;
    }

    private static int rank(Matrix a, double[] sigma) {
        double tolerance = Math.max(a.rows(), a.columns()) * Math.ulp(1.0) * sigma[0];
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > tolerance) {
            rank++;
        }
        return rank;
    }

    /** Where singular values are zero, their vectors are any: those taken depend on the spaces alone. */
    private static Matrix completed(SvdFactors svd, int rank) {
        int k = svd.singularValues().length;
        Matrix u = leading(svd.u(), rank);
        Matrix v = leading(svd.vt().transpose(), rank);
        return Kernels.current()
                .multiply(
                        beside(u, OrthonormalBasis.complement(u, k - rank)),
                        beside(v, OrthonormalBasis.complement(v, k - rank)).transpose());
    }

    private static Matrix leading(Matrix a, int columns) {
        double[] values = new double[a.rows() * columns];
        for (int i = 0; i < a.rows(); i++) {
            System.arraycopy(a.values(), i * a.columns(), values, i * columns, columns);
        }
        return new Matrix(a.rows(), columns, values);
    }

    private static Matrix beside(Matrix left, Matrix right) {
        int columns = left.columns() + right.columns();
        double[] values = new double[left.rows() * columns];
        for (int i = 0; i < left.rows(); i++) {
            System.arraycopy(left.values(), i * left.columns(), values, i * columns, left.columns());
            System.arraycopy(
                    right.values(), i * right.columns(), values, i * columns + left.columns(), right.columns());
        }
        return new Matrix(left.rows(), columns, values);
    }

    /** V·Σ·Vᵀ, made symmetric to the last bit. */
    private static Matrix positive(Matrix basis, double[] sigma) {
        int n = basis.rows();
        double[] scaled = new double[basis.values().length];
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] = basis.values()[at] * sigma[at % sigma.length];
        }
        double[] product = Kernels.current()
                .multiply(new Matrix(n, sigma.length, scaled), basis.transpose())
                .values();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = product[i * n + j] / 2 + product[j * n + i] / 2;
                product[i * n + j] = mean;
                product[j * n + i] = mean;
            }
        }
        return new Matrix(n, n, product);
    }

    private static List<Warning> warnings(boolean deficient) {
        List<Warning> warnings = new ArrayList<>();
        if (deficient) {
            warnings.add(new Warning(
                    "not-unique",
                    "The matrix does not have full rank: other orthogonal factors would do as well; the positive one is unique.",
                    "/unitary"));
        }
        return warnings;
    }
}
