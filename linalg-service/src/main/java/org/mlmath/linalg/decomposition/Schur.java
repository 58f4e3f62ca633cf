package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexSchurFactors;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.EigenvalueSelection;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SchurFactors;
import org.mlmath.numerics.linear.Signs;

/**
 * Schur form A = Z·T·Zᴴ of a real matrix.
 *
 * <p>Real: Z is orthogonal, T upper triangular but for standard blocks of order 2, one for each pair of complex eigenvalues. Complex: Z
 * is unitary and T triangular, the real form with its blocks turned. Every square matrix has one, also a defective one. The first
 * columns of Z, as many as eigenvalues were selected, span the subspace that A maps into itself and that belongs to these.
 *
 * <p>Backward stable, by the implicitly shifted QR iteration, about 25n³ operations, and by orthogonal exchanges of neighbouring blocks,
 * up to 6n³ more. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §7.4 to §7.6.
 */
public final class Schur {
    private static final String SIGN = "the first of the largest entries of a column of z is positive";

    private static final Map<String, String> REAL = conventions("real; blocks of order 2 have equal diagonal entries");
    private static final Map<String, String> COMPLEX =
            conventions("complex; of a conjugate pair the eigenvalue with the positive imaginary part first");

    private Schur() {}

    private static Map<String, String> conventions(String form) {
        return Map.of(
                "form",
                form,
                "order",
                "the eigenvalues stand along the diagonal of t in the order in which the iteration finds them",
                "sign",
                SIGN);
    }

    private static Map<String, String> sorted(Map<String, String> conventions) {
        return Map.of(
                "form",
                conventions.get("form"),
                "order",
                "the selected eigenvalues come first; rhp: Re λ ≥ 0, lhp: Re λ < 0, iuc: |λ| ≤ 1, ouc: |λ| > 1",
                "sign",
                SIGN);
    }

    /**
     * @param a n×n
     * @param first the eigenvalues that come first, or null to leave them as they are found
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws DidNotConvergeException if the iteration fails, which nobody has seen on finite input
     * @throws DomainException if an entry of T is larger than any double
     */
    public static SchurResult decompose(Matrix a, SchurOutput output, EigenvalueRegion first, boolean explain) {
        Shapes.requireSquare(a, "only square matrices have a Schur form. For others see svd and qr");
        SchurFactors factors;
        try {
            factors = Kernels.current().schur(a, first == null ? EigenvalueSelection.NONE : first);
            Shapes.requireFinite("Entries of the Schur form", factors.t().values());
        } catch (DidNotConvergeException | DomainException e) {
            throw e.at("/matrix");
        }
        ComplexVector values = values(factors.t());
        List<Warning> warnings = new ArrayList<>();
        Integer selected = first == null ? null : selected(first, values);
        if (first != null) {
            judgeOrder(first, values, selected, a, warnings);
        }
        Map<String, String> conventions = output == SchurOutput.REAL ? REAL : COMPLEX;
        ComplexMatrix z;
        ComplexMatrix t;
        DecompositionDiagnostics diagnostics;
        if (output == SchurOutput.COMPLEX && values.isComplex()) {
            ComplexSchurFactors complex = ComplexSchurFactors.of(factors);
            z = complex.z();
            t = complex.t();
            Signs.fixSimilarity(z, t);
            diagnostics =
                    DecompositionDiagnostics.of(Certificate.ofCongruence(a, z, t), Certificate.ofOrthonormalColumns(z));
        } else {
            Signs.fixSimilarity(factors.z(), factors.t());
            z = real(factors.z());
            t = real(factors.t());
            diagnostics = DecompositionDiagnostics.of(
                    Certificate.ofCongruence(a, factors.z(), factors.t()),
                    Certificate.ofOrthonormalColumns(factors.z()));
        }
        SchurResult result = new SchurResult(
                z,
                t,
                values,
                values.isComplex(),
                selected,
                diagnostics,
                first == null ? conventions : sorted(conventions),
                warnings,
                null);
        return explain ? SchurWorking.explain(result, a) : result;
    }

    private static ComplexMatrix real(Matrix a) {
        return new ComplexMatrix(a.rows(), a.columns(), a.values(), null);
    }

    /** @return how many of the values, from the first on, lie in the region */
    private static int selected(EigenvalueRegion region, ComplexVector values) {
        int selected = 0;
        while (selected < values.re().length && region.selects(values.re()[selected], imaginary(values, selected))) {
            selected++;
        }
        return selected;
    }

    private static void judgeOrder(
            EigenvalueRegion region, ComplexVector values, int selected, Matrix a, List<Warning> warnings) {
        int n = values.re().length;
        int behind = 0;
        int uncertain = 0;
        // The norm of a matrix may be larger than any double where its eigenvalues are not.
        double noise = n * Math.ulp(1.0) * Math.min(a.frobeniusNorm(), Double.MAX_VALUE);
        for (int k = 0; k < n; k++) {
            double re = values.re()[k];
            double im = imaginary(values, k);
            behind += k > selected && region.selects(re, im) ? 1 : 0;
            uncertain += region.distance(re, im) <= noise ? 1 : 0;
        }
        if (behind > 0) {
            warnings.add(new Warning(
                    "order-uncertain",
                    "Exchanging eigenvalues moved some across the border of the region, or failed since they are too close to each"
                            + " other: " + behind + " in the region stand behind others, and selectedDimension counts"
                            + " those before them.",
                    "/sort"));
        } else if (uncertain > 0) {
            warnings.add(new Warning(
                    "border",
                    (uncertain == 1 ? "1 eigenvalue lies" : uncertain + " eigenvalues lie")
                            + " on the border of the region, as far as rounding lets tell: on which side decides the last bit.",
                    "/sort"));
        }
    }

    private static double imaginary(ComplexVector values, int k) {
        return values.isComplex() ? values.im()[k] : 0;
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
