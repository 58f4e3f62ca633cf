package org.mlmath.expression.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;

/** The height of a tree, found level by level: chains of divisions nest without the parser's recursion. */
final class Depth {
    private Depth() {}

    static void require(Expression expression) {
        Deque<List<Expression>> level = new ArrayDeque<>(List.of(List.of(expression)));
        int depth = 0;
        while (!level.isEmpty()) {
            List<Expression> below = new ArrayList<>();
            for (Expression node : level.pop()) {
                below.addAll(Expressions.children(node));
            }
            if (++depth > Limits.DEPTH) {
                throw Limits.exceeded("more than %d levels of nesting".formatted(Limits.DEPTH), Limits.DEPTH, depth);
            }
            if (!below.isEmpty()) {
                level.push(below);
            }
        }
    }
}
