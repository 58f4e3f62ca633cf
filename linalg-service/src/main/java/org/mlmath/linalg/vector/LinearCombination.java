package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Matrix;

/** The linear combination Σcᵢ·vᵢ; each entry is a sum of products in twice the precision. */
public final class LinearCombination {
    private LinearCombination() {}

    /**
     * @param vectors k×n, in rows
     * @param coefficients k
     * @throws DimensionMismatchException if there is not one coefficient for each vector
     * @throws org.mlmath.numerics.DomainException if an entry is beyond the largest double
     */
    public static VectorResult of(Matrix vectors, double[] coefficients, boolean explain) {
        VectorShapes.requireEntries(vectors, "/vectors");
        if (coefficients.length != vectors.rows()) {
            throw new DimensionMismatchException(
                            "There are %d vectors (%s as rows of a matrix) but %d coefficients; each vector needs one."
                                    .formatted(vectors.rows(), vectors.shape(), coefficients.length))
                    .at("/coefficients");
        }
        List<Warning> warnings = new ArrayList<>();
        double[] combination = new double[vectors.columns()];
        double errorBound = 0;
        for (int j = 0; j < combination.length; j++) {
            InnerProduct.Sum entry = InnerProduct.of(coefficients, vectors.columnAt(j));
            combination[j] = VectorShapes.requireFinite(entry.value(), "An entry of the combination", "/vectors");
            errorBound = Math.max(errorBound, entry.errorBound());
        }
        VectorResult result =
                new VectorResult(combination, new VectorDiagnostics(errorBound), Map.of(), warnings, null);
        return explain ? VectorWorking.combination(result, vectors, coefficients) : result;
    }
}
