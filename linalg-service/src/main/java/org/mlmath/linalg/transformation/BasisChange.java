package org.mlmath.linalg.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.Classification;
import org.mlmath.linalg.system.LinearSystem;
import org.mlmath.linalg.system.SolveMethod;
import org.mlmath.linalg.system.SolveResult;
import org.mlmath.linalg.transformation.ChangeOfBasisResult.Diagnostics;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/**
 * Coordinates and maps in another basis: with the vectors of the bases as columns of F and T, x in the one is P·x in the other,
 * P = T⁻¹·F, and a map A is P·A·P⁻¹.
 *
 * <p>Small ones are computed in fractions and rounded once. Others by LU with refinement, as {@link LinearSystem} does it, right to
 * the condition of T, and of F for a map. Kinds of steps: bases, transition, vector, matrix.
 */
final class BasisChange {
    static final int EXACT_UP_TO = 16;
    private static final int READABLE = 8;
    private static final double ILL_CONDITIONED = 1 / Math.sqrt(Math.ulp(1.0));

    /** Fractions are worth this many seconds. */
    private static final double EXACT_SECONDS = 0.01;

    private BasisChange() {}

    /**
     * @param vector n coordinates, or null
     * @param matrix n×n, or null
     * @param from n vectors with n entries, one per row, or null for the standard basis
     * @param to likewise
     * @throws SingularMatrixException if the vectors of a basis are dependent
     */
    static ChangeOfBasisResult of(
            double[] vector, Matrix matrix, Matrix from, Matrix to, boolean explain, Deadline deadline) {
        if (vector == null && matrix == null) {
            throw new InvalidParameterException(
                            "There is nothing to see from another basis: give the coordinates of a vector, or the matrix of a map.")
                    .at("/vector");
        }
        int n = dimension(vector, matrix, from, to);
        Matrix f = from == null ? Matrix.identity(n) : from.transpose();
        Matrix t = to == null ? Matrix.identity(n) : to.transpose();
        if (n <= EXACT_UP_TO && bearable(f, t) && (matrix == null || bearable(matrix, matrix))) {
            return exactly(vector, matrix, f, t, explain, deadline);
        }
        Matrix transition = solve(t, f, "/to", deadline);
        Matrix back = solve(f, t, "/from", deadline);
        double[] coordinates = vector == null
                ? null
                : Kernels.current().multiply(transition, Matrix.column(vector)).values();
        Matrix map = matrix == null
                ? null
                : Kernels.current().multiply(transition, Kernels.current().multiply(matrix, back));
        return result(coordinates, map, transition, f, t, false, vector, matrix, explain);
    }

    private static int dimension(double[] vector, Matrix matrix, Matrix from, Matrix to) {
        int n = vector != null ? vector.length : matrix.rows();
        if (n == 0) {
            throw new DimensionMismatchException("There are no coordinates.")
                    .at(vector != null ? "/vector" : "/matrix");
        }
        String what = vector != null ? "the vector has %d entries".formatted(n) : "the matrix is " + matrix.shape();
        requireShape(matrix, n, "/matrix", "The matrix of the map", what);
        requireShape(from, n, "/from", "The basis from", what);
        requireShape(to, n, "/to", "The basis to", what);
        return n;
    }

    private static void requireShape(Matrix a, int n, String pointer, String name, String other) {
        if (a != null && (a.rows() != n || a.columns() != n)) {
            throw new DimensionMismatchException(
                            "%s is %s, but %s: %d×%d is needed.".formatted(name, a.shape(), other, n, n))
                    .at(pointer);
        }
    }

    private static boolean bearable(Matrix a, Matrix b) {
        ExactCost cost = ExactCost.of(a, b);
        return cost.bearable() && cost.eliminationSeconds() <= EXACT_SECONDS;
    }

    private static ChangeOfBasisResult exactly(
            double[] vector, Matrix matrix, Matrix f, Matrix t, boolean explain, Deadline deadline) {
        RationalMatrix exactF = RationalMatrix.of(f);
        RationalMatrix exactT = RationalMatrix.of(t);
        RationalMatrix transition = solve(exactT, exactF, "/to", t, deadline);
        RationalMatrix back = solve(exactF, exactT, "/from", f, deadline);
        double[] coordinates = vector == null
                ? null
                : transition
                        .multiply(RationalMatrix.of(Matrix.column(vector)))
                        .toMatrix()
                        .values();
        Matrix map = matrix == null
                ? null
                : transition.multiply(RationalMatrix.of(matrix)).multiply(back).toMatrix();
        return result(coordinates, map, transition.toMatrix(), f, t, true, vector, matrix, explain);
    }

