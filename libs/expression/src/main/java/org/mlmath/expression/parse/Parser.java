package org.mlmath.expression.parse;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.mlmath.expression.ArrayExpression;
import org.mlmath.expression.Expression;
import org.mlmath.expression.parse.Token.Kind;

/**
 * Reads an expression. {@link Operators} knows the grammar of operators, {@link Operands} what stands between them; recursion is
 * counted and bounded by {@link Limits#DEPTH}, so no text can exhaust the stack.
 */
public final class Parser {
    private Parser() {}

    /** Reads a text in which any name may be a variable. */
    public static Parsed parse(String text) {
        return read(new Reading(text, new Scope(null)));
    }

    /** Reads a text in these variables only. A name that is also a function's is a variable where no argument list follows. */
    public static Parsed parse(String text, List<String> variables) {
        return read(new Reading(text, new Scope(Set.copyOf(variables))));
    }

    /** Reads a vector or matrix in which any name may be a variable. */
    public static ParsedArray parseArray(String text) {
        return readArray(new Reading(text, new Scope(null)));
    }

    /** Reads a vector or matrix in these variables only. */
    public static ParsedArray parseArray(String text, List<String> variables) {
        return readArray(new Reading(text, new Scope(Set.copyOf(variables))));
    }

    private static Parsed read(Reading in) {
        requireText(in);
        Expression expression = new Operators(in).disjunction();
        requireEnd(in);
        Depth.require(expression);
        return new Parsed(expression, Collections.unmodifiableMap(in.ranges), List.copyOf(in.ambiguities));
    }

    private static ParsedArray readArray(Reading in) {
        requireText(in);
        ArrayExpression array = new ArrayLiteral(in).read();
        requireEnd(in);
        array.entries().forEach(Depth::require);
        return new ParsedArray(array, List.copyOf(in.ambiguities));
    }

    private static void requireText(Reading in) {
        if (in.peek().kind() == Kind.END) {
            throw new ExpressionSyntaxException(
                    "The expression is empty.", new Range(0, in.text.length()), "an expression");
        }
    }

    private static void requireEnd(Reading in) {
        Token token = in.peek();
        if (token.is("[")) {
            throw ArrayLiteral.misplaced(in, token);
        }
        if (token.kind() != Kind.END) {
            boolean bracket = token.is(")") || token.is("}") || token.is("]");
            throw in.unexpected(bracket ? "no closing bracket here" : "an operator");
        }
    }
}
