package org.mlmath.expression.parse;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.ArrayExpression;
import org.mlmath.expression.Expression;

/**
 * Vectors {@code [x, y]} and matrices {@code [[1, 2], [3, 4]]}, {@code [1, 2; 3, 4]} or as a LaTeX environment, whose entries are
 * expressions. Read only where a whole array is asked for.
 */
final class ArrayLiteral {
    private final Reading in;
    private final Operators operators;

    ArrayLiteral(Reading in) {
        this.in = in;
        this.operators = new Operators(in);
    }

    /** @return the refusal of an array where one number is needed */
    static ExpressionSyntaxException misplaced(Reading in, Token open) {
        return new ExpressionSyntaxException(
                "The \"%s\" at position %d begins a vector or matrix, and an expression here has one number as its value; group with parentheses."
                        .formatted(in.text.substring(open.start(), open.end()), open.start()),
                open.range(),
                "a number, a name or an opening parenthesis");
    }

    ArrayExpression read() {
        boolean called = in.peek().kind() == Token.Kind.NAME
                && in.peek(1).is("(")
                && in.peek(2).is("[");
        if (called
                && List.of("array", "Matrix", "matrix", "vector")
                        .contains(in.peek().text())) {
            in.take();
            return in.inside(in.take(), this::read);
        }
        if (in.peek().is("\\begin{matrix}")) {
            return environment();
        }
        Token open = in.peek();
        in.expect("[");
        return in.inside(open, () -> in.peek().is("[") ? rows() : entries());
    }

    /** {@code [a, b], [c, d]} */
    private ArrayExpression rows() {
        List<List<Expression>> rows = new ArrayList<>();
        do {
            Token open = in.peek();
            in.expect("[");
            rows.add(in.inside(open, this::row));
            requireAsLong(rows, open);
        } while (in.accept(","));
        return ArrayExpression.matrix(rows);
    }

    /** {@code a, b} or {@code a, b; c, d} */
    private ArrayExpression entries() {
        List<List<Expression>> rows = new ArrayList<>();
        boolean matrix = false;
        while (true) {
            Token begin = in.peek();
            rows.add(row());
            requireAsLong(rows, begin);
            if (!in.accept(";")) {
                return matrix ? ArrayExpression.matrix(rows) : ArrayExpression.vector(rows.getFirst());
            }
            matrix = true;
        }
    }

    private List<Expression> row() {
        List<Expression> row = new ArrayList<>();
        do {
            if (in.peek().is("[")) {
                throw in.unexpected("a number; the rows of a matrix are all in brackets");
            }
            row.add(operators.disjunction());
        } while (in.accept(","));
        return row;
    }

    private ArrayExpression environment() {
        in.take();
        List<List<Expression>> rows = new ArrayList<>();
        while (!in.peek().is("\\end{matrix}")) {
            Token begin = in.peek();
            List<Expression> row = new ArrayList<>();
            do {
                row.add(operators.disjunction());
            } while (in.accept("&"));
            rows.add(row);
            requireAsLong(rows, begin);
            if (!in.accept("\\\\") && !in.peek().is("\\end{matrix}")) {
                throw in.unexpected("the end of the row");
            }
        }
        if (rows.isEmpty()) {
            throw in.unexpected("the entries of the matrix");
        }
        in.take();
        boolean column = rows.stream().allMatch(row -> row.size() == 1);
        return column
                ? ArrayExpression.vector(rows.stream().map(List::getFirst).toList())
                : ArrayExpression.matrix(rows);
    }

    private void requireAsLong(List<List<Expression>> rows, Token begin) {
        int expected = rows.getFirst().size();
        int found = rows.getLast().size();
        if (found != expected) {
            throw new ExpressionSyntaxException(
                    "Row %d of the matrix has %d entries and row 0 has %d; all rows are equally long."
                            .formatted(rows.size() - 1, found, expected),
                    new Range(begin.start(), in.previous().end()),
                    expected + " entries");
        }
    }
}