    private static RationalMatrix solve(
            RationalMatrix a, RationalMatrix b, String pointer, Matrix rounded, Deadline deadline) {
        ExactSystem system = ExactSystem.solve(a, b, deadline);
        if (system.rank() < a.rows()) {
            throw dependent(system.rank(), rounded, pointer);
        }
        return system.solution();
    }

    private static Matrix solve(Matrix a, Matrix b, String pointer, Deadline deadline) {
        SolveResult system =
                LinearSystem.solve(a, VectorOrMatrix.matrix(b), SolveMethod.AUTO, Arithmetic.FLOAT, false, deadline);
        if (system.classification() != Classification.UNIQUE) {
            throw dependent(system.rank(), a, pointer);
        }
        return system.solution().matrix();
    }

    private static RuntimeException dependent(int rank, Matrix basis, String pointer) {
        return new SingularMatrixException("The %d vectors are dependent: they span only %d %s, so they are no basis."
                        .formatted(basis.rows(), rank, rank == 1 ? "dimension" : "dimensions"))
                .at(pointer)
                .with("rank", rank)
                .with("conditionNumber", "Infinity");
    }

    private static ChangeOfBasisResult result(
            double[] coordinates,
            Matrix map,
            Matrix transition,
            Matrix f,
            Matrix t,
            boolean exact,
            double[] vector,
            Matrix matrix,
            boolean explain) {
        List<Warning> warnings = new ArrayList<>();
        double condition =
                1 / Math.max(Kernels.current().lu(Equilibration.of(t).scaled()).rcond(), Double.MIN_NORMAL);
        if (!exact && condition > ILL_CONDITIONED) {
            warnings.add(new Warning(
                    "ill-conditioned",
                    "The vectors of the basis are nearly dependent: about %d of 16 digits are lost."
                            .formatted(Math.round(Math.log10(condition))),
                    "/to"));
        }
        double backwardError = Residual.backwardError(t, transition, f, Residual.of(t, transition, f));
        if (coordinates != null) {
            Overflow.mark(coordinates, "/vector", warnings);
        }
        if (map != null) {
            Overflow.mark(map.values(), "/matrix", warnings);
        }
        List<Step> steps = null;
        if (explain && t.rows() <= READABLE) {
            steps = steps(coordinates, map, transition, f, t, vector, matrix);
        } else if (explain) {
            warnings.add(Warning.noSteps());
        }
        return new ChangeOfBasisResult(
                coordinates,
                map,
                transition,
                new Diagnostics(backwardError, condition, exact),
                Map.of(
                        "bases", "lists of vectors: one per row here, columns of F and T",
                        "transition", "takes coordinates in from to coordinates in to"),
                warnings,
                steps);
    }

    private static List<Step> steps(
            double[] coordinates, Matrix map, Matrix transition, Matrix f, Matrix t, double[] vector, Matrix matrix) {
        Working working = new Working();
        int size = t.values().length;
        working.add(
                new Step(
                        "bases",
                        "Write the bases as columns",
                        "Coordinates y in a basis mean the vector with these columns times y.",
                        "F = " + Latex.matrix(f) + ", \\quad T = " + Latex.matrix(t),
                        List.of(f, t)),
                2 * size);
        working.add(
                new Step(
                        "transition",
                        "Find the transition matrix",
                        "The same vector is F·x in the one basis and T·y in the other, so y = T⁻¹F·x.",
                        "P = T^{-1} F = " + Latex.matrix(transition),
                        transition),
                size);
        Step last = null;
        if (vector != null) {
            last = new Step(
                    "vector",
                    "Multiply the coordinates",
                    "The new coordinates are P times the old ones.",
                    "y = P x = " + Latex.matrix(transition) + Latex.vector(vector) + " = " + Latex.vector(coordinates),
                    coordinates);
        }
        if (matrix != null) {
            if (last != null) {
                working.add(last, vector.length);
            }
            last = new Step(
                    "matrix",
                    "Surround the map",
                    "P⁻¹ leads to the old coordinates, the map works on those, P leads back.",
                    "B = P A P^{-1} = " + Latex.matrix(transition) + Latex.matrix(matrix) + "P^{-1} = "
                            + Latex.matrix(map),
                    map);
        }
        return working.endingIn(last);
    }
}
