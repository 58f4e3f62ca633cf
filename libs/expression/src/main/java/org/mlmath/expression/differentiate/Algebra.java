package org.mlmath.expression.differentiate;

import java.util.List;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/**
 * Arithmetic on what stands for a number: a node of a graph, or a tree.
 *
 * @param <T> what stands for a number
 */
public interface Algebra<T> {
    T number(double integer);

    T constant(Constant constant);

    T negate(T a);

    T add(T a, T b);

    T multiply(T a, T b);

    T divide(T a, T b);

    T power(T base, T exponent);

    T call(Function function, List<T> arguments);

    T compare(T a, Relation relation, T b);

    T select(T condition, T then, T otherwise);

    /** @return 1 − a², in whichever form serves: the factored one is accurate near ±1, the other is what a book shows */
    T oneMinusSquare(T a);

    default T subtract(T a, T b) {
        return add(a, negate(b));
    }

    default T square(T a) {
        return power(a, number(2));
    }

    default T reciprocal(T a) {
        return divide(number(1), a);
    }

    default T apply(Function function, T a) {
        return call(function, List.of(a));
    }

    default T apply(Function function, T a, T b) {
        return call(function, List.of(a, b));
    }
}
