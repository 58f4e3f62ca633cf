package org.mlmath.linalg.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;

/**
 * The quadratic form xᵀAx on its principal axes: xᵀAx = Σλᵢ·(zᵢ·x)² for the eigenvalues λ and orthonormal eigenvectors z of the
 * symmetric part of A. Its class follows from the signs of λ, which are exact up to order 64. Source: Horn and Johnson, <i>Matrix
 * Analysis</i>, 2nd ed., §4.1 and §7.1.
 */
public final class QuadraticForm {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "axes", "columns, in the order of the eigenvalues; the first of the largest entries of each is positive",
            "zero", "the form that is always 0 counts as positive-semidefinite");

    private QuadraticForm() {}

    /**
     * @param a n×n
     * @throws DimensionMismatchException if a is not square or has no entry
     */
    public static QuadraticFormResult classify(Matrix a, boolean explain, Deadline deadline) {
        if (a.rows() == 0 || !a.isSquare()) {
            throw new DimensionMismatchException(
                            "The matrix is %s; a quadratic form has a square matrix with at least one entry."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
        List<Warning> warnings = new ArrayList<>();
        Matrix symmetric = symmetricPart(a, warnings);
        SignedEigenvalues eigenvalues;
        try {
            eigenvalues = SignedEigenvalues.of(symmetric, true, deadline);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
        Signs.fixColumns(eigenvalues.vectors());
        QuadraticFormResult result = new QuadraticFormResult(
                DefinitenessClass.of(eigenvalues.inertia()),
                eigenvalues.values(),
                eigenvalues.vectors(),
                new QuadraticFormResult.Diagnostics(
                        eigenvalues.inertia().positive(),
                        eigenvalues.inertia().negative(),
                        eigenvalues.inertia().zero(),
                        eigenvalues.decidedBy(),
                        eigenvalues.tolerance(),
                        Certificate.ofOrthonormalColumns(eigenvalues.vectors()).value()),
                CONVENTIONS,
                warnings,
                null);
        return explain ? QuadraticFormWorking.explain(result, symmetric, deadline) : result;
    }

    private static Matrix symmetricPart(Matrix a, List<Warning> warnings) {
        int n = a.rows();
        boolean symmetric = true;
        double[] values = a.values().clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (a.get(i, j) != a.get(j, i)) {
                    symmetric = false;
                    values[i * n + j] = a.get(i, j) / 2 + a.get(j, i) / 2;
                    values[j * n + i] = values[i * n + j];
                }
            }
        }
        if (!symmetric) {
            warnings.add(new Warning(
                    "not-symmetric",
                    "The matrix is not symmetric; the answer is about its symmetric part (A + Aᵀ)/2, which has the same form.",
                    "/matrix"));
        }
        return new Matrix(n, n, values);
    }
}
