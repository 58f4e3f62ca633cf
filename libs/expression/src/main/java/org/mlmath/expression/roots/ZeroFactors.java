package org.mlmath.expression.roots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.interval.IntervalFunction;

/**
 * Formulas whose zeros together include those of an expression: its numerator over a common denominator, factor by factor and
 * branch by branch. So poles and jumps are out of the way; where such a formula is zero, the expression itself may be undefined, or
 * another branch may count.
 */
final class ZeroFactors {
    /** A sum of more quotients would become too long a product. */
    private static final int TERMS = 8;

    /** Above this size a numerator is no simpler to search than the expression. */
    private static final int SIZE = 600;

    /** @param power how often its zeros count, null where that is not a whole number */
    record Factor(Expression expression, Integer power) {}

    /** @param denominator null for 1 */
    private record Fraction(Expression numerator, Expression denominator) {}

    private final String variable;
    private final List<Factor> factors = new ArrayList<>();

    private ZeroFactors(String variable) {
        this.variable = variable;
    }

    static List<Factor> of(Expression expression, String variable) {
        ZeroFactors search = new ZeroFactors(variable);
        search.split(expression, 1);
        return search.factors;
    }

    private void split(Expression expression, Integer power) {
        Expression numerator = fraction(expression).numerator();
        if (size(numerator) > SIZE) {
            numerator = expression;
        }
        switch (numerator) {
            case Negate(Expression operand) -> split(operand, power);
            case Product(List<Expression> parts) -> parts.forEach(part -> split(part, power));
            case Power(Expression base, Expression exponent)
            when base != Constant.E && constant(exponent) != null -> {
                double times = constant(exponent);
                if (times > 0) {
                    boolean whole = times == Math.rint(times) && times < 1000;
                    split(base, whole && power != null ? (Integer) (power * (int) times) : null);
                }
            }
            case Power(Expression base, Expression _) when base == Constant.E || positive(base) -> {}
            case Call(Function function, List<Expression> arguments)
            when function == Function.EXP || function == Function.COSH || function == Function.SIGMOID -> {}
            case Call(Function function, List<Expression> arguments)
            when function == Function.SQRT || function == Function.CBRT || function == Function.ABS ->
                split(arguments.getFirst(), null);
            case Call(Function function, List<Expression> arguments)
            when function == Function.MIN || function == Function.MAX ->
                arguments.forEach(argument -> split(argument, null));
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                branches.forEach(branch -> split(branch.value(), power));
                if (otherwise != null) {
                    split(otherwise, power);
                }
            }
            default -> {
                if (numerator.variables().contains(variable) || !constantAndNotZero(numerator)) {
                    factors.add(new Factor(numerator, power));
                }
            }
        }
    }

    private static boolean positive(Expression base) {
        Double value = constant(base);
        return value != null && value > 0;
    }

    private static boolean constantAndNotZero(Expression expression) {
        Double value = constant(expression);
        return value != null && value != 0
                || expression.variables().isEmpty()
                        && !IntervalFunction.constant(expression).contains(0);
    }

    private static Double constant(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> value.doubleValue();
            case Negate(Number(BigDecimal value)) -> -value.doubleValue();
            case Quotient(Number(BigDecimal a), Number(BigDecimal b))
            when b.signum() != 0 -> a.doubleValue() / b.doubleValue();
            default -> null;
        };
    }

    private Fraction fraction(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> {
                Fraction inner = fraction(operand);
                yield new Fraction(new Negate(inner.numerator()), inner.denominator());
            }
            case Sum(List<Expression> terms) when terms.size() <= TERMS -> sum(expression, terms);
            case Product(List<Expression> parts) -> {
                Expression numerator = null;
                Expression denominator = null;
                for (Expression part : parts) {
                    Fraction inner = fraction(part);
                    numerator = product(numerator, inner.numerator());
                    denominator = product(denominator, inner.denominator());
                }
                yield new Fraction(numerator, denominator);
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                Fraction top = fraction(numerator);
                Fraction bottom = fraction(denominator);
                yield new Fraction(
                        product(top.numerator(), bottom.denominator()), product(top.denominator(), bottom.numerator()));
            }
            case Power(Expression base, Negate(Number(BigDecimal size))) ->
                new Fraction(
                        Expressions.number(1), size.equals(BigDecimal.ONE) ? base : new Power(base, new Number(size)));
            case Call(Function function, List<Expression> arguments) ->
                quotient(expression, function, arguments.getFirst());
            default -> new Fraction(expression, null);
        };
    }

    private static Fraction quotient(Expression expression, Function function, Expression argument) {
        return switch (function) {
            case TAN -> new Fraction(Call.of(Function.SIN, argument), Call.of(Function.COS, argument));
            case COT -> new Fraction(Call.of(Function.COS, argument), Call.of(Function.SIN, argument));
            case SEC -> new Fraction(Expressions.number(1), Call.of(Function.COS, argument));
            case CSC -> new Fraction(Expressions.number(1), Call.of(Function.SIN, argument));
            case COTH -> new Fraction(Call.of(Function.COSH, argument), Call.of(Function.SINH, argument));
            case CSCH -> new Fraction(Expressions.number(1), Call.of(Function.SINH, argument));
            default -> new Fraction(expression, null);
        };
    }

    private Fraction sum(Expression expression, List<Expression> terms) {
        List<Fraction> fractions = terms.stream().map(this::fraction).toList();
        if (fractions.stream().allMatch(fraction -> fraction.denominator() == null)) {
            return new Fraction(expression, null);
        }
        Expression numerator = null;
        Expression denominator = null;
        for (Fraction fraction : fractions) {
            if (numerator == null) {
                numerator = fraction.numerator();
                denominator = fraction.denominator();
            } else if (fraction.denominator() == null || !fraction.denominator().equals(denominator)) {
                numerator = new Sum(List.of(
                        product(numerator, fraction.denominator()), product(fraction.numerator(), denominator)));
                denominator = product(denominator, fraction.denominator());
            } else {
                numerator = new Sum(List.of(numerator, fraction.numerator()));
            }
        }
        return new Fraction(numerator, denominator);
    }

    /** @param a null for 1, as b is */
    private static Expression product(Expression a, Expression b) {
        return a == null ? b : b == null ? a : new Product(List.of(a, b));
    }

    private static int size(Expression expression) {
        int size = 1;
        for (Expression child : Expressions.children(expression)) {
            size += size(child);
        }
        return size;
    }
}
