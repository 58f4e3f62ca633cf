package org.mlmath.expression.differentiate;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/** A free variable replaced by an expression. */
public final class Substitution {
    private final String name;
    private final Expression replacement;

    private Substitution(String name, Expression replacement) {
        this.name = name;
        this.replacement = replacement;
    }

    /** @param replacement free of the indices of the sums around the variable's places */
    public static Expression of(Expression expression, String name, Expression replacement) {
        return new Substitution(name, replacement).in(expression);
    }

    private Expression in(Expression expression) {
        return switch (expression) {
            case Number _, Constant _ -> expression;
            case Variable(String found) -> found.equals(name) ? replacement : expression;
            case Negate(Expression operand) -> new Negate(in(operand));
            case Sum(List<Expression> terms) -> new Sum(in(terms));
            case Product(List<Expression> factors) -> new Product(in(factors));
            case Quotient(Expression numerator, Expression denominator) -> new Quotient(in(numerator), in(denominator));
            case Power(Expression base, Expression exponent) -> new Power(in(base), in(exponent));
            case Call(Function function, List<Expression> arguments) -> new Call(function, in(arguments));
            case Comparison(Expression left, Relation relation, Expression right) ->
                new Comparison(in(left), relation, in(right));
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                new Piecewise(
                        branches.stream()
                                .map(branch -> new Branch(in(branch.condition()), in(branch.value())))
                                .toList(),
                        otherwise == null ? null : in(otherwise));
            case Series(Series.Kind kind, String index, Expression from, Expression to, Expression body) ->
                new Series(kind, index, in(from), in(to), index.equals(name) ? body : in(body));
        };
    }

    private List<Expression> in(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }
}
