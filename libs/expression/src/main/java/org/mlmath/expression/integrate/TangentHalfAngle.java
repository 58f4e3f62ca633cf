package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/**
 * A rational function of sin θ and cos θ, θ linear, by t = tan(θ/2). The antiderivative found jumps where θ is an odd multiple of π.
 */
final class TangentHalfAngle implements Method {
    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Expression angle = angle(attempt.integrand(), x, null);
        Polynomial linear = angle == null ? null : Polynomial.of(f, angle, x, 1);
        if (linear == null || linear.degree() < 1) {
            return null;
        }
        String name = attempt.search().freshName();
        Expression t = new Variable(name);
        Expression form = inTangent(f, attempt.integrand(), x, angle, t);
        Expression result = null;
        if (form != null) {
            Expression below = f.multiply(linear.at(1), f.add(Formulas.ONE, f.power(t, 2)));
            Expression whole = f.simplify(new Quotient(new Product(List.of(Formulas.TWO, form)), below));
            Expression rational = RationalFunctions.together(f, whole, name);
            StandardForms.requireNonZero(attempt, linear.at(1));
            result = rational == null
                    ? null
                    : attempt.substituted(
                            IntegrationRule.TANGENT_HALF_ANGLE,
                            name,
                            f.call(Function.TAN, f.divide(angle, Formulas.TWO)),
                            rational);
        }
        attempt.search().release(name);
        return result;
    }

    /** @return the angle of the first trigonometric function of x */
    private static Expression angle(Expression expression, String x, Expression before) {
        if (before != null || !Formulas.depends(expression, x)) {
            return before;
        }
        if (expression instanceof Call(Function function, List<Expression> arguments)) {
            return switch (function) {
                case SIN, COS, TAN, COT, SEC, CSC -> arguments.getFirst();
                default -> null;
            };
        }
        Expression found = null;
        for (Expression child : Expressions.children(expression)) {
            found = angle(child, x, found);
        }
        return found;
    }

    /** @return null where x occurs otherwise */
    private static Expression inTangent(Formulas f, Expression expression, String x, Expression angle, Expression t) {
        if (!Formulas.depends(expression, x)) {
            return expression;
        }
        return switch (expression) {
            case Negate(Expression operand) -> {
                Expression inner = inTangent(f, operand, x, angle, t);
                yield inner == null ? null : new Negate(inner);
            }
            case Sum(List<Expression> terms) -> {
                List<Expression> changed = all(f, terms, x, angle, t);
                yield changed == null ? null : new Sum(changed);
            }
            case Product(List<Expression> factors) -> {
                List<Expression> changed = all(f, factors, x, angle, t);
                yield changed == null ? null : new Product(changed);
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                List<Expression> changed = all(f, List.of(numerator, denominator), x, angle, t);
                yield changed == null ? null : new Quotient(changed.get(0), changed.get(1));
            }
            case Power(Expression base, Expression exponent) -> {
                Expression inner = Formulas.integer(exponent) == null ? null : inTangent(f, base, x, angle, t);
                yield inner == null ? null : new Power(inner, exponent);
            }
            case Call(Function function, List<Expression> arguments)
            when arguments.getFirst().equals(angle) -> {
                Expression square = f.power(t, 2);
                Expression plus = f.add(Formulas.ONE, square);
                Expression minus = f.subtract(Formulas.ONE, square);
                Expression twice = f.multiply(Formulas.TWO, t);
                yield switch (function) {
                    case SIN -> new Quotient(twice, plus);
                    case COS -> new Quotient(minus, plus);
                    case TAN -> new Quotient(twice, minus);
                    case COT -> new Quotient(minus, twice);
                    case SEC -> new Quotient(plus, minus);
                    case CSC -> new Quotient(plus, twice);
                    default -> null;
                };
            }
            default -> null;
        };
    }

    private static List<Expression> all(Formulas f, List<Expression> parts, String x, Expression angle, Expression t) {
        List<Expression> changed = new ArrayList<>();
        for (Expression part : parts) {
            Expression inner = inTangent(f, part, x, angle, t);
            if (inner == null) {
                return null;
            }
            changed.add(inner);
        }
        return changed;
    }
}
