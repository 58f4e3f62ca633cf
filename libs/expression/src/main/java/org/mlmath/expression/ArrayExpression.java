package org.mlmath.expression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.expression.print.Latex;

/**
 * A vector or matrix of formulas. No formula itself: operators and functions are applied to its entries one by one.
 *
 * @param rows 1 or more; the length of a vector
 * @param columns 1 or more; 1 for a vector
 * @param vector whether it is a vector, not a matrix with one column
 * @param entries row by row
 */
public record ArrayExpression(int rows, int columns, boolean vector, List<Expression> entries) {
    public ArrayExpression {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() != rows * columns || (vector && columns != 1)) {
            throw new IllegalArgumentException(entries.size() + " entries for " + rows + "×" + columns);
        }
    }

    public static ArrayExpression vector(List<Expression> entries) {
        return new ArrayExpression(entries.size(), 1, true, entries);
    }

    /** @param rows equally long */
    public static ArrayExpression matrix(List<List<Expression>> rows) {
        return new ArrayExpression(
                rows.size(),
                rows.getFirst().size(),
                false,
                rows.stream().flatMap(List::stream).toList());
    }

    /** @return a vector as the matrix of its one column */
    public ArrayExpression asMatrix() {
        return new ArrayExpression(rows, columns, false, entries);
    }

    /** @return the entries of a row */
    public List<Expression> row(int row) {
        return entries.subList(row * columns, (row + 1) * columns);
    }

    /** @return canonical text, {@code [x, y]} or {@code [[1, 2], [3, 4]]} */
    public String text() {
        if (vector) {
            return listed(entries);
        }
        return IntStream.range(0, rows).mapToObj(row -> listed(row(row))).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String listed(List<Expression> entries) {
        return entries.stream().map(Expressions::text).collect(Collectors.joining(", ", "[", "]"));
    }

    public String latex() {
        return IntStream.range(0, rows)
                .mapToObj(row -> row(row).stream().map(Latex::of).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
    }
}
