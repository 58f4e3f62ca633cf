package org.mlmath.linalg.elimination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.RowReduction;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.exact.ReducedRowEchelon;
import org.mlmath.numerics.linear.Matrix;

/**
 * The reduced row echelon form.
 *
 * <p>In fractions the form is exact, and its doubles are the nearest. In floating point Gauss–Jordan elimination with partial pivoting
 * takes entries within a tolerance for zeros; how far the form is from the exact one grows with the condition of the pivot columns. Cost
 * m·n·rank operations.
 */
public final class EchelonForm {
    private static final int MOST_ROWS = 64;
    private static final int MOST_ENTRIES = 20_000;

    /** How far, relative, the form in floating point may be from that in fractions, for the steps to explain it. */
    private static final double AGREEMENT = 1e-8;

    private static final Map<String, String> CONVENTIONS = Map.of("pivots", "column indices from 0");

    private EchelonForm() {}

    /**
     * @param a m×n, any shape
     * @param tolerance absolute, or null; for floating point
     * @throws DimensionMismatchException if there is no entry
     * @throws InvalidParameterException if a tolerance is given for fractions, or an entry is text in floating point
     * @throws LimitExceededException if fractions are asked for of more than 64 rows or 20,000 entries, or too long ones
     */
    public static RrefResult reduce(
            Matrix a, EchelonArithmetic arithmetic, Double tolerance, boolean explain, Deadline deadline) {
        requireEntries(a);
        if (arithmetic == EchelonArithmetic.EXACT) {
            requireFractions(a);
            if (tolerance != null) {
                throw new InvalidParameterException(
                                "Fractions need no tolerance: a zero is a zero. Leave it out, or ask for \"arithmetic\": \"float\".")
                        .at("/tolerance");
            }
        }
        RrefResult result;
        if (inFractions(a, arithmetic, tolerance)) {
            ReducedRowEchelon form = ReducedRowEchelon.of(fractions(a), deadline);
            result = new RrefResult(
                    form.matrix().toMatrix(),
                    form.pivots(),
                    form.rank(),
                    new RrefResult.ExactValues(form.matrix().toText()),
                    new RrefResult.Diagnostics(RankDecision.EXACT, null),
                    CONVENTIONS,
                    new ArrayList<>(),
                    null);
        } else {
            Arithmetic.requireNumbers("/matrix", a, false);
            result = FloatingElimination.reduce(a, tolerance, deadline);
        }
        return explain ? explain(a, result, deadline) : result;
    }

    static void requireEntries(Matrix a) {
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one row with one number."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
    }

    static RationalMatrix fractions(Matrix a) {
        try {
            return RationalMatrix.of(a);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    /** @return whether the computation is in fractions: asked for, or possible where neither they nor a tolerance rule it out */
    static boolean inFractions(Matrix a, EchelonArithmetic arithmetic, Double tolerance) {
        return arithmetic == EchelonArithmetic.EXACT
                || (arithmetic == EchelonArithmetic.AUTO && tolerance == null && fitsFractions(a));
    }

    static boolean fitsFractions(Matrix a) {
        return a.rows() <= MOST_ROWS && a.values().length <= MOST_ENTRIES && bearable(a);
    }

    private static boolean bearable(Matrix a) {
        return a.values().length > 0 && ExactCost.of(a).bearable();
    }

    static void requireFractions(Matrix a) {
        if (a.rows() > MOST_ROWS || a.values().length > MOST_ENTRIES) {
            throw new LimitExceededException("Exact arithmetic takes up to %d rows and %d entries; this matrix is %s."
                            .formatted(MOST_ROWS, MOST_ENTRIES, a.shape()))
                    .at("/matrix")
                    .with("limit", MOST_ROWS);
        }
        if (!bearable(a)) {
            throw new LimitExceededException(
                            "The numbers would grow too long: those of %s have too many digits, or exponents too far apart."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
    }

    private static RrefResult explain(Matrix a, RrefResult result, Deadline deadline) {
        if (!fitsFractions(a)) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        RowReduction reduction = new RowReduction(fractions(a), 0, deadline);
        reduction.run(a.columns());
        Working working = reduction.working();
        if (!working.full() && !agrees(reduction, result)) {
            result.warnings().add(Working.withheld());
            return result;
        }
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        Step last = new Step(
                "read-off",
                "This is the reduced row echelon form",
                "Every pivot is 1 and alone in its column; %s, so the rank is %d."
                        .formatted(
                                result.rank() == 0
                                        ? "there is none"
                                        : result.rank() == 1 ? "there is one" : "there are " + result.rank(),
                                result.rank()),
                working.full() ? Latex.matrix(result.matrix()) : reduction.latex(),
                result.matrix());
        return result.withSteps(working.endingIn(last));
    }

    private static boolean agrees(RowReduction reduction, RrefResult result) {
        if (!reduction.pivots().equals(Arrays.stream(result.pivots()).boxed().toList())) {
            return false;
        }
        double bound = AGREEMENT * Math.max(1, result.matrix().maxAbs());
        for (int i = 0; i < reduction.rows(); i++) {
            for (int j = 0; j < reduction.columns(); j++) {
                double difference =
                        result.matrix().get(i, j) - reduction.get(i, j).doubleValue();
                if (!(Math.abs(difference) <= bound || Double.isNaN(difference))) { // both beyond the largest double
                    return false;
                }
            }
        }
        return true;
    }

    static Map<String, String> conventions() {
        return CONVENTIONS;
    }
}
