package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;

/**
 * ‖x‖ₚ = (Σ|xᵢ|ᵖ)^(1/p), max|xᵢ| for p = ∞, the number of entries that are not zero for p = 0.
 *
 * <p>Computed at the scale of the largest entry, so that no power overflows or vanishes; right to some units of the last place. For
 * p &lt; 1 the triangle inequality fails: the value comes with a warning.
 */
public final class VectorNorm {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private static final Map<String, String> CONVENTIONS = Map.of("order", "(sum |x_i|^p)^(1/p), not divided by n");

    private VectorNorm() {}

    /**
     * @throws org.mlmath.numerics.DimensionMismatchException if there are no entries
     * @throws InvalidParameterException if the order is negative
     * @throws org.mlmath.numerics.DomainException if the value is beyond the largest double
     */
    public static VectorNormResult of(double[] x, NormOrder order, boolean explain) {
        VectorShapes.requireEntries(x, "/vector");
        double p = requireOrder(order.value(), "/order");
        List<Warning> warnings = new ArrayList<>();
        int scale = InnerProduct.exponent(x);
        double[] near = InnerProduct.scaled(x, -scale);
        double value = atScale(near, p);
        if (p < 1) {
            warnings.add(
                    new Warning("not-a-norm", "For an order below 1 the triangle inequality does not hold.", "/order"));
        }
        double restored = VectorShapes.requireFinite(
                p == 0 ? value : Math.scalb(value, scale), "The norm of the vector", "/vector");
        double[] unit = null;
        if (value == 0) {
            warnings.add(new Warning(
                    "zero-vector", "A vector of zeros has no direction: there is no unit vector along it.", "/vector"));
        } else if (p > 0) {
            unit = near;
            for (int i = 0; i < unit.length; i++) {
                unit[i] = unit[i] / value + 0.0;
            }
        }
        VectorNormResult result = new VectorNormResult(
                restored,
                unit,
                new VectorDiagnostics(restored * relativeError(x.length, p)),
                CONVENTIONS,
                warnings,
                null);
        return explain ? VectorWorking.norm(result, x, p) : result;
    }

    static double requireOrder(double p, String pointer) {
        if (p < 0) {
            throw new InvalidParameterException(
                            "The order is %s; a norm has an order of at least 1, \"inf\", and at the very least 0."
                                    .formatted(p))
                    .at(pointer);
        }
        return p;
    }

    /** @return the norm, in doubles of any size but best near 1 */
    static double atScale(double[] x, double p) {
        double max = 0;
        double sum = 0;
        double error = 0;
        for (double entry : x) {
            max = Math.max(max, Math.abs(entry));
        }
        if (max == 0 || p == Double.POSITIVE_INFINITY) {
            return max;
        }
        if (p == 2) {
            return InnerProduct.norm(x);
        }
        for (double entry : x) {
            double size = Math.abs(entry);
            double term = p == 0 ? (size == 0 ? 0 : 1) : p == 1 ? size : Math.pow(size / max, p);
            double next = sum + term;
            error += sum >= term ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        sum += error;
        return p <= 1 && p == Math.rint(p) ? sum : max * Math.pow(sum, 1 / p);
    }

    /** To first order: a power of a quotient costs p + 2 roundings, the sum's root divides them by p and adds log(n)/p of its own. */
    static double relativeError(int n, double p) {
        if (p == 0 || p == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (p == 1 || p == 2) {
            return 2 * UNIT_ROUNDOFF;
        }
        return UNIT_ROUNDOFF * (6 + (5 + Math.log(n)) / p);
    }
}
