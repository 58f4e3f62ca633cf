package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SchurFactors;
import org.mlmath.numerics.linear.Signs;

/**
 * Real Schur form A = Z·T·Zᵀ.
 *
 * <p>Z is orthogonal, T upper triangular but for standard blocks of order 2, one for each pair of complex eigenvalues. Every real square
 * matrix has one, also a defective one. Backward stable, by the implicitly shifted QR iteration, about 25n³ operations. Source: Golub
 * and Van Loan, <i>Matrix Computations</i>, 4th ed., §7.4 and §7.5.
 */
public final class Schur {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "form", "real; blocks of order 2 have equal diagonal entries",
            "order", "the eigenvalues stand along the diagonal of t in the order in which the iteration finds them",
            "sign", "the first of the largest entries of a column of z is positive");

    private Schur() {}

    /**
     * @param a n×n
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws DidNotConvergeException if the iteration fails, which nobody has seen on finite input
     * @throws DomainException if an entry of T is larger than any double
     */
    public static SchurResult decompose(Matrix a, boolean explain) {
        Shapes.requireSquare(a, "only square matrices have a Schur form. For others see svd and qr");
        SchurFactors factors;
        try {
            factors = Kernels.current().schur(a);
            Shapes.requireFinite("Entries of the Schur form", factors.t().values());
        } catch (DidNotConvergeException | DomainException e) {
            throw e.at("/matrix");
        }
        Matrix z = factors.z();
        Matrix t = factors.t();
        Signs.fixSimilarity(z, t);
        List<Warning> warnings = new ArrayList<>();
        ComplexVector values = values(t);
        SchurResult result = new SchurResult(
                z,
                t,
                values,
                values.isComplex(),
                DecompositionDiagnostics.of(Certificate.ofCongruence(a, z, t), Certificate.ofOrthonormalColumns(z)),
                CONVENTIONS,
                warnings,
                null);
        return explain ? SchurWorking.explain(result, a) : result;
    }

    private static ComplexVector values(Matrix t) {
        int n = t.rows();
        double[] re = new double[n];
        double[] im = new double[n];
        boolean complex = false;
        for (int i = 0; i < n; i++) {
            re[i] = t.get(i, i);
            if (i + 1 < n && t.get(i + 1, i) != 0) {
                im[i] = Math.sqrt(Math.abs(t.get(i, i + 1))) * Math.sqrt(Math.abs(t.get(i + 1, i)));
                im[i + 1] = -im[i];
                complex = true;
            }
        }
        return new ComplexVector(re, complex ? im : null);
    }
}
