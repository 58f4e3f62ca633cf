package org.mlmath.linalg.matrix.inverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.linalg.system.LinearSystem;
import org.mlmath.linalg.system.Refinement;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.InverseFactors;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

/**
 * The inverse of a matrix of more than {@value Fractions#UP_TO} rows: scaled, inverted through LU at the cost of 2n³ operations, and refined
 * only where the condition asks for it, since a round of refinement costs more than all the rest. What is left out of the error is then
 * what the condition makes of rounding, as {@code digitsLost} says.
 *
 * <p>The inverse is its own solver: Y ≈ X·R is a correction for the residual R, as good as X is. A matrix that rounding cannot tell from
 * a singular one is left to the singular values. Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., ch. 14.
 */
final class LargeInverse {
    private LargeInverse() {}

    /**
     * @return nothing for a small matrix, and for one of full rank that is too near to a singular one
     * @throws org.mlmath.numerics.SingularMatrixException if the rank, by tolerance, is not n
     */
    static Optional<InverseResult> of(Matrix a, Deadline deadline) {
        int n = a.rows();
        if (n <= Fractions.UP_TO) {
            return Optional.empty();
        }
        Equilibration scale = Equilibration.of(a);
        Matrix s = scale.scaled();
        InverseFactors factors = Kernels.current().inverse(s);
        if (factors.rcond() < n * Math.ulp(1.0)) {
            requireFullRank(a, s);
            return Optional.empty();
        }
        deadline.check();
        Kernel kernel = Kernels.current();
        Matrix y = factors.inverse();
        Refinement refined = Refinement.from(y, s, Matrix.identity(n), r -> kernel.multiply(y, r), factors.rcond());
        List<Warning> warnings = new ArrayList<>();
        double condition = 1 / factors.rcond();
        if (condition > LinearSystem.ILL_CONDITIONED) {
            warnings.add(LinearSystem.illConditioned(condition));
        }
        Matrix inverse = scale.inverse(refined.solution());
        if (Symmetry.isExact(a)) {
            inverse = symmetric(inverse);
        }
        return Optional.of(new InverseResult(
                Overflow.marked(inverse, warnings),
                null,
                new InverseResult.Diagnostics(
                        refined.backwardError(),
                        refined.estimated(),
                        scale.trivial() ? condition : a.oneNorm() * inverse.oneNorm(),
                        Math.max(0, Math.log10(condition)),
                        "lu",
                        refined.doubled()),
                warnings,
                null));
    }

    private static Matrix symmetric(Matrix x) {
        int n = x.rows();
        double[] mean = x.transpose().values();
        for (int at = 0; at < mean.length; at++) {
            mean[at] = mean[at] / 2 + x.values()[at] / 2; // the same either way
        }
        return new Matrix(n, n, mean);
    }

    private static void requireFullRank(Matrix a, Matrix scaled) {
        int n = a.rows();
        double[] sigma = Kernels.current().svd(scaled, Kernel.Vectors.NONE).singularValues();
        int rank = 0;
        while (rank < n && sigma[rank] > n * Math.ulp(1.0) * sigma[0]) {
            rank++;
        }
        if (rank < n) {
            throw Inverse.singular(a, rank, sigma[0] / sigma[n - 1]);
        }
    }
}
