package org.mlmath.linalg.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactRank;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.KernelCost;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LuFactors;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

/**
 * The solutions of A·X = B.
 *
 * <p>The system has a solution if and only if rank(A) = rank(A | B), and just one if that is the number of unknowns (Rouché and
 * Capelli). Both ranks are those of the decimals as given, decided exactly, up to order {@value #EXACT_UP_TO}; above, by singular
 * values relative to the largest, once rows and columns are scaled alike.
 *
 * <p>Solutions: by LU with partial pivoting, or Cholesky where A is symmetric with a positive diagonal, and iterative refinement, which
 * makes them right to the last digit while the condition is below 1/ε; many columns of a large system are refined only where the
 * condition asks for it. Where rounding leaves nothing, and the system is small, elimination in fractions takes over. Cost n³/3 to
 * 2n³/3 operations, and n² for each column and round of refinement. See {@link Refinement}.
 */
public final class LinearSystem {
    /** Up to this many rows and columns ranks are exact: what that costs there is a fraction of a second at most. */
    public static final int EXACT_UP_TO = 64;

    /** Right-hand sides whose residuals are computed in twice the precision, for a large matrix. */
    static final int DOUBLED_RESIDUALS = 4;

    /** Up to this order elimination in fractions takes the place of a method that rounding defeats. */
    static final int ELIMINATION_UP_TO = 32;

    /** And only if it does not take longer than this. */
    private static final double ELIMINATION_SECONDS = 1;

    private static final int EXACT_ENTRIES = 20_000;

    /** Half of the digits of a double: from here on the answer comes with a warning. */
    public static final double ILL_CONDITIONED = 1 / Math.sqrt(Math.ulp(1.0));

    private static final Map<String, String> CONVENTIONS = Map.of(
            "rank", "of the decimals as given up to order 64, by tolerance after equilibration above",
            "nullSpace", "one vector per row; every solution is solution plus a combination of them");

    private final Matrix a;
    private final VectorOrMatrix rhs;
    private final Matrix b;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private LinearSystem(Matrix a, VectorOrMatrix rhs, Deadline deadline) {
        this.a = a;
        this.rhs = rhs;
        this.b = rhs.matrix();
        this.deadline = deadline;
    }

    /**
     * @param a m×n
     * @param rhs m entries, or m rows
     * @param deadline checked between the stages and in every loop over long integers
     * @throws DimensionMismatchException if the shapes do not fit
     * @throws InvalidParameterException if the method does not apply to the shape or the arithmetic, or an entry is text in floating point
     * @throws org.mlmath.numerics.NotSymmetricException from cholesky and conjugate-gradient
     * @throws org.mlmath.numerics.NotPositiveDefiniteException from the same
     * @throws LimitExceededException if exact arithmetic is asked for more than 64 rows or columns
     */
    public static SolveResult solve(
            Matrix a,
            VectorOrMatrix rhs,
            SolveMethod method,
            Arithmetic arithmetic,
            boolean explain,
            Deadline deadline) {
        LinearSystem system = new LinearSystem(a, rhs, deadline);
        requireShapes(a, rhs);
        system.requireMethod(method, arithmetic);
        return arithmetic == Arithmetic.EXACT ? system.inFractions(explain) : system.inFloatingPoint(method, explain);
    }

