package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.EigenvalueStructure;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.EigenFactors;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SymmetricEigenFactors;
import org.mlmath.numerics.linear.Symmetry;

/**
 * Eigenvalues λ and eigenvectors v of a real square matrix: A·v = λ·v.
 *
 * <p>A symmetric matrix: A = V·Λ·Vᵀ, real, ascending, orthonormal; right to a small multiple of ε·‖A‖ (LAPACK's syevd). Others: QR
 * iteration on the balanced Hessenberg form (geev), right for a matrix within a small multiple of ε·‖A‖ of A, and so to that times
 * the condition of the eigenvalue.
 *
 * <p>Where eigenvalues coincide, rounding would draw them apart by ε^(1/multiplicity), into pairs of complex ones even. Up to
 * order {@value #EXACT_UP_TO} it is decided exactly which coincide; those computed are replaced by their mean, which is well
 * conditioned. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §7.5 and §8.3; Kato on the mean of a cluster.
 */
public final class Eigen {
    static final int EXACT_UP_TO = 64;

    /** Beyond this the eigenvectors of a large matrix count as dependent: rounding leaves those of a defective one at 1/√ε. */
    private static final double DEPENDENT = 1e7;

    private static final String EIGENVALUES = "Eigenvalues";

    private static final Map<String, String> CONVENTIONS = Map.of(
            "order", "ascending for a symmetric matrix, else by real, then by imaginary part",
            "sign", "columns have 2-norm 1; the first of a column's largest entries is real and positive");

    private Eigen() {}

    /**
     * @param a n×n
     * @param deadline checked between the stages
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws org.mlmath.numerics.DidNotConvergeException if the iteration fails, which nobody has seen on finite input
     * @throws org.mlmath.numerics.DomainException if an eigenvalue is larger than any double
     */
    public static EigenResult decompose(Matrix a, boolean vectors, boolean explain, Deadline deadline) {
        Shapes.requireSquare(a);
        try {
            EigenResult result =
                    Symmetry.holds(a) ? symmetric(Symmetry.require(a), vectors) : general(a, vectors, deadline);
            return explain ? EigenWorking.explain(result, a) : result;
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    private static EigenResult symmetric(Matrix a, boolean wanted) {
        int n = a.rows();
        SymmetricEigenFactors factors = Kernels.current().symmetricEigen(a, wanted);
        Shapes.requireFinite(EIGENVALUES, factors.values());
        DecompositionDiagnostics diagnostics = DecompositionDiagnostics.of(null, null);
        if (wanted) {
            Matrix z = factors.vectors();
            Signs.fixColumns(z);
            diagnostics = DecompositionDiagnostics.of(
                    Certificate.ofCongruence(a, z, factors.values()), Certificate.ofOrthonormalColumns(z));
        }
        return new EigenResult(
                new ComplexVector(withoutNegativeZeros(factors.values()), null),
                wanted ? new ComplexMatrix(n, n, factors.vectors().values(), null) : null,
                false,
                true,
                true,
                diagnostics,
                CONVENTIONS,
                new ArrayList<>(),
                null);
    }

    private static EigenResult general(Matrix a, boolean wanted, Deadline deadline) {
        int n = a.rows();
        boolean exact = n <= EXACT_UP_TO;
        EigenFactors factors = Kernels.current().eigen(a, wanted || !exact);
        Shapes.requireFinite(EIGENVALUES, factors.values().re());
        if (factors.values().isComplex()) {
            Shapes.requireFinite(EIGENVALUES, factors.values().im());
        }
        Boolean diagonalizable = null;
        if (exact) {
            EigenvalueStructure structure = EigenvalueStructure.of(RationalMatrix.of(a), deadline);
            diagonalizable = structure.diagonalizable();
            if (!structure.distinct()) {
                factors = new CoincidentEigenvalues(a, structure, factors).merged();
            }
        }
        deadline.check();
        factors = EigenvalueOrder.sorted(a, factors);
        DecompositionDiagnostics diagnostics = DecompositionDiagnostics.of(null, null);
        if (factors.vectors() != null) {
            Signs.fixColumns(factors.vectors());
            double condition = Boolean.FALSE.equals(diagonalizable) ? Double.POSITIVE_INFINITY : condition(factors);
            if (diagonalizable == null) {
                diagonalizable = condition < DEPENDENT;
            }
            diagnostics = DecompositionDiagnostics.of(
                    Certificate.ofEigenvectors(a, factors.values(), factors.vectors()), null, condition, null);
        }
        List<Warning> warnings = new ArrayList<>();
        if (!diagonalizable) {
            warnings.add(new Warning(
                    "defective",
                    "The matrix has fewer independent eigenvectors than eigenvalues; columns of vectors are repeated, or nearly so,"
                            + " for those that do not exist. It cannot be diagonalized; see schur.",
                    "/vectors"));
        }
        return new EigenResult(
                factors.values(),
                wanted ? factors.vectors() : null,
                factors.values().isComplex(),
                false,
                diagonalizable,
                diagnostics,
                CONVENTIONS,
                warnings,
                null);
    }

    /** @return an estimate of κ₁(V); complex V as the real matrix (X −Y; Y X), which has the same inverse in that form */
    private static double condition(EigenFactors factors) {
        ComplexMatrix v = factors.vectors();
        int n = v.rows();
        if (v.isComplex() && n > EXACT_UP_TO) {
            return conditionOfPairs(factors);
        }
        Matrix real = new Matrix(n, n, v.re());
        if (v.isComplex()) {
            double[] embedded = new double[4 * n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double x = v.re()[i * n + j];
                    double y = v.im()[i * n + j];
                    embedded[i * 2 * n + j] = x;
                    embedded[i * 2 * n + n + j] = -y;
                    embedded[(n + i) * 2 * n + j] = y;
                    embedded[(n + i) * 2 * n + n + j] = x;
                }
            }
            real = new Matrix(2 * n, 2 * n, embedded);
        }
        return 1 / Kernels.current().lu(real).rcond();
    }

    /**
     * The same of many vectors at an eighth of the cost. V = W·D with the real matrix W that has for a pair x ± iy the columns x and y.
     * D⁻¹ makes of the two numbers that belong to a pair two of half their modulus as a complex number, so that ‖V⁻¹‖₁ is that of W⁻¹
     * or up to √2 smaller.
     */
    private static double conditionOfPairs(EigenFactors factors) {
        ComplexMatrix v = factors.vectors();
        int n = v.rows();
        double[] im = factors.values().im();
        double[] pairs = new double[n * n];
        double[] sums = new double[n];
        int column = 0;
        for (int j = 0; j < n; j++) {
            if (im[j] < 0) {
                continue; // the other half of a pair
            }
            for (int i = 0; i < n; i++) {
                double x = v.re()[i * n + j];
                double y = v.im()[i * n + j];
                sums[j] += Math.sqrt(x * x + y * y);
                pairs[i * n + column] = x;
                if (im[j] > 0) {
                    pairs[i * n + column + 1] = y;
                }
            }
            column += im[j] > 0 ? 2 : 1;
        }
        Matrix w = new Matrix(n, n, pairs);
        return Matrix.column(sums).maxAbs()
                / w.oneNorm()
                / Kernels.current().lu(w).rcond();
    }

    private static double[] withoutNegativeZeros(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.0;
        }
        return values;
    }
}
