package org.mlmath.calculus.derivative;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.print.Latex;

/** Columns and matrices as LaTeX. */
final class LatexArray {
    private LatexArray() {}

    static String column(List<Expression> entries) {
        return matrix(entries.stream().map(List::of).toList());
    }

    static String matrix(List<List<Expression>> rows) {
        return pmatrix(rows.stream()
                .map(row -> row.stream().map(Expressions::latex).toList())
                .toList());
    }

    static String column(double[] entries) {
        return pmatrix(
                Arrays.stream(entries).mapToObj(Latex::number).map(List::of).toList());
    }

    private static String pmatrix(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(" & ", row))
                .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
    }
}