    static void requireShapes(Matrix a, VectorOrMatrix rhs) {
        Matrix b = rhs.matrix();
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one equation.".formatted(a.shape()))
                    .at("/matrix");
        }
        if (b.rows() != a.rows() || b.columns() == 0) {
            String shape = rhs.vector() ? "a vector of " + b.rows() + " entries" : "a " + b.shape() + " matrix";
            throw new DimensionMismatchException(
                            "The matrix is %s, but the right-hand side is %s; it needs as many %s as the matrix has rows: %d."
                                    .formatted(a.shape(), shape, rhs.vector() ? "entries" : "rows", a.rows()))
                    .at("/rhs");
        }
    }

    private void requireMethod(SolveMethod method, Arithmetic arithmetic) {
        if (arithmetic == Arithmetic.EXACT) {
            if (method != SolveMethod.AUTO && method != SolveMethod.LU) {
                throw new InvalidParameterException(
                                "Exact arithmetic eliminates; the method %s is for floating point. Leave out one of the two."
                                        .formatted(method.wireName()))
                        .at("/method");
            }
            return;
        }
        Arithmetic.requireNumbers("/matrix", a, false);
        Arithmetic.requireNumbers("/rhs", b, rhs.vector());
        if (!a.isSquare() && (method == SolveMethod.LU || method.needsSymmetry())) {
            throw new InvalidParameterException(
                            "The method %s needs a square matrix; this one is %s. Use qr, svd or auto."
                                    .formatted(method.wireName(), a.shape()))
                    .at("/method");
        }
    }

    // In fractions

    private SolveResult inFractions(boolean explain) {
        if (Math.max(a.rows(), a.columns()) > EXACT_UP_TO
                || (long) a.rows() * (a.columns() + b.columns()) > EXACT_ENTRIES) {
            throw new LimitExceededException(
                            "Exact arithmetic takes up to %d rows and columns and %d entries in all; this system is %s with %d right-hand sides."
                                    .formatted(EXACT_UP_TO, EXACT_ENTRIES, a.shape(), b.columns()))
                    .at("/matrix")
                    .with("limit", EXACT_UP_TO);
        }
        if (!ExactCost.of(a, b).bearable()) {
            throw new LimitExceededException(
                            "The numbers would grow too long: those of %s with %d right-hand sides have too many digits, or exponents too far apart."
                                    .formatted(a.shape(), b.columns()))
                    .at("/matrix");
        }
        RationalMatrix exactA = exact("/matrix", a, false);
        RationalMatrix exactB = exact("/rhs", b, rhs.vector());
        ExactSystem system = ExactSystem.solve(exactA, exactB, deadline);
        SolutionSet found = SolutionSet.exact(system);
        Double condition =
                a.isSquare() ? system.rank() < a.columns() ? Double.POSITIVE_INFINITY : conditionOf(a) : null;
        SolveResult result = result(
                system.rank(),
                system.augmentedRank(),
                RankDecision.EXACT,
                null,
                found,
                condition,
                system.consistent() && system.nullSpace().rows() == 0 ? 0.0 : null,
                exactValues(system));
        return explain ? Elimination.explain(result, exactA, exactB, rhs.vector(), deadline) : result;
    }

    private static RationalMatrix exact(String pointer, Matrix array, boolean vector) {
        try {
            return RationalMatrix.of(array);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    private SolveResult.ExactValues exactValues(ExactSystem system) {
        if (!system.consistent()) {
            return null;
        }
        String[][] solution = system.solution().toText();
        Object shown = rhs.vector()
                ? Arrays.stream(solution).map(row -> row[0]).toList()
                : Arrays.stream(solution).map(List::of).toList();
        List<List<String>> nullSpace = system.nullSpace().rows() == 0
                ? null
                : Arrays.stream(system.nullSpace().toText()).map(List::of).toList();
        return new SolveResult.ExactValues(shown, nullSpace);
    }

    // In floating point

    private SolveResult inFloatingPoint(SolveMethod method, boolean explain) {
        Matrix symmetric = method.needsSymmetry() ? symmetric() : null;
        Optional<ExactRank.Ranks> ranks = Optional.empty();
        RationalMatrix exactA = null;
        RationalMatrix exactB = null;
        if (Math.max(a.rows(), a.columns()) <= EXACT_UP_TO) {
            exactA = RationalMatrix.of(a);
            exactB = RationalMatrix.of(b);
            ranks = ExactRank.of(exactA.beside(exactB), a.columns(), deadline);
        }
        deadline.check();
        SolveResult result;
        if (method.needsSymmetry()) {
            result = definite(method, symmetric, exactA, exactB);
        } else if (ranks.isPresent()) {
            result = ranked(method, ranks.get(), exactA, exactB);
        } else {
            result = byTolerance(method);
        }
        if (!explain) {
            return result;
        }
        if (exactA == null || !ExactCost.of(a, b).bearable()) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        return Elimination.explain(result, exactA, exactB, rhs.vector(), deadline);
    }

    private Matrix symmetric() {
        try {
            return Symmetry.require(a);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    /** The methods that factor or iterate with a positive definite matrix, which has full rank. */
    private SolveResult definite(SolveMethod method, Matrix symmetric, RationalMatrix exactA, RationalMatrix exactB) {
        DefiniteSystem system = new DefiniteSystem(symmetric, b, exactA, exactB, deadline);
        SolutionSet found;
        try {
            found = method == SolveMethod.CHOLESKY ? system.byCholesky() : system.byConjugateGradients();
        } catch (MathException e) {
            throw e.at("/matrix");
        }
        if (Boolean.FALSE.equals(found.converged())) {
            warnings.add(new Warning(
                    "not-converged",
                    "The conjugate gradients stopped after %d steps short of the accuracy of a double; see backwardError. The method cholesky has no such end."
                            .formatted(found.iterations()),
                    "/method"));
        }
        int n = a.columns();
        return unique(
                n, exactA == null ? RankDecision.TOLERANCE : RankDecision.EXACT, toleranceFor(exactA == null), found);
    }

    private SolveResult ranked(
            SolveMethod method, ExactRank.Ranks ranks, RationalMatrix exactA, RationalMatrix exactB) {
        Classification classification = Classification.of(ranks.rank(), ranks.augmentedRank(), a.columns());
        if (classification == Classification.UNIQUE) {
            SolutionSet found =
                    a.isSquare() ? SquareSystem.solve(a, b, method, deadline) : RectangularSystem.unique(a, b, method);
            if (found == null && canEliminate()) {
                found = SolutionSet.exact(ExactSystem.solve(exactA, exactB, deadline))
                        .withReciprocalCondition(SquareSystem.reciprocalCondition(a));
            } else if (found == null) {
                found = RectangularSystem.ofRank(a, b, ranks.rank());
            }
            return unique(ranks.rank(), RankDecision.EXACT, null, found);
        }
        SolutionSet found;
        if (classification == Classification.NONE) {
            found = SolutionSet.none();
            warnIfNearlyConsistent();
        } else if (method == SolveMethod.SVD) {
            found = RectangularSystem.ofRank(a, b, ranks.rank());
        } else if (method == SolveMethod.QR) {
            found = RectangularSystem.basic(a, b, ranks.rank());
        } else if (canEliminate()) {
            found = SolutionSet.exact(ExactSystem.solve(exactA, exactB, deadline));
        } else {
            found = RectangularSystem.ofRank(a, b, ranks.rank());
        }
        return result(
                ranks.rank(),
                ranks.augmentedRank(),
                RankDecision.EXACT,
                null,
                found,
                a.isSquare() && ranks.rank() < a.columns() ? Double.POSITIVE_INFINITY : null,
                null,
                null);
    }

    /** Numbers that come from rounding seldom satisfy more equations than unknowns to the last digit. */
    private void warnIfNearlyConsistent() {
        ScaledSvd svd = ScaledSvd.of(a, b);
        if (svd.augmentedRank() == svd.rank()) {
            warnings.add(new Warning(
                    "nearly-consistent",
                    "The equations contradict each other by no more than a rounding error of their numbers. Where those are rounded, least-squares"
                            + " gives the solution meant.",
                    "/rhs"));
        }
    }

    private boolean canEliminate() {
        ExactCost cost = ExactCost.of(a, b);
        return Math.max(a.rows(), a.columns()) <= ELIMINATION_UP_TO
                && cost.bearable()
                && cost.eliminationSeconds() < ELIMINATION_SECONDS;
    }

    private SolveResult byTolerance(SolveMethod method) {
        int n = a.columns();
        if (a.isSquare() && method != SolveMethod.SVD) {
            SolutionSet found = SquareSystem.solve(a, b, method, deadline);
            if (found != null && found.reciprocalCondition() >= n * Math.ulp(1.0)) {
                return unique(n, RankDecision.TOLERANCE, toleranceFor(true), found);
            }
        }
        deadline.check();
        requireTimeForSingularValues();
        ScaledSvd svd = ScaledSvd.of(a, b);
        Classification classification = Classification.of(svd.rank(), svd.augmentedRank(), n);
        if (classification == Classification.UNIQUE) {
            return unique(n, RankDecision.TOLERANCE, toleranceFor(true), svd.unique());
        }
        return result(
                svd.rank(),
                svd.augmentedRank(),
                RankDecision.TOLERANCE,
                toleranceFor(true),
                classification == Classification.NONE ? SolutionSet.none() : svd.many(),
                a.isSquare() && svd.rank() < n ? Double.POSITIVE_INFINITY : null,
                null,
                null);
    }

    /** Only now is it known that they are needed; nothing stops the kernel once it has begun. */
    private void requireTimeForSingularValues() {
        double seconds = Kernels.current().cost().seconds(KernelCost.Operation.SVD, a.rows(), a.columns());
        double left = deadline.left().toNanos() / 1e9;
        if (seconds > left) {
            throw new LimitExceededException(String.format(
                            Locale.ROOT,
                            "The matrix is %s and, to working precision, singular. Its rank takes the singular values, about %.1f"
                                    + " seconds, and %.1f are left. See low-rank/approximate, or solve a smaller system.",
                            a.shape(),
                            seconds,
                            left))
                    .at("/matrix")
                    .with("limit", left)
                    .with("size", seconds);
        }
    }

    private Double toleranceFor(boolean decides) {
        return decides ? ScaledSvd.tolerance(a) : null;
    }

    private SolveResult unique(int rank, RankDecision decision, Double tolerance, SolutionSet found) {
        Double reciprocal = found.reciprocalCondition();
        double condition = reciprocal == null ? 1 : 1 / reciprocal;
        if (condition > ILL_CONDITIONED) {
            warnings.add(illConditioned(condition));
        }
        return result(
                rank,
                rank,
                decision,
                tolerance,
                found,
                a.isSquare() && isScaled(found) ? conditionOf(a) : condition,
                Math.max(0, Math.log10(condition)),
                null);
    }

    /** @param condition of the scaled matrix, above {@link #ILL_CONDITIONED} */
    public static Warning illConditioned(double condition) {
        return new Warning(
                "ill-conditioned",
                String.format(
                        Locale.ROOT,
                        "The condition number is about %.1e: errors in the last digits of the entries can cost about %d of the solution's 16 digits.",
                        condition,
                        Math.min(16, Math.round(Math.log10(condition)))),
                "/matrix");
    }

    private boolean isScaled(SolutionSet found) {
        return found.scaled() != null ? found.scaled() : !Equilibration.of(a).trivial();
    }

    private static double conditionOf(Matrix a) {
        LuFactors lu = Kernels.current().lu(a);
        return 1 / lu.rcond();
    }

    /** Overflow is no value: what is larger than any double is undefined, and said to be so. */
    private Matrix defined(Matrix x) {
        if (x == null || Double.isFinite(x.maxAbs())) {
            return x;
        }
        double[] values = x.values().clone();
        int undefined = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = Double.NaN;
                undefined++;
            }
        }
        warnings.add(new Warning(
                "undefined-values",
                "%d of %d unknowns are larger than the largest double, about 1.8e308, and given as null."
                        .formatted(undefined, values.length),
                "/solution"));
        return new Matrix(x.rows(), x.columns(), values);
    }

    private SolveResult result(
            int rank,
            int augmentedRank,
            RankDecision decision,
            Double tolerance,
            SolutionSet found,
            Double condition,
            Double digitsLost,
            SolveResult.ExactValues exact) {
        Matrix x = defined(found.particular());
        VectorOrMatrix solution =
                x == null ? null : rhs.vector() ? VectorOrMatrix.vector(x.values()) : VectorOrMatrix.matrix(x);
        SolveResult.Diagnostics diagnostics = new SolveResult.Diagnostics(
                found.backwardError(),
                found.estimated(),
                condition,
                digitsLost,
                decision,
                tolerance,
                found.method(),
                found.iterations(),
                found.converged());
        return new SolveResult(
                Classification.of(rank, augmentedRank, a.columns()),
                solution,
                found.nullSpace(),
                rank,
                augmentedRank,
                exact,
                diagnostics,
                CONVENTIONS,
                warnings,
                null);
    }
}
