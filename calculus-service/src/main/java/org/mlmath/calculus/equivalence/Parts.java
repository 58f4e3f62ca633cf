package org.mlmath.calculus.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/** The sub-expressions of some kind. */
final class Parts {
    private Parts() {}

    /** @return each once, outer ones first */
    static List<Expression> of(List<Expression> expressions, Predicate<Expression> kind) {
        Set<Expression> found = new LinkedHashSet<>();
        expressions.forEach(expression -> collect(expression, kind, found));
        return List.copyOf(found);
    }

    private static void collect(Expression expression, Predicate<Expression> kind, Set<Expression> found) {
        if (kind.test(expression)) {
            found.add(expression);
        }
        Expressions.children(expression).forEach(child -> collect(child, kind, found));
    }

    /** @return the free variables that can only be integers: in bounds of sums and products, and of gcd and lcm */
    static List<String> integers(List<Expression> expressions) {
        Set<String> names = new LinkedHashSet<>();
        for (Expression part : of(expressions, part -> part instanceof Series || isDivisor(part))) {
            List<Expression> bounds =
                    part instanceof Series series ? List.of(series.from(), series.to()) : ((Call) part).arguments();
            for (Expression bound : bounds) {
                names.addAll(bound.variables());
            }
        }
        Set<String> free = new LinkedHashSet<>();
        expressions.forEach(expression -> free.addAll(expression.variables()));
        List<String> result = new ArrayList<>(names);
        result.retainAll(free);
        return result;
    }

    private static boolean isDivisor(Expression part) {
        return part instanceof Call(Function function, List<Expression> arguments)
                && (function == Function.GCD || function == Function.LCM)
                && arguments.stream()
                        .anyMatch(argument -> argument instanceof Variable
                                || !argument.variables().isEmpty());
    }
}
