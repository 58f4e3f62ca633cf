package org.mlmath.calculus.simplify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.simplify.Simplifier;

/**
 * What holds for real numbers and not for complex ones, where computer algebra is silent: √(u²) = |u|, |u|² = u², |u| = u where u
 * cannot be negative, ln(eᵘ) = u, (u²)^(1/2) = |u|, logarithms of products of what is positive by its form.
 */
final class RealRules {
    private static final Expression TWO = Expressions.number(2);

    private final Simplifier simplifier;
    private final Map<String, Relation> known;

    /** @param known how variables stand to zero */
    RealRules(Simplifier simplifier, Map<String, Relation> known) {
        this.simplifier = simplifier;
        this.known = known;
    }

    Expression of(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> simplifier.negate(of(operand));
            case Sum(List<Expression> terms) -> simplifier.sum(logarithms(all(terms)));
            case Product(List<Expression> factors) -> simplifier.product(all(factors));
            case Quotient(Expression numerator, Expression denominator) ->
                simplifier.divide(of(numerator), of(denominator));
            case Power(Expression base, Expression exponent) -> power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) -> call(function, all(arguments));
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                new Piecewise(
                        branches.stream()
                                .map(branch -> new Branch(branch.condition(), of(branch.value())))
                                .toList(),
                        otherwise == null ? null : of(otherwise));
            default -> expression;
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    private Expression power(Expression base, Expression exponent) {
        if (base instanceof Call(Function function, List<Expression> of)
                && function == Function.ABS
                && isEven(exponent)) {
            return simplifier.power(of.getFirst(), exponent);
        }
        return simplifier.power(base, exponent);
    }

    private Expression call(Function function, List<Expression> arguments) {
        Expression x = arguments.getFirst();
        return switch (function) {
            case SQRT -> root(x);
            case ABS -> modulus(x);
            case LN ->
                x instanceof Call(Function inner, List<Expression> of) && inner == Function.EXP
                        ? of.getFirst()
                        : simplifier.call(function, arguments);
            case SIN, TAN, ASIN, ATAN, SINH, TANH, ASINH, ATANH, ERF, CBRT ->
                x instanceof Negate(Expression operand)
                        ? simplifier.negate(simplifier.call(function, List.of(operand)))
                        : simplifier.call(function, arguments);
            case COS, COSH, SEC, SECH ->
                x instanceof Negate(Expression operand)
                        ? simplifier.call(function, List.of(operand))
                        : simplifier.call(function, arguments);
            default -> simplifier.call(function, arguments);
        };
    }

    /** √(a²b) = |a|√b, factor by factor. */
    private Expression root(Expression x) {
        List<Expression> outside = new ArrayList<>();
        List<Expression> inside = new ArrayList<>();
        List<Expression> factors = x instanceof Product(List<Expression> all) ? all : List.of(x);
        for (Expression factor : factors) {
            if (factor instanceof Number(BigDecimal value) && Measure.hasSquareFactor(value)) {
                int square = largestSquare(value.intValueExact());
                outside.add(Expressions.number(square));
                inside.add(Expressions.number(value.intValueExact() / (square * square)));
            } else if (factor instanceof Power(Expression base, Expression exponent) && isEven(exponent)) {
                outside.add(modulus(simplifier.power(base, simplifier.divide(exponent, TWO))));
            } else {
                inside.add(factor);
            }
        }
        if (outside.isEmpty()) {
            return simplifier.call(Function.SQRT, List.of(x));
        }
        // What is left under the root must not be negative, or the root would be defined where it was not: it is the
        // same sign as
        // before, since what came out is a square.
        if (!inside.isEmpty()) {
            outside.add(simplifier.call(Function.SQRT, List.of(simplifier.product(inside))));
        }
        return simplifier.product(outside);
    }

    /** @return the largest number whose square divides this one */
    private static int largestSquare(int number) {
        int largest = 1;
        for (int d = 2; d * d <= number; d++) {
            if (number % (d * d) == 0) {
                largest = d;
            }
        }
        return largest;
    }

    private Expression modulus(Expression x) {
        return switch (x) {
            case Negate(Expression operand) -> modulus(operand);
            case Call(Function inner, List<Expression> _) when inner == Function.ABS -> x;
            case Variable(String name)
            when known.get(name) == Relation.LESS || known.get(name) == Relation.LESS_OR_EQUAL -> simplifier.negate(x);
            default -> isNonNegative(x) ? x : simplifier.call(Function.ABS, List.of(x));
        };
    }

    /** ln a + ln b = ln(ab) where both are numbers; Σ of logarithms of variables are left as they stand. */
    private List<Expression> logarithms(List<Expression> terms) {
        List<Expression> rest = new ArrayList<>();
        List<Expression> product = new ArrayList<>();
        for (Expression term : terms) {
            boolean negative = term instanceof Negate;
            Expression modulus = negative ? ((Negate) term).operand() : term;
            if (modulus instanceof Call(Function function, List<Expression> of) && function == Function.LN) {
                product.add(negative ? simplifier.divide(Expressions.number(1), of.getFirst()) : of.getFirst());
            } else {
                rest.add(term);
            }
        }
        if (product.size() < 2) {
            return terms;
        }
        rest.add(simplifier.call(Function.LN, List.of(simplifier.product(product))));
        return rest;
    }

    private static boolean isEven(Expression exponent) {
        return exponent instanceof Number(BigDecimal value)
                && value.scale() <= 0
                && !value.toBigIntegerExact().testBit(0);
    }

    /** By its form, wherever it is defined. */
    private boolean isNonNegative(Expression x) {
        return switch (x) {
            case Number _, Constant _ -> true;
            case Variable(String name) ->
                known.get(name) == Relation.GREATER || known.get(name) == Relation.GREATER_OR_EQUAL;
            case Sum(List<Expression> terms) -> terms.stream().allMatch(this::isNonNegative);
            case Product(List<Expression> factors) -> factors.stream().allMatch(this::isNonNegative);
            case Quotient(Expression numerator, Expression denominator) ->
                isNonNegative(numerator) && isNonNegative(denominator);
            case Power(Expression base, Expression exponent) -> isEven(exponent) || isNonNegative(base);
            case Call(Function function, List<Expression> _) ->
                switch (function) {
                    case EXP, SQRT, ABS, COSH, SECH, SIGMOID, SOFTPLUS, RELU, NORMALPDF, NORMALCDF, ACOS, HYPOT -> true;
                    default -> false;
                };
            default -> false;
        };
    }
}
