package org.mlmath.linalg.matrix.inverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.LinearSystem;
import org.mlmath.linalg.system.SolveMethod;
import org.mlmath.linalg.system.SolveResult;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.linear.Matrix;

/**
 * The inverse of a square matrix: the solution of A·X = I, column by column, refined with residuals in twice the precision for up to 64
 * rows. So it is right to the last digit while the condition number is below 1/ε; beyond that, elimination in fractions takes over
 * for a small matrix. Larger ones are refined where the condition asks for it, see {@link LargeInverse}.
 *
 * <p>See {@link LinearSystem}. Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., ch. 12 and 14.
 * Kinds of steps: those of elimination, augment, swap, scale, add-multiple, read-off.
 */
public final class Inverse {
    private Inverse() {}

    /**
     * @param a n×n
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws SingularMatrixException if its rank, as given up to order 64 and by tolerance above, is not n
     * @throws org.mlmath.numerics.InvalidParameterException if an entry is text in floating point
     * @throws org.mlmath.numerics.LimitExceededException if the matrix is too large for exact arithmetic
     */
    public static InverseResult of(Matrix a, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        Operands.requireSquare(a, "An inverse is");
        if (arithmetic == Arithmetic.EXACT) {
            Fractions.requireBearable(a);
        } else {
            Arithmetic.requireNumbers("/matrix", a, false);
        }
        Optional<InverseResult> large =
                arithmetic == Arithmetic.FLOAT ? LargeInverse.of(a, deadline) : Optional.empty();
        if (large.isPresent()) {
            if (explain) {
                large.get().warnings().add(Warning.noSteps());
            }
            return large.get();
        }
        SolveResult solved = solve(a, arithmetic, explain, deadline);
        List<Warning> warnings = new ArrayList<>(solved.warnings());
        warnings.removeIf(warning -> "/solution".equals(warning.pointer())); // said of the matrix, by the next line
        Matrix inverse = Overflow.marked(solved.solution().matrix(), warnings);
        SolveResult.Diagnostics found = solved.diagnostics();
        return new InverseResult(
                inverse,
                exact(solved),
                new InverseResult.Diagnostics(
                        found.backwardError(),
                        found.estimated(),
                        found.conditionEstimate(),
                        found.digitsLost(),
                        found.method(),
                        !"elimination".equals(found.method())),
                warnings,
                solved.steps() == null ? null : reworded(solved.steps(), inverse));
    }

    /** @return A⁻¹ in floating point, not finite where it overflows */
    public static Matrix matrix(Matrix a, Deadline deadline) {
        Optional<InverseResult> large = LargeInverse.of(a, deadline);
        return large.isPresent()
                ? large.get().matrix()
                : solve(a, Arithmetic.FLOAT, false, deadline).solution().matrix();
    }

    private static SolveResult solve(Matrix a, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        int n = a.rows();
        SolveResult solved = LinearSystem.solve(
                a, VectorOrMatrix.matrix(Matrix.identity(n)), SolveMethod.AUTO, arithmetic, false, deadline);
        if (solved.rank() < n) {
            throw singular(a, solved.rank(), Double.POSITIVE_INFINITY);
        }
        return explain
                ? LinearSystem.solve(
                        a, VectorOrMatrix.matrix(Matrix.identity(n)), SolveMethod.AUTO, arithmetic, true, deadline)
                : solved;
    }

    static RuntimeException singular(Matrix a, int rank, double conditionNumber) {
        return new SingularMatrixException("The matrix is %s but has rank %d: it has no inverse. See pseudo-inverse."
                        .formatted(a.shape(), rank))
                .at("/matrix")
                .with("rank", rank)
                .with("conditionNumber", conditionNumber);
    }

    private static InverseResult.ExactValues exact(SolveResult solved) {
        if (solved.exact() == null || !(solved.exact().solution() instanceof List<?> rows)) {
            return null;
        }
        return new InverseResult.ExactValues(rows.stream()
                .map(row -> ((List<?>) row).stream().map(String::valueOf).toList())
                .toList());
    }

    /** The elimination is that of a system with the identity on its right. */
    private static List<Step> reworded(List<Step> steps, Matrix inverse) {
        List<Step> reworded = new ArrayList<>(steps);
        Step first = steps.getFirst();
        reworded.set(
                0,
                new Step(
                        first.kind(),
                        "Write the identity beside the matrix",
                        "Row operations that turn the left side into the identity turn the right side into the inverse.",
                        first.latex(),
                        first.value()));
        Step last = steps.getLast();
        String latex = last.latex().startsWith("X = ") ? last.latex().substring(4) : Latex.matrix(inverse);
        reworded.set(
                steps.size() - 1,
                new Step(
                        last.kind(),
                        "Read off the inverse",
                        "The left side is the identity; the right side is the inverse.",
                        "A^{-1} = " + latex,
                        inverse));
        return reworded;
    }
}
