package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;

/**
 * The scalar product a·b = Σaᵢ·bᵢ and the angle between a and b.
 *
 * <p>The sum is right to the last digit unless nearly all of it cancels ({@link InnerProduct}). The angle is 2·atan2(‖u − w‖, ‖u + w‖)
 * for the unit vectors u and w along a and b, which keeps its digits near 0 and π, where the arc cosine has lost them. Source: Kahan,
 * <i>How futile are mindless assessments of roundoff in floating-point computation?</i>, §12.
 */
public final class DotProduct {
    private static final Map<String, String> CONVENTIONS = Map.of("angle", "in radians, between 0 and pi");

    private DotProduct() {}

    /**
     * @throws org.mlmath.numerics.DimensionMismatchException if the lengths differ or are 0
     * @throws org.mlmath.numerics.DomainException if the value is beyond the largest double
     */
    public static DotResult of(double[] a, double[] b, boolean explain) {
        VectorShapes.requireSameLength(a, b);
        List<Warning> warnings = new ArrayList<>();
        InnerProduct.Sum sum = InnerProduct.of(a, b);
        VectorShapes.requireFinite(sum.value(), "The scalar product a·b", "/a");
        Double cosine = null;
        Double angle = null;
        if (InnerProduct.isZero(a) || InnerProduct.isZero(b)) {
            warnings.add(new Warning(
                    "zero-vector",
                    "A vector of zeros has no direction: there is no angle.",
                    InnerProduct.isZero(a) ? "/a" : "/b"));
        } else {
            cosine = cosine(a, b);
            angle = angle(a, b);
        }
        DotResult result = new DotResult(
                sum.value(), cosine, angle, new VectorDiagnostics(sum.errorBound()), CONVENTIONS, warnings, null);
        return explain ? VectorWorking.dot(result, a, b) : result;
    }

    private static double cosine(double[] a, double[] b) {
        double[] x = InnerProduct.scaled(a, -InnerProduct.exponent(a));
        double[] y = InnerProduct.scaled(b, -InnerProduct.exponent(b));
        double quotient = InnerProduct.of(x, y).value() / (InnerProduct.norm(x) * InnerProduct.norm(y));
        return Math.max(-1, Math.min(1, quotient));
    }

    private static double angle(double[] a, double[] b) {
        double[] u = InnerProduct.direction(a);
        double[] w = InnerProduct.direction(b);
        double[] difference = new double[u.length];
        double[] sum = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            difference[i] = u[i] - w[i];
            sum[i] = u[i] + w[i];
        }
        return 2 * Math.atan2(InnerProduct.norm(difference), InnerProduct.norm(sum));
    }
}
