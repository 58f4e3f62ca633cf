package org.mlmath.linalg.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;

/** Elementary row operations in fractions, each of them a step. Kinds: swap, scale, add-multiple. */
public final class RowReduction {
    /** Long fractions count as several numbers: so many bits make one. */
    private static final int DOUBLE = 64;

    private final Rational[][] rows;
    private final int divider;
    private final Deadline deadline;
    private final Working working = new Working();
    private final List<Integer> pivots = new ArrayList<>();

    /** @param divider how many columns stand before a vertical line, or 0 for none */
    public RowReduction(RationalMatrix matrix, int divider, Deadline deadline) {
        this.divider = divider;
        this.deadline = deadline;
        this.rows = new Rational[matrix.rows()][matrix.columns()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = matrix.get(i, j);
            }
        }
    }

    public Working working() {
        return working;
    }

    public int rows() {
        return rows.length;
    }

    public int columns() {
        return rows[0].length;
    }

    public Rational get(int row, int column) {
        return rows[row][column];
    }

    /** @return the columns of the pivots found */
    public List<Integer> pivots() {
        return pivots;
    }

    /** Gauss–Jordan elimination in the first columns, as far as the steps are shown: pivots become 1 and alone in their column. */
    public void run(int columns) {
        for (int j = 0; j < columns && pivots.size() < rows.length && !working.full(); j++) {
            int rank = pivots.size();
            int pivot = firstNonZero(rank, j);
            if (pivot == rows.length) {
                continue;
            }
            if (pivot != rank) {
                swap(rank, pivot, "The entry needed as pivot is 0 in row %d.".formatted(rank + 1));
            }
            if (!rows[rank][j].equals(Rational.ONE)) {
                scale(rank, Rational.ONE.divide(rows[rank][j]), "That makes its pivot 1.");
            }
            for (int i = 0; i < rows.length; i++) {
                if (i != rank && rows[i][j].signum() != 0) {
                    addMultiple(
                            i, rank, rows[i][j].negate(), "That makes its entry in column %d zero.".formatted(j + 1));
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

    public void swap(int i, int k, String reason) {
        Rational[] kept = rows[i];
        rows[i] = rows[k];
        rows[k] = kept;
        record(
                "swap",
                "Swap rows %d and %d".formatted(i + 1, k + 1),
                reason,
                "R_{%d} \\leftrightarrow R_{%d}".formatted(i + 1, k + 1));
    }

    public void scale(int i, Rational factor, String reason) {
        deadline.check();
        for (int j = 0; j < rows[i].length; j++) {
            if (rows[i][j].signum() != 0) {
                rows[i][j] = rows[i][j].multiply(factor);
            }
        }
        record(
                "scale",
                "Multiply row %d by %s".formatted(i + 1, factor),
                reason,
                "R_{%d} \\leftarrow %sR_{%d}".formatted(i + 1, Latex.coefficient(factor), i + 1));
    }

    /** Adds a multiple of one row to row i. */
    public void addMultiple(int i, int with, Rational factor, String reason) {
        deadline.check();
        for (int j = 0; j < rows[i].length; j++) {
            if (rows[with][j].signum() != 0) {
                rows[i][j] = rows[i][j].add(factor.multiply(rows[with][j]));
            }
        }
        String multiple = factor.abs().equals(Rational.ONE) ? "" : factor.abs().latex() + " ";
        record(
                "add-multiple",
                "Add %s times row %d to row %d".formatted(factor, with + 1, i + 1),
                reason,
                "R_{%d} \\leftarrow R_{%d} %s %sR_{%d}"
                        .formatted(i + 1, i + 1, factor.signum() < 0 ? "-" : "+", multiple, with + 1));
    }

    /** Adds a step that shows the matrix as it stands. */
    public void show(String kind, String title, String detail) {
        record(kind, title, detail, "");
    }

    /** @return the matrix as it stands, with the line where there is one */
    public String latex() {
        return Latex.matrix(rows.length, columns(), divider, (i, j) -> rows[i][j].latex());
    }

    private void record(String kind, String title, String detail, String operation) {
        String latex = operation.isEmpty() ? latex() : operation + ": \\quad " + latex();
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
}
