package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.HessenbergFactors;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;

/**
 * Hessenberg form A = Q·H·Qᵀ.
 *
 * <p>Q is orthogonal with the first unit vector as its first column, H is zero below the first subdiagonal, whose entries are not
 * negative: where none of them is 0, that makes both unique (implicit Q theorem). A symmetric matrix becomes tridiagonal. Householder
 * reflections, 10n³/3 operations and 4n³/3 for Q; backward stable. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed.,
 * §7.4.
 */
public final class Hessenberg {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "sign", "no entry below the diagonal of h is negative, the first column of q is the first unit vector");

    private Hessenberg() {}

    /**
     * @param a n×n
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws DomainException if an entry of H is larger than any double
     */
    public static HessenbergResult decompose(Matrix a, boolean explain) {
        Shapes.requireSquare(a, "only square matrices have a Hessenberg form. For others see svd and qr");
        HessenbergFactors factors;
        try {
            factors = Kernels.current().hessenberg(a);
            Shapes.requireFinite("Entries of the Hessenberg form", factors.h().values());
        } catch (DidNotConvergeException | DomainException e) {
            throw e.at("/matrix");
        }
        Matrix q = factors.q();
        Matrix h = factors.h();
        Signs.fixSubdiagonal(q, h);
        List<Warning> warnings = new ArrayList<>();
        HessenbergResult result = new HessenbergResult(
                q,
                h,
                DecompositionDiagnostics.of(Certificate.ofCongruence(a, q, h), Certificate.ofOrthonormalColumns(q)),
                CONVENTIONS,
                warnings,
                null);
        return explain ? HessenbergWorking.explain(result, a) : result;
    }
}
