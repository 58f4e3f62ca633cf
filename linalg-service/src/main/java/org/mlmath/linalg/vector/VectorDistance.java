package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * The distance of two vectors: a norm of their difference, or 1 − cos of their angle.
 *
 * <p>Differences are taken at half scale, so that none overflows while the distance does not. The cosine distance is ½·‖u − w‖² for
 * the unit vectors u and w, equal to 1 − u·w, which keeps digits where the vectors are nearly parallel.
 */
public final class VectorDistance {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private VectorDistance() {}

    /**
     * @param p null but for minkowski
     * @throws org.mlmath.numerics.DimensionMismatchException if the lengths differ or are 0
     * @throws InvalidParameterException if p is negative, or given for another metric
     * @throws DomainException if the value is beyond the largest double, or the cosine of a vector of zeros is asked for
     */
    public static VectorDistanceResult of(double[] a, double[] b, DistanceMetric metric, NormOrder p, boolean explain) {
        VectorShapes.requireSameLength(a, b);
        double order = order(metric, p);
        List<Warning> warnings = new ArrayList<>();
        if (order < 1) {
            warnings.add(
                    new Warning("not-a-norm", "For an order below 1 the triangle inequality does not hold.", "/p"));
        }
        double value;
        double errorBound;
        if (metric == DistanceMetric.COSINE) {
            value = cosine(a, b);
            // Both directions are off by some u, their difference by twice that, and its square by 2·√(2·value) times
            // as much.
            errorBound = 8 * UNIT_ROUNDOFF * (Math.sqrt(value) + UNIT_ROUNDOFF);
        } else {
            value = ofDifference(a, b, order);
            errorBound = value * (UNIT_ROUNDOFF * (order == 0 ? 0 : 1) + VectorNorm.relativeError(a.length, order));
        }
        VectorDistanceResult result = new VectorDistanceResult(
                value, new VectorDiagnostics(errorBound), Map.of("metric", metric.formula()), warnings, null);
        return explain ? VectorWorking.distance(result, a, b, metric, order) : result;
    }

    private static double order(DistanceMetric metric, NormOrder p) {
        if (metric != DistanceMetric.MINKOWSKI && p != null) {
            throw new InvalidParameterException(
                            "Only the metric minkowski has a p. Leave it out, or ask for \"metric\": \"minkowski\".")
                    .at("/p");
        }
        return switch (metric) {
            case EUCLIDEAN -> 2;
            case MANHATTAN, COSINE -> 1;
            case CHEBYSHEV -> Double.POSITIVE_INFINITY;
            case MINKOWSKI -> p == null ? 2 : VectorNorm.requireOrder(p.value(), "/p");
        };
    }

    private static double ofDifference(double[] a, double[] b, double order) {
        int scale = 1 + Math.max(InnerProduct.exponent(a), InnerProduct.exponent(b));
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = scale > 1000 ? a[i] / 2 - b[i] / 2 : a[i] - b[i];
        }
        int restored = scale > 1000 ? 1 : 0;
        int near = InnerProduct.exponent(difference);
        double value = VectorNorm.atScale(InnerProduct.scaled(difference, -near), order);
        return VectorShapes.requireFinite(
                order == 0 ? value : Math.scalb(value, near + restored), "The distance of a and b", "/a");
    }

    private static double cosine(double[] a, double[] b) {
        if (InnerProduct.isZero(a) || InnerProduct.isZero(b)) {
            throw new DomainException(
                            "A vector of zeros has no direction: the cosine of its angle with another is undefined.")
                    .at(InnerProduct.isZero(a) ? "/a" : "/b");
        }
        double[] u = InnerProduct.direction(a);
        double[] w = InnerProduct.direction(b);
        for (int i = 0; i < u.length; i++) {
            u[i] -= w[i];
        }
        double value = InnerProduct.of(u, u).value() / 2;
        return Math.min(2, value);
    }
}
