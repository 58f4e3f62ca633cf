package org.mlmath.linalg.system;

import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.RowReduction;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook: Gauss–Jordan elimination of A | b in fractions, one elementary row operation a step. Kinds: augment,
 * swap, scale, add-multiple, contradiction, read-off.
 */
final class Elimination {
    /** How far, in units of ε times the condition, a rounded solution may be from the fractions. */
    private static final double ROUNDING = 1000;

    private final RowReduction reduction;
    private final Working working;
    private final int unknowns;

    private Elimination(RationalMatrix a, RationalMatrix b, Deadline deadline) {
        this.unknowns = a.columns();
        this.reduction = new RowReduction(a.beside(b), unknowns, deadline);
        this.working = reduction.working();
    }

    /** @return the result with the steps that lead to it, or with a warning where they do not */
    static SolveResult explain(
            SolveResult result, RationalMatrix a, RationalMatrix b, boolean vector, Deadline deadline) {
        Elimination elimination = new Elimination(a, b, deadline);
        elimination.run();
        List<Step> steps = null;
        if (elimination.agreesWith(result)) {
            steps = elimination.working.endingIn(elimination.last(result, vector));
            if (elimination.working.full()) {
                result.warnings().add(elimination.working.truncated());
            }
        } else {
            result.warnings().add(Working.withheld());
        }
        return result.withSteps(steps);
    }

    private void run() {
        reduction.show(
                "augment",
                "Write the system as one matrix",
                "The right-hand side stands behind the line. Row operations change neither side's solutions.");
        reduction.run(unknowns);
    }

    private Step last(SolveResult result, boolean vector) {
        if (result.classification() == Classification.NONE) {
            return new Step(
                    "contradiction",
                    "There is no solution",
                    "A row reads 0 = something else than 0, so no x satisfies all equations.",
                    "0 \\ne " + contradiction(),
                    "none");
        }
        VectorOrMatrix solution = result.solution();
        boolean free = result.classification() == Classification.INFINITE;
        String detail = !free
                ? "Each row now gives one unknown."
                : "Unknowns without a pivot are free. "
                        + ("elimination".equals(result.diagnostics().method())
                                ? "With all of them 0 the rows give this solution; the others differ by a vector of the null space."
                                : "The solution given differs from the one with all of them 0 by a vector of the null space.");
        Matrix x = solution.matrix();
        boolean readOff = !working.full()
                && (!free || "elimination".equals(result.diagnostics().method()));
        String value = readOff
                ? Latex.matrix(x.rows(), x.columns(), 0, (i, j) -> read(i, j).latex())
                : Latex.matrix(x);
        return new Step(
                "read-off",
                vector ? "Read off the solution" : "Read off the solutions, a column each",
                detail,
                (vector ? "x = " : "X = ") + value,
                solution);
    }

    private String contradiction() {
        for (int i = reduction.pivots().size(); i < reduction.rows(); i++) {
            for (int j = unknowns; j < reduction.columns(); j++) {
                if (reduction.get(i, j).signum() != 0) {
                    return reduction.get(i, j).latex();
                }
            }
        }
        return "1";
    }

    /** @return the unknown with all free ones 0 */
    private Rational read(int unknown, int column) {
        int row = reduction.pivots().indexOf(unknown);
        return row < 0 ? Rational.ZERO : reduction.get(row, unknowns + column);
    }

    private boolean agreesWith(SolveResult result) {
        if (working.full() || result.classification() == Classification.NONE) {
            return true; // the ranks that say so were computed from the same fractions
        }
        Matrix x = result.solution().matrix();
        boolean shifted = result.classification() == Classification.INFINITE
                && !"elimination".equals(result.diagnostics().method());
        if (shifted) {
            return result.diagnostics().backwardError() < ROUNDING * x.rows() * Math.ulp(1.0);
        }
        Double lost = result.diagnostics().digitsLost();
        double bound = ROUNDING * x.rows() * Math.ulp(1.0) * (lost == null ? 1 : Math.pow(10, lost)) * x.maxAbs();
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                if (!(Math.abs(x.get(i, j) - read(i, j).doubleValue()) <= bound)) {
                    return false;
                }
            }
        }
        return true;
    }
}
