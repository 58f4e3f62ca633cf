package org.mlmath.expression.integrate;

import java.util.ArrayList;
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
import org.mlmath.numerics.exact.Rational;

/**
 * A formula in x written with u = g(x): g itself, the part of g beside its constant, and powers of both. Of g = 3x² + 1, x⁴ is
 * ((u − 1)/3)².
 */
final class Rewriting {
    private final Formulas formulas;
    private final Expression g;
    private final Expression u;
    /** g = scale·core + shift. */
    private final Expression core;

    private final Expression coreInU;

    private Rewriting(Formulas formulas, Expression g, String x, String u) {
        this.formulas = formulas;
        this.g = g;
        this.u = new Variable(u);
        List<Expression> moving = new ArrayList<>();
        List<Expression> fixed = new ArrayList<>();
        List<Expression> terms = g instanceof Sum(List<Expression> all) ? all : List.of(g);
        terms.forEach(term -> (Formulas.depends(term, x) ? moving : fixed).add(term));
        Factors factors = moving.size() == 1 ? Factors.of(formulas, moving.getFirst(), x) : null;
        Expression scale = factors == null ? Formulas.ONE : factors.constant();
        this.core = factors == null ? formulas.add(moving) : factors.rest(formulas);
        this.coreInU = formulas.divide(formulas.subtract(this.u, formulas.add(fixed)), scale);
    }

    static Rewriting of(Formulas formulas, Expression g, String x, String u) {
        return new Rewriting(formulas, g, x, u);
    }

    Expression in(Expression expression) {
        if (expression.equals(g)) {
            return u;
        }
        if (expression.equals(core)) {
            return coreInU;
        }
        return switch (expression) {
            case Number _, Constant _, Variable _ -> expression;
            case Negate(Expression operand) -> new Negate(in(operand));
            case Sum(List<Expression> terms) -> new Sum(in(terms));
            case Product(List<Expression> factors) -> new Product(in(factors));
            case Quotient(Expression numerator, Expression denominator) -> new Quotient(in(numerator), in(denominator));
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            case Call(Function function, List<Expression> arguments) -> new Call(function, in(arguments));
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                new Piecewise(
                        branches.stream()
                                .map(branch -> new Branch(in(branch.condition()), in(branch.value())))
                                .toList(),
                        otherwise == null ? null : in(otherwise));
            case Comparison comparison ->
                new Comparison(in(comparison.left()), comparison.relation(), in(comparison.right()));
            case Series _ -> expression;
        };
    }

    private List<Expression> in(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }

    /** xᵏ in terms of xᵐ, and e^(kx) in terms of e^(mx), where m divides k. */
    private Expression power(Expression base, Expression exponent) {
        if (core instanceof Power(Expression coreBase, Expression coreExponent) && base.equals(coreBase)) {
            Rational ratio = Formulas.rational(formulas.divide(exponent, coreExponent));
            if (ratio != null && ratio.isInteger()) {
                return new Power(coreInU, formulas.number(ratio));
            }
        }
        return new Power(in(base), in(exponent));
    }
}
