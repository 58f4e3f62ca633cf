package org.mlmath.expression;

import java.util.List;
import java.util.TreeSet;

final class FreeVariables {
    private FreeVariables() {}

    static List<String> of(Expression expression) {
        TreeSet<String> names = new TreeSet<>();
        collect(expression, names);
        return List.copyOf(names);
    }

    private static void collect(Expression expression, TreeSet<String> names) {
        switch (expression) {
            case Expression.Variable variable -> names.add(variable.name());
            case Expression.Series series -> {
                collect(series.from(), names);
                collect(series.to(), names);
                TreeSet<String> inside = new TreeSet<>();
                collect(series.body(), inside);
                inside.remove(series.index());
                names.addAll(inside);
            }
            default -> Expressions.children(expression).forEach(child -> collect(child, names));
        }
    }
}
