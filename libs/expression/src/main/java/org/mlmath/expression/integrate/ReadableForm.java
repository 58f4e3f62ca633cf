package org.mlmath.expression.integrate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/**
 * What a simplified antiderivative needs to look like one in a book: no bars around what is never negative, even and odd functions of
 * −u, fractions in front of a sum instead of inside.
 */
final class ReadableForm {
    private final Formulas f;

    ReadableForm(Formulas formulas) {
        this.f = formulas;
    }

    Expression of(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> f.negate(of(operand));
            case Sum(List<Expression> terms) ->
                f.add(terms.stream().map(this::of).toList());
            case Product(List<Expression> factors) -> product(all(factors));
            case Quotient(Expression numerator, Expression denominator) -> quotient(of(numerator), of(denominator));
            case Power(Expression base, Expression exponent) -> f.power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) -> call(function, all(arguments));
            default -> expression;
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    private Expression call(Function function, List<Expression> arguments) {
        Expression u = arguments.getFirst();
        if (function == Function.LN
                && u instanceof Call(Function inner, List<Expression> of)
                && inner == Function.ABS) {
            Expression v = of.getFirst();
            if (Sign.of(v).isNonNegative()) {
                return f.call(Function.LN, v);
            }
            Expression positive = opposite(v);
            if (positive != null) {
                return f.logarithm(positive);
            }
        }
        if (function == Function.ATAN
                && u instanceof Call(Function inner, List<Expression> of)
                && inner == Function.TAN) {
            return of.getFirst(); // they differ by a constant between the poles, where u is the continuous choice
        }
        Expression positive = arguments.size() == 1 ? opposite(u) : null;
        if (positive != null) {
            switch (function) {
                case COS, COSH, SEC, SECH, ABS -> {
                    return f.call(function, positive);
                }
                case SIN, TAN, COT, CSC, SINH, TANH, ASIN, ATAN, ASINH, ATANH, ERF -> {
                    return f.negate(f.call(function, positive));
                }
                default -> {}
            }
        }
        return f.call(function, arguments.toArray(Expression[]::new));
    }

    /** @return −u where u is written with signs only, else null */
    private Expression opposite(Expression u) {
        return switch (u) {
            case Negate(Expression operand) -> operand;
            case Sum(List<Expression> terms) when terms.stream().allMatch(Negate.class::isInstance) -> f.negate(u);
            default -> null;
        };
    }

    private Expression quotient(Expression numerator, Expression denominator) {
        Expression positive = denominator instanceof Sum ? opposite(denominator) : null;
        if (positive != null) {
            return f.negate(f.divide(product(List.of(numerator)), positive));
        }
        return f.divide(product(List.of(numerator)), denominator);
    }

    /** (a/2 + b/3) c is (3a + 2b) c/6. */
    private Expression product(List<Expression> factors) {
        Rational scale = Rational.ONE;
        List<Expression> changed = new ArrayList<>();
        boolean any = false;
        for (Expression factor : factors) {
            Expression positive = factor instanceof Sum ? opposite(factor) : null;
            Expression sum = positive == null ? factor : positive;
            if (positive != null) {
                scale = scale.negate();
                any = true;
            }
            Rational content =
                    factors.size() > 1 && sum instanceof Sum(List<Expression> terms) ? content(terms) : Rational.ONE;
            if (!content.equals(Rational.ONE)) {
                scale = scale.multiply(content);
                Expression divisor = f.number(content);
                sum = f.add(((Sum) sum)
                        .terms().stream().map(term -> f.divide(term, divisor)).toList());
                any = true;
            }
            changed.add(sum);
        }
        if (any) {
            changed.add(f.number(scale));
        }
        return f.multiply(changed);
    }

    /** @return 1 over the least common denominator of the terms' coefficients, times what their numerators share */
    private Rational content(List<Expression> terms) {
        BigInteger below = BigInteger.ONE;
        BigInteger above = BigInteger.ZERO;
        for (Expression term : terms) {
            Rational coefficient = coefficient(term);
            below = below.multiply(coefficient.denominator()).divide(below.gcd(coefficient.denominator()));
            above = above.gcd(coefficient.numerator());
        }
        return above.signum() == 0 || below.equals(BigInteger.ONE) ? Rational.ONE : new Rational(above, below);
    }

    private static Rational coefficient(Expression term) {
        Rational whole = Formulas.rational(term);
        if (whole != null) {
            return whole;
        }
        return switch (term) {
            case Negate(Expression operand) -> coefficient(operand).negate();
            case Product(List<Expression> factors) -> {
                Rational first = Formulas.rational(factors.getFirst());
                yield first == null ? Rational.ONE : first;
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                Rational below = coefficient(denominator);
                yield coefficient(numerator).divide(below.signum() == 0 ? Rational.ONE : below);
            }
            default -> Rational.ONE;
        };
    }

    /**
     * The whole antiderivative: sums of polynomials over a number are taken apart, what does not depend on the variable belongs to the
     * constant of integration.
     */
    Expression ofAntiderivative(Expression expression, String variable) {
        Expression readable = of(expression);
        List<Expression> terms = new ArrayList<>();
        List<Expression> all = readable instanceof Sum(List<Expression> parts) ? parts : List.of(readable);
        for (Expression term : all) {
            Polynomial polynomial = Polynomial.of(f, term, variable, 8);
            boolean takenApart = polynomial != null && all.size() > 1 && !(term instanceof Power);
            terms.add(takenApart ? polynomial.in(f, new Expression.Variable(variable)) : term);
        }
        Expression sum = f.add(terms);
        if (!(sum instanceof Sum(List<Expression> parts))) {
            return sum;
        }
        List<Expression> kept =
                parts.stream().filter(term -> Formulas.depends(term, variable)).toList();
        return kept.isEmpty() || kept.size() == parts.size() ? sum : f.add(kept);
    }
}
