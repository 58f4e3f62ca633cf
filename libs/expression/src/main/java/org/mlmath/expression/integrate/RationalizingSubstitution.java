package org.mlmath.expression.integrate;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/**
 * Substitutions that can be solved for x: u = (ax + b)^(1/q) where roots of one linear function occur, u = e^(ax) where x occurs in
 * exponentials, hyperbolic functions and sigmoids only, u = ln x.
 */
final class RationalizingSubstitution implements Method {
    private static final int ORDER = 12;

    @Override
    public Expression apply(Attempt attempt) {
        Expression result = root(attempt);
        if (result == null) {
            result = exponential(attempt);
        }
        return result != null ? result : logarithm(attempt);
    }

    private static Expression root(Attempt attempt) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Roots roots = new Roots(f, x);
        if (!roots.collect(attempt.integrand()) || roots.linear == null || roots.order > ORDER) {
            return null;
        }
        Polynomial linear = Polynomial.of(f, roots.linear, x, 1);
        String name = attempt.search().freshName();
        Expression u = new Variable(name);
        long q = roots.order;
        Expression inner = f.divide(f.subtract(f.power(u, q), linear.at(0)), linear.at(1));
        Expression form = f.divide(
                f.multiply(
                        f.simplify(roots.replaced(attempt.integrand(), u, inner)),
                        Expressions.number(q),
                        f.power(u, q - 1)),
                linear.at(1));
        StandardForms.requireNonZero(attempt, linear.at(1));
        Expression g = roots.cube
                ? f.call(Function.CBRT, roots.linear)
                : q == 2 ? f.sqrt(roots.linear) : f.power(roots.linear, f.fraction(1, q));
        Expression result = attempt.substituted(IntegrationRule.SUBSTITUTION, name, g, form);
        attempt.search().release(name);
        return result;
    }

    /** The fractional powers of a formula, if they are all of the same linear function. */
    private static final class Roots {
        private final Formulas f;
        private final String x;
        private Expression linear;
        private long order = 1;
        /** Whether the roots are real cube roots, of negative numbers too. */
        private boolean cube;

        Roots(Formulas f, String x) {
            this.f = f;
            this.x = x;
        }

        /** @return false where another function of x stands under a root */
        boolean collect(Expression expression) {
            if (!Formulas.depends(expression, x)) {
                return true;
            }
            Power root = asRoot(expression);
            if (root != null) {
                boolean real = Formulas.isCall(expression, Function.CBRT);
                if (linear != null && real != cube) {
                    return false;
                }
                cube = real;
                if (Polynomial.of(f, root.base(), x, 1) == null || (linear != null && !linear.equals(root.base()))) {
                    return false;
                }
                linear = root.base();
                BigInteger q = Formulas.rational(root.exponent()).denominator();
                if (q.bitLength() > 8) {
                    return false;
                }
                long found = q.longValue();
                order = order / BigInteger.valueOf(order).gcd(q).longValue() * found;
                return true;
            }
            for (Expression child : Expressions.children(expression)) {
                if (!collect(child)) {
                    return false;
                }
            }
            return true;
        }

        private Power asRoot(Expression expression) {
            return switch (expression) {
                case Call(Function function, List<Expression> arguments)
                when function == Function.SQRT -> new Power(arguments.getFirst(), Formulas.HALF);
                case Call(Function function, List<Expression> arguments)
                when function == Function.CBRT -> new Power(arguments.getFirst(), f.fraction(1, 3));
                case Power(Expression base, Expression exponent)
                when Formulas.depends(base, x) -> {
                    Rational value = Formulas.rational(exponent);
                    yield value == null || value.isInteger() ? null : new Power(base, exponent);
                }
                default -> null;
            };
        }

        Expression replaced(Expression expression, Expression u, Expression inner) {
            Power root = asRoot(expression);
            if (root != null && Formulas.depends(root.base(), x)) {
                Rational power = Formulas.rational(root.exponent()).multiply(Rational.of(order));
                return new Power(u, f.number(power));
            }
            if (expression.equals(linear)) {
                return new Power(u, Expressions.number(order));
            }
            return mapped(expression, x, inner, child -> replaced(child, u, inner));
        }
    }

    private static Expression exponential(Attempt attempt) {
        Formulas f = attempt.formulas();
        Exponentials exponentials = new Exponentials(f, attempt.variable());
        if (!exponentials.collect(attempt.integrand()) || exponentials.rate == null) {
            return null;
        }
        String name = attempt.search().freshName();
        Expression u = new Variable(name);
        Expression form =
                f.divide(f.simplify(exponentials.replaced(attempt.integrand(), u)), f.multiply(exponentials.rate, u));
        Expression g = f.exp(f.multiply(exponentials.rate, new Variable(attempt.variable())));
        StandardForms.requireNonZero(attempt, exponentials.rate);
        Expression result = attempt.substituted(IntegrationRule.SUBSTITUTION, name, g, form);
        attempt.search().release(name);
        return result;
    }

    /** Exponentials and what is made of them, if all exponents are integer multiples of one rate. */
    private static final class Exponentials {
        private final Formulas f;
        private final String x;
        private Expression rate;

        Exponentials(Formulas f, String x) {
            this.f = f;
            this.x = x;
        }

        boolean collect(Expression expression) {
            if (!Formulas.depends(expression, x)) {
                return true;
            }
            Expression exponent = exponent(expression);
            if (exponent != null) {
                Polynomial linear = Polynomial.of(f, exponent, x, 1);
                return linear != null && take(linear.at(1));
            }
            if (expression instanceof Variable || expression instanceof Call) {
                return false;
            }
            for (Expression child : Expressions.children(expression)) {
                if (!collect(child)) {
                    return false;
                }
            }
            return true;
        }

        private Expression exponent(Expression expression) {
            return switch (expression) {
                case Power(Expression base, Expression exponent)
                when !Formulas.depends(base, x) -> f.multiply(exponent, f.call(Function.LN, base));
                case Call(Function function, List<Expression> arguments) ->
                    switch (function) {
                        case SINH, COSH, TANH, COTH, SECH, CSCH, SIGMOID -> arguments.getFirst();
                        default -> null;
                    };
                default -> null;
            };
        }

        /** The rate becomes the largest of which both are multiples. */
        private boolean take(Expression next) {
            if (rate == null) {
                Rational value = Formulas.rational(next);
                rate = value == null ? next : f.number(value.abs());
                return true;
            }
            Rational ratio = Formulas.rational(f.divide(next, rate));
            if (ratio == null) {
                return false;
            }
            rate = f.divide(rate, f.number(new Rational(ratio.denominator(), BigInteger.ONE)));
            return true;
        }

        Expression replaced(Expression expression, Expression u) {
            Expression exponent = Formulas.depends(expression, x) ? exponent(expression) : null;
            if (exponent == null) {
                return mapped(expression, x, u, child -> replaced(child, u));
            }
            Polynomial linear = Polynomial.of(f, exponent, x, 1);
            Rational power = Formulas.rational(f.divide(linear.at(1), rate));
            Expression growth = f.multiply(f.exp(linear.at(0)), f.power(u, f.number(power)));
            Expression decay = f.divide(Formulas.ONE, growth);
            if (!(expression instanceof Call(Function function, List<Expression> _))) {
                return growth;
            }
            Expression square = f.power(growth, 2);
            return switch (function) {
                case SINH -> f.divide(f.subtract(growth, decay), Formulas.TWO);
                case COSH -> f.divide(f.add(growth, decay), Formulas.TWO);
                case TANH -> f.divide(f.subtract(square, Formulas.ONE), f.add(square, Formulas.ONE));
                case COTH -> f.divide(f.add(square, Formulas.ONE), f.subtract(square, Formulas.ONE));
                case SECH -> f.divide(f.multiply(Formulas.TWO, growth), f.add(square, Formulas.ONE));
                case CSCH -> f.divide(f.multiply(Formulas.TWO, growth), f.subtract(square, Formulas.ONE));
                default -> f.divide(growth, f.add(growth, Formulas.ONE));
            };
        }
    }

    /** u = ln x, where x occurs in ln x and as powers. */
    private static Expression logarithm(Attempt attempt) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Expression ln = f.call(Function.LN, new Variable(x));
        if (!contains(attempt.integrand(), ln)) {
            return null;
        }
        String name = attempt.search().freshName();
        Expression u = new Variable(name);
        Expression form = f.simplify(
                new Product(List.of(inLogarithm(f, attempt.integrand(), x, ln, u), new Power(Constant.E, u))));
        Expression result =
                Formulas.depends(form, x) ? null : attempt.substituted(IntegrationRule.SUBSTITUTION, name, ln, form);
        attempt.search().release(name);
        return result;
    }

    private static Expression inLogarithm(Formulas f, Expression expression, String x, Expression ln, Expression u) {
        if (expression.equals(ln)) {
            return u;
        }
        return mapped(expression, x, new Power(Constant.E, u), child -> inLogarithm(f, child, x, ln, u));
    }

    private static boolean contains(Expression expression, Expression part) {
        return expression.equals(part)
                || Expressions.children(expression).stream().anyMatch(child -> contains(child, part));
    }

    /** The same node of changed children; the variable itself becomes {@code instead}. */
    private static Expression mapped(
            Expression expression, String x, Expression instead, UnaryOperator<Expression> change) {
        return switch (expression) {
            case Number _, Constant _ -> expression;
            case Variable(String name) -> name.equals(x) ? instead : expression;
            case Negate(Expression operand) -> new Negate(change.apply(operand));
            case Sum(List<Expression> terms) ->
                new Sum(terms.stream().map(change).toList());
            case Product(List<Expression> factors) ->
                new Product(factors.stream().map(change).toList());
            case Quotient(Expression numerator, Expression denominator) ->
                new Quotient(change.apply(numerator), change.apply(denominator));
            case Power(Expression base, Expression exponent) -> new Power(change.apply(base), change.apply(exponent));
            case Call(Function function, List<Expression> arguments) ->
                new Call(function, arguments.stream().map(change).toList());
            default -> expression; // comparisons and branches: not changed, so that x remains and the attempt ends
        };
    }
}
