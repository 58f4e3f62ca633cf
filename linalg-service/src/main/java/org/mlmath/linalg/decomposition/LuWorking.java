package org.mlmath.linalg.decomposition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A[p] = L·U: elimination in fractions with the pivots of the answer; every multiplier taken is an entry
 * of L. Kinds: start, swap, add-multiple, no-pivot, assemble.
 */
final class LuWorking {
    /** How far the rounded factors may be from the fractions, relative to the largest entry. */
    private static final double AGREEMENT = 1e-8;

    private static final int MOST_ROWS = 32;

    private final Rational[][] rows;
    private final Rational[][] multipliers;
    private final int[] order;
    private final int pivots;
    private final Deadline deadline;
    private final Working working = new Working();

    private LuWorking(RationalMatrix a, Deadline deadline) {
        int m = a.rows();
        this.pivots = Math.min(m, a.columns());
        this.deadline = deadline;
        rows = new Rational[m][a.columns()];
        multipliers = new Rational[m][pivots];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < a.columns(); j++) {
                rows[i][j] = a.get(i, j);
            }
            Arrays.fill(multipliers[i], Rational.ZERO);
        }
        order = IntStream.range(0, m).toArray();
    }

    /** @param bearable whether fractions stay of a length to compute with */
    static LuResult explain(LuResult result, Matrix a, boolean bearable, Deadline deadline) {
        if (!bearable || Math.max(a.rows(), a.columns()) > MOST_ROWS || !Latex.readable(a)) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        LuWorking derivation = new LuWorking(RationalMatrix.of(a), deadline);
        if (!derivation.run(result.permutation()) || !derivation.agreesWith(result)) {
            result.warnings().add(Working.withheld());
            return result;
        }
        if (derivation.working.full()) {
            result.warnings().add(derivation.working.truncated());
        }
        return result.withSteps(derivation.working.endingIn(derivation.last(result)));
    }

    /** @return whether the pivots of the answer are pivots for the fractions as well */
    private boolean run(int[] permutation) {
        record("start", "Start from A", "Rows are eliminated downwards; what is left above the zeros is U.", "");
        for (int j = 0; j < pivots; j++) {
            int pivot = j;
            while (order[pivot] != permutation[j]) {
                pivot++;
            }
            if (pivot != j) {
                swap(j, pivot);
            }
            if (rows[j][j].signum() == 0) {
                for (int i = j + 1; i < rows.length; i++) {
                    if (rows[i][j].signum() != 0) {
                        return false; // rounding took a zero for a pivot
                    }
                }
                record(
                        "no-pivot",
                        "Column %d needs nothing".formatted(j + 1),
                        "It is 0 from the diagonal down: the pivot is 0, and so are the multipliers.",
                        "u_{%d%d} = 0".formatted(j + 1, j + 1));
                continue;
            }
            for (int i = j + 1; i < rows.length; i++) {
                if (rows[i][j].signum() != 0) {
                    eliminate(i, j);
                }
            }
        }
        return true;
    }

    private void swap(int i, int k) {
        swap(rows, i, k);
        swap(multipliers, i, k);
        int kept = order[i];
        order[i] = order[k];
        order[k] = kept;
        record(
                "swap",
                "Swap rows %d and %d".formatted(i + 1, k + 1),
                "The largest entry of column %d, from the diagonal down, becomes the pivot; multipliers found before move along."
                        .formatted(i + 1),
                "R_{%d} \\leftrightarrow R_{%d}".formatted(i + 1, k + 1));
    }

    private static void swap(Rational[][] array, int i, int k) {
        Rational[] kept = array[i];
        array[i] = array[k];
        array[k] = kept;
    }

    private void eliminate(int i, int j) {
        deadline.check();
        Rational multiplier = rows[i][j].divide(rows[j][j]);
        multipliers[i][j] = multiplier;
        for (int c = j; c < rows[i].length; c++) {
            rows[i][c] = rows[i][c].subtract(multiplier.multiply(rows[j][c]));
        }
        String multiple =
                multiplier.abs().equals(Rational.ONE) ? "" : multiplier.abs().latex() + " ";
        record(
                "add-multiple",
                "Subtract %s times row %d from row %d".formatted(multiplier, j + 1, i + 1),
                "The multiplier is the entry below the pivot over the pivot, and an entry of L.",
                "\\ell_{%d%d} = %s, \\quad R_{%d} \\leftarrow R_{%d} %s %sR_{%d}"
                        .formatted(
                                i + 1,
                                j + 1,
                                multiplier.latex(),
                                i + 1,
                                i + 1,
                                multiplier.signum() < 0 ? "+" : "-",
                                multiple,
                                j + 1));
    }

    private void record(String kind, String title, String detail, String operation) {
        if (working.full()) {
            return;
        }
        int columns = rows[0].length;
        String matrix = Latex.matrix(rows.length, columns, 0, (i, j) -> rows[i][j].latex());
        List<List<String>> value = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(Rational::toString).toList())
                .toList();
        String latex = operation.isEmpty() ? matrix : operation + ": \\quad " + matrix;
        working.add(new Step(kind, title, detail, latex, value), rows.length * columns);
    }

    private Rational lower(int i, int j) {
        return i == j ? Rational.ONE : multipliers[i][j];
    }

    private Step last(LuResult result) {
        String l = Latex.matrix(rows.length, pivots, 0, (i, j) -> lower(i, j).latex());
        String u = Latex.matrix(pivots, rows[0].length, 0, (i, j) -> rows[i][j].latex());
        return new Step(
                "assemble",
                "Put L and U together",
                "L holds the multipliers below its diagonal of ones, U the rows as they are now.",
                "L = " + l + ", \\quad U = " + u,
                result.u());
    }

    private boolean agreesWith(LuResult result) {
        double bound = AGREEMENT * result.u().maxAbs();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < pivots; j++) {
                if (!(Math.abs(lower(i, j).doubleValue() - result.l().get(i, j)) <= AGREEMENT)) {
                    return false;
                }
            }
        }
        for (int i = 0; i < pivots; i++) {
            for (int j = 0; j < rows[0].length; j++) {
                if (!(Math.abs(rows[i][j].doubleValue() - result.u().get(i, j)) <= bound)) {
                    return false;
                }
            }
        }
        return true;
    }
}
