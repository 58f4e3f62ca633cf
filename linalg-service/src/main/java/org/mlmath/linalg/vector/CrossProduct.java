package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;

/**
 * The vector product a×b = (a₂b₃ − a₃b₂, a₃b₁ − a₁b₃, a₁b₂ − a₂b₁): orthogonal to both, as long as the parallelogram is large, and
 * right-handed. Each entry is a sum of two products in twice the precision.
 */
public final class CrossProduct {
    private static final Map<String, String> CONVENTIONS = Map.of("orientation", "right-handed");

    private CrossProduct() {}

    /**
     * @throws DimensionMismatchException if either has not 3 entries
     * @throws org.mlmath.numerics.DomainException if an entry is beyond the largest double
     */
    public static VectorResult of(double[] a, double[] b, boolean explain) {
        requireSpace(a, "a");
        requireSpace(b, "b");
        List<Warning> warnings = new ArrayList<>();
        double[] product = new double[3];
        double errorBound = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            InnerProduct.Sum entry = InnerProduct.of(new double[] {a[j], -a[k]}, new double[] {b[k], b[j]});
            product[i] = VectorShapes.requireFinite(entry.value(), "An entry of the vector product", "/a");
            errorBound = Math.max(errorBound, entry.errorBound());
        }
        VectorResult result = new VectorResult(product, new VectorDiagnostics(errorBound), CONVENTIONS, warnings, null);
        return explain ? VectorWorking.cross(result, a, b) : result;
    }

    private static void requireSpace(double[] vector, String name) {
        if (vector.length != 3) {
            throw new DimensionMismatchException("%s has %d entries; the vector product is of vectors with 3."
                            .formatted(name, vector.length))
                    .at("/" + name);
        }
    }
}
