package org.mlmath.linalg.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.explanation.Latex;
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

    /** Long fractions count as several numbers: so many bits make one. */
    private static final int DOUBLE = 64;

    private final Rational[][] rows;
    private final int unknowns;
    private final Working working = new Working();
    private final List<Integer> pivots = new ArrayList<>();
    private final Deadline deadline;

    private Elimination(RationalMatrix a, RationalMatrix b, Deadline deadline) {
        RationalMatrix augmented = a.beside(b);
        this.unknowns = a.columns();
        this.deadline = deadline;
        this.rows = new Rational[a.rows()][augmented.columns()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = augmented.get(i, j);
            }
        }
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
        record(
                "augment",
                "Write the system as one matrix",
                "The right-hand side stands behind the line. Row operations change neither side's solutions.",
                "");
        for (int j = 0; j < unknowns && pivots.size() < rows.length && !working.full(); j++) {
            int rank = pivots.size();
            int pivot = firstNonZero(rank, j);
            if (pivot == rows.length) {
                continue;
            }
            if (pivot != rank) {
                swap(rank, pivot);
            }
            if (!rows[rank][j].equals(Rational.ONE)) {
                scale(rank, j);
            }
            for (int i = 0; i < rows.length; i++) {
                if (i != rank && rows[i][j].signum() != 0) {
                    addMultiple(i, rank, j);
                }
            }
            pivots.add(j);
        }
    }

    private int firstNonZero(int from, int column) {
        int row = from;
        while (row < rows.length && rows[row][column].signum() == 0) {
            row++;
        }
        return row;
    }

    private void swap(int i, int k) {
        Rational[] kept = rows[i];
        rows[i] = rows[k];
        rows[k] = kept;
        record(
                "swap",
                "Swap rows %d and %d".formatted(i + 1, k + 1),
                "The entry needed as pivot is 0 in row %d.".formatted(i + 1),
                "R_{%d} \\leftrightarrow R_{%d}".formatted(i + 1, k + 1));
    }

    private void scale(int i, int column) {
        deadline.check();
        Rational pivot = rows[i][column];
        Rational factor = Rational.ONE.divide(pivot);
        for (int j = column; j < rows[i].length; j++) {
            rows[i][j] = rows[i][j].multiply(factor);
        }
        record(
                "scale",
                "Multiply row %d by %s".formatted(i + 1, factor),
                "That makes its pivot 1.",
                "R_{%d} \\leftarrow %s R_{%d}".formatted(i + 1, factor.latex(), i + 1));
    }

    private void addMultiple(int i, int with, int column) {
        deadline.check();
        Rational factor = rows[i][column].negate();
        for (int j = column; j < rows[i].length; j++) {
            rows[i][j] = rows[i][j].add(factor.multiply(rows[with][j]));
        }
        String multiple = factor.abs().equals(Rational.ONE) ? "" : factor.abs().latex() + " ";
        record(
                "add-multiple",
                "Add %s times row %d to row %d".formatted(factor, with + 1, i + 1),
                "That makes its entry in column %d zero.".formatted(column + 1),
                "R_{%d} \\leftarrow R_{%d} %s %sR_{%d}"
                        .formatted(i + 1, i + 1, factor.signum() < 0 ? "-" : "+", multiple, with + 1));
    }

    private void record(String kind, String title, String detail, String operation) {
        int columns = rows[0].length;
        String matrix = Latex.matrix(rows.length, columns, unknowns, (i, j) -> rows[i][j].latex());
        String latex = operation.isEmpty() ? matrix : operation + ": \\quad " + matrix;
        List<List<String>> value = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(Rational::toString).toList())
                .toList();
        int size = Arrays.stream(rows)
                .flatMap(Arrays::stream)
                .mapToInt(entry -> 1
                        + entry.numerator().bitLength() / DOUBLE
                        + entry.denominator().bitLength() / DOUBLE)
                .sum();
        working.add(new Step(kind, title, detail, latex, value), size);
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
        for (int i = pivots.size(); i < rows.length; i++) {
            for (int j = unknowns; j < rows[i].length; j++) {
                if (rows[i][j].signum() != 0) {
                    return rows[i][j].latex();
                }
            }
        }
        return "1";
    }

    /** @return the unknown with all free ones 0 */
    private Rational read(int unknown, int column) {
        int row = pivots.indexOf(unknown);
        return row < 0 ? Rational.ZERO : rows[row][unknowns + column];
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
