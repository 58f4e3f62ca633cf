package org.mlmath.expression.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.numerics.DomainException;

/**
 * Where a formula is not smooth: |x| and relu at 0, max where its arguments meet, floor at integers, a branch where its condition
 * changes. Parts inside sums over ranges are not looked at.
 */
public final class Kinks {
    private final List<String> variables;
    private final double[] point;
    private final List<String> moving;
    private final List<Expression> found = new ArrayList<>();

    private Kinks(List<String> variables, double[] point, List<String> moving) {
        this.variables = variables;
        this.point = point;
        this.moving = moving;
    }

    /**
     * @param variables the order of the point's coordinates
     * @param moving the variables that matter
     * @return the parts of the expression that depend on one of these and have a kink or a jump at the point
     */
    public static List<Expression> at(
            Expression expression, List<String> variables, double[] point, List<String> moving) {
        Kinks kinks = new Kinks(variables, point, moving);
        kinks.look(expression);
        return kinks.found;
    }

    private void look(Expression expression) {
        boolean matters = expression.variables().stream().anyMatch(moving::contains);
        if (!matters || expression instanceof Series) {
            return;
        }
        boolean kink =
                switch (expression) {
                    case Call(Function function, List<Expression> arguments) -> kink(function, arguments);
                    case Piecewise(List<Branch> branches, Expression _) ->
                        branches.stream().anyMatch(branch -> changes(branch.condition()));
                    default -> false;
                };
        if (kink && !found.contains(expression)) {
            found.add(expression);
        }
        Expressions.children(expression).forEach(this::look);
    }

    private boolean kink(Function function, List<Expression> arguments) {
        double x = value(arguments.getFirst());
        return switch (function) {
            case ABS, SIGN, RELU, STEP -> x == 0;
            case LEAKYRELU -> x == 0 && parameter(arguments, function) != 1;
            case ELU -> x == 0 && parameter(arguments, function) != 1;
            case FLOOR, CEIL -> x == Math.rint(x);
            case TRUNC -> x == Math.rint(x) && x != 0;
            case ROUND -> Math.abs(x - Math.floor(x)) == 0.5;
            case MOD -> x / value(arguments.get(1)) == Math.rint(x / value(arguments.get(1)));
            case MIN, MAX -> tie(function, arguments);
            default -> false;
        };
    }

    private double parameter(List<Expression> arguments, Function function) {
        return arguments.size() > 1 ? value(arguments.get(1)) : function.lastDefault();
    }

    /** Whether the extreme value is reached by two arguments that are not the same formula. */
    private boolean tie(Function function, List<Expression> arguments) {
        double extreme = value(new Call(function, arguments));
        return arguments.stream()
                        .filter(argument -> value(argument) == extreme)
                        .distinct()
                        .count()
                > 1;
    }

    private boolean changes(Expression condition) {
        return switch (condition) {
            case Comparison(Expression left, Relation _, Expression right) -> value(left) == value(right);
            default -> Expressions.children(condition).stream().anyMatch(this::changes);
        };
    }

    private double value(Expression expression) {
        try {
            return Evaluation.value(expression, variables, point);
        } catch (DomainException e) {
            return Double.NaN; // in a branch that is not taken
        }
    }
}
