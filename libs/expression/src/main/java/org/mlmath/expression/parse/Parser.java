package org.mlmath.expression.parse;

import java.util.Collections;
import java.util.List;
import java.util.Set;
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

    private static Parsed read(Reading in) {
        if (in.peek().kind() == Kind.END) {
            throw new ExpressionSyntaxException(
                    "The expression is empty.", new Range(0, in.text.length()), "an expression");
        }
        Expression expression = new Operators(in).disjunction();
        if (in.peek().kind() != Kind.END) {
            throw in.unexpected(in.peek().is(")") || in.peek().is("}") ? "no closing bracket here" : "an operator");
        }
        Depth.require(expression);
        return new Parsed(expression, Collections.unmodifiableMap(in.ranges), List.copyOf(in.ambiguities));
    }
}
