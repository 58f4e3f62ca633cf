package org.mlmath.linalg.matrix.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Norms of a matrix. Those from sums of p terms have a relative error of at most p·u; those from singular values, which are right to
 * an absolute error of a small multiple of u·σ₁, one of max(m, n)·ε.
 */
public final class MatrixNorm {
    private static final double UNIT = 0x1p-53;

    private MatrixNorm() {}

    /**
     * @param a m×n, any shape
     * @throws DomainException if the norm is beyond the largest double
     */
    public static MatrixNormResult of(Matrix a, NormKind kind, boolean explain) {
        Operands.requireEntries(a, "/matrix");
        double value = value(a, kind);
        if (Double.isInfinite(value)) {
            throw new DomainException("The norm is beyond the largest double, about 1.8e308. Scale the matrix.")
                    .at("/matrix");
        }
        List<Warning> warnings = new ArrayList<>();
        MatrixNormResult result = new MatrixNormResult(
                value,
                new MatrixNormResult.Diagnostics(relativeErrorBound(a, kind)),
                Map.of("norm", kind.formula()),
                warnings,
                null);
        return explain ? MatrixNormWorking.explain(result, a, kind) : result;
    }

    /** @return infinite beyond the largest double */
    static double value(Matrix a, NormKind kind) {
        return switch (kind) {
            case FROBENIUS -> a.frobeniusNorm();
            case ONE -> a.oneNorm();
            case INFINITY -> a.transpose().oneNorm();
            case TWO -> singularValues(a)[0];
            case NUCLEAR -> sum(singularValues(a));
            case MAX -> a.maxAbs();
        };
    }

    private static double relativeErrorBound(Matrix a, NormKind kind) {
        return switch (kind) {
            case FROBENIUS -> (a.values().length / 2.0 + 2) * UNIT;
            case ONE -> (a.rows() - 1) * UNIT;
            case INFINITY -> (a.columns() - 1) * UNIT;
            case TWO, NUCLEAR -> Math.max(a.rows(), a.columns()) * Math.ulp(1.0);
            case MAX -> 0;
        };
    }

    static double[] singularValues(Matrix a) {
        return Kernels.current().svd(a, Kernel.Vectors.NONE).singularValues();
    }

    private static double sum(double[] ascendingFromTheEnd) {
        double sum = 0;
        for (int i = ascendingFromTheEnd.length - 1; i >= 0; i--) {
            sum += ascendingFromTheEnd[i];
        }
        return sum;
    }
}
