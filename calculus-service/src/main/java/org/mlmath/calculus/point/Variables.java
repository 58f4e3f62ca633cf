package org.mlmath.calculus.point;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.parse.VariableName;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * An expression together with its variables in order: those the caller lists, else the free ones in alphabetical order.
 *
 * @param expression in these variables
 * @param names without duplicates; where the caller lists them, there may be more than the expression has
 */
public record Variables(Expression expression, List<String> names) {
    /**
     * Reads the request's fields {@code expression} and {@code variables}; failures point at them.
     *
     * @param listed null where the caller leaves the order to us
     * @throws MathException for text that is no expression, a name that is none or listed twice, or one that is not listed
     */
    public static Variables of(String expression, List<String> listed) {
        return of(expression, listed, "/expression");
    }

    /**
     * As {@link #of(String, List)}, of an expression that stands elsewhere in the request.
     *
     * @param pointer where
     */
    public static Variables of(String expression, List<String> listed, String pointer) {
        List<String> names = listed == null ? null : listed(listed);
        try {
            Expression tree = names == null ? Expressions.parse(expression) : Expressions.parse(expression, names);
            return new Variables(tree, names == null ? tree.variables() : names);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    /**
     * The request's field {@code variables}; failures point at it.
     *
     * @return the names as the language spells them
     */
    public static List<String> listed(List<String> listed) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            String name = name(listed.get(i), "/variables/" + i);
            if (names.contains(name)) {
                throw new InvalidParameterException("\"%s\" is listed twice.".formatted(name)).at("/variables/" + i);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /**
     * @param pointer where the name stands in the request
     * @return a variable's name as the language spells it
     */
    public static String name(String name, String pointer) {
        try {
            return VariableName.of(name == null ? "" : name);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    /**
     * The variable that an operation on one variable is about; failures point at the request's field {@code variable}.
     *
     * @param given null: the only variable of the expression, x if it has none
     * @param what is to be done by it, as in "differentiate"
     * @throws InvalidParameterException if there are several variables and none is given
     */
    public static String by(Expression expression, String given, String what) {
        if (given != null) {
            return name(given, "/variable");
        }
        List<String> free = expression.variables();
        if (free.size() > 1) {
            throw new InvalidParameterException("The expression has the variables %s; say by which to %s."
                            .formatted(String.join(", ", free), what))
                    .at("/variable");
        }
        return free.isEmpty() ? "x" : free.getFirst();
    }
}
