package org.mlmath.linalg.property;

import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.CharacteristicPolynomial;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.Inertia;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * The eigenvalues of a symmetric matrix with their signs: exact up to order {@value #EXACT_UP_TO}, where those that are zero are made
 * so; above, values within n·ε·‖A‖₂ count as zero.
 *
 * @param values ascending
 * @param vectors orthonormal columns, or null
 * @param tolerance null where the signs are exact
 */
record SignedEigenvalues(double[] values, Matrix vectors, Inertia inertia, RankDecision decidedBy, Double tolerance) {
    static final int EXACT_UP_TO = 64;

    /** @param a exactly symmetric */
    static SignedEigenvalues of(Matrix a, boolean wanted, Deadline deadline) {
        SymmetricEigenFactors factors = Kernels.current().symmetricEigen(a, wanted);
        double[] values = factors.values().clone();
        int n = values.length;
        if (n <= EXACT_UP_TO && ExactCost.of(a).bearable()) {
            Inertia exact = CharacteristicPolynomial.of(RationalMatrix.of(a), deadline)
                    .map(Inertia::of)
                    .orElse(null);
            if (exact != null) {
                // In ascending order the zeros stand between the negative and the positive ones.
                for (int i = exact.negative(); i < exact.negative() + exact.zero(); i++) {
                    values[i] = 0;
                }
                return new SignedEigenvalues(values, factors.vectors(), exact, RankDecision.EXACT, null);
            }
        }
        double tolerance = n * Math.ulp(1.0) * Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
        int positive = 0;
        int negative = 0;
        for (double value : values) {
            positive += value > tolerance ? 1 : 0;
            negative += value < -tolerance ? 1 : 0;
        }
        return new SignedEigenvalues(
                values,
                factors.vectors(),
                new Inertia(positive, negative, n - positive - negative),
                RankDecision.TOLERANCE,
                tolerance);
    }
}
