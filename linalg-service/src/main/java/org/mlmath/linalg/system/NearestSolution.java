package org.mlmath.linalg.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.LeastSquares;
import org.mlmath.numerics.linear.Matrix;

/**
 * The x that minimises ‖A·x − b‖² + λ‖x‖², for each column b of the right-hand side; the shortest where there are many.
 *
 * <p>By singular values, so that the condition of A enters once where the residual is small, not squared as in the normal equations; those
 * only explain. See {@link LeastSquares}.
 */
public final class NearestSolution {
    /** Half of the digits of a double: from here on the answer comes with a warning. */
    private static final double ILL_CONDITIONED = 1 / Math.sqrt(Math.ulp(1.0));

    private static final Map<String, String> CONVENTIONS = Map.of(
            "rank", "singular values above rcond times the largest count, by default max(m, n)·2^-52 as in NumPy",
            "ridge", "‖A·x − b‖² + ridge·‖x‖², neither halved nor divided by m",
            "residualNorm", "not squared, without the penalty");

    private NearestSolution() {}

    /**
     * @param a m×n, any shape
     * @param rhs m entries, or m rows
     * @param rcond null for max(m, n)·ε
     * @param ridge λ, at least 0
     * @throws org.mlmath.numerics.DimensionMismatchException if the shapes do not fit
     * @throws DidNotConvergeException if the singular value iteration fails, which nobody has seen on finite input
     * @throws DomainException if the solution or the residual is larger than any double
     */
    public static LeastSquaresResult find(
            Matrix a, VectorOrMatrix rhs, Double rcond, double ridge, boolean explain, Deadline deadline) {
        LinearSystem.requireShapes(a, rhs);
        Matrix b = rhs.matrix();
        double tolerance = rcond == null ? ScaledSvd.tolerance(a) : rcond;
        LeastSquares found;
        try {
            found = LeastSquares.solve(a, b, tolerance, ridge);
            requireFinite("The solution", found.x().values());
            requireFinite("The residual", found.residualNorms());
            requireFinite("The largest singular value", found.singularValues());
        } catch (DidNotConvergeException | DomainException e) {
            throw e.at("/matrix");
        }
        double[] norms = found.residualNorms();
        Double sensitivity = found.sensitivity();
        LeastSquaresResult result = new LeastSquaresResult(
                rhs.vector() ? VectorOrMatrix.vector(found.x().values()) : VectorOrMatrix.matrix(found.x()),
                Matrix.column(norms).frobeniusNorm(),
                rhs.vector() ? null : norms,
                found.rank(),
                found.singularValues(),
                new LeastSquaresResult.Diagnostics(
                        found.backwardError(),
                        found.condition(),
                        sensitivity == null ? null : Math.max(0, Math.log10(sensitivity))),
                CONVENTIONS,
                warnings(a, found, ridge),
                null);
        return explain ? NormalEquations.explain(result, a, rhs, ridge, deadline) : result;
    }

    private static void requireFinite(String what, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new DomainException(
                        what
                                + " is larger than the largest double, about 1.8e308. Scale the matrix or the right-hand side.");
            }
        }
    }

    private static List<Warning> warnings(Matrix a, LeastSquares found, double ridge) {
        List<Warning> warnings = new ArrayList<>();
        if (ridge == 0 && found.rank() < a.columns()) {
            warnings.add(new Warning(
                    "not-unique",
                    "The rank is %d, less than the %d unknowns: infinitely many x come as near to b. This is the shortest of them."
                            .formatted(found.rank(), a.columns()),
                    "/solution"));
        }
        if (found.sensitivity() != null && found.sensitivity() > ILL_CONDITIONED) {
            warnings.add(new Warning(
                    "ill-conditioned",
                    String.format(
                            Locale.ROOT,
                            "Errors in the last digits of the entries can cost about %d of the solution's 16 digits.",
                            Math.min(16, Math.round(Math.log10(found.sensitivity())))),
                    "/matrix"));
        }
        return warnings;
    }
}
