package org.mlmath.expression.asymptotic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.identity.ConstantZero;
import org.mlmath.expression.identity.Identity;
import org.mlmath.expression.identity.Identity.Known;
import org.mlmath.expression.identity.Identity.Method;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/** Arithmetic on numbers as formulas, and their signs, proven. */
final class Constants {
    static final Expression ZERO = Expressions.number(0);
    static final Expression ONE = Expressions.number(1);
    static final Expression MINUS_ONE = new Negate(ONE);

    private static final int BITS = 256;

    private final Simplifier simplifier;
    private final Deadline deadline;
    private final Map<Expression, Integer> signs = new HashMap<>();

    Constants(Deadline deadline) {
        this.simplifier = new Simplifier(deadline);
        this.deadline = deadline;
    }

    static Expression fraction(long numerator, long denominator) {
        Expression modulus = denominator == 1
                ? Expressions.number(Math.abs(numerator))
                : new Expression.Quotient(Expressions.number(Math.abs(numerator)), Expressions.number(denominator));
        return numerator < 0 ? new Negate(modulus) : modulus;
    }

    Expression simplify(Expression a) {
        return simplifier.simplify(a);
    }

    Expression sum(Expression a, Expression b) {
        return simplifier.add(a, b);
    }

    Expression difference(Expression a, Expression b) {
        return simplifier.subtract(a, b);
    }

    Expression product(Expression a, Expression b) {
        return simplifier.multiply(a, b);
    }

    Expression negate(Expression a) {
        return simplifier.negate(a);
    }

    Expression quotient(Expression a, Expression b) {
        return simplifier.divide(a, b);
    }

    Expression power(Expression a, Expression exponent) {
        return simplifier.power(a, exponent);
    }

    /** e^a; e^(c·ln b) is b^c. */
    Expression exp(Expression a) {
        List<Expression> terms = a instanceof Sum(List<Expression> parts) ? parts : List.of(a);
        return simplifier.product(terms.stream().map(this::expOfTerm).toList());
    }

    private Expression expOfTerm(Expression term) {
        if (term instanceof Negate(Expression operand)) {
            return power(expOfTerm(operand), MINUS_ONE);
        }
        if (term instanceof Quotient(Expression numerator, Expression denominator)) {
            return power(exp(numerator), quotient(ONE, denominator));
        }
        List<Expression> factors = term instanceof Product(List<Expression> parts) ? parts : List.of(term);
        for (Expression factor : factors) {
            if (factor instanceof Call(Function function, List<Expression> arguments) && function == Function.LN) {
                return power(arguments.getFirst(), quotient(term, factor));
            }
        }
        return power(Constant.E, term);
    }

    /** The logarithm of a positive number; of products, powers and integers in parts, so that sums of logarithms cancel. */
    Expression ln(Expression a) {
        return switch (a) {
            case Product(List<Expression> factors)
            when factors.stream().allMatch(factor -> sign(factor) > 0) ->
                simplifier.sum(factors.stream().map(this::ln).toList());
            case Quotient(Expression numerator, Expression denominator)
            when sign(numerator) > 0 -> difference(ln(numerator), ln(denominator));
            case Power(Expression base, Expression exponent) when sign(base) > 0 -> product(exponent, ln(base));
            case Number _ when integer(a) != null -> lnOf(integer(a));
            default -> simplifier.call(Function.LN, List.of(a));
        };
    }

    private Expression lnOf(int integer) {
        List<Expression> terms = new ArrayList<>(List.of(ZERO));
        int rest = integer;
        for (int prime = 2; (long) prime * prime <= rest; prime++) {
            for (; rest % prime == 0; rest /= prime) {
                terms.add(Call.of(Function.LN, Expressions.number(prime)));
            }
        }
        if (rest > 1) {
            terms.add(Call.of(Function.LN, Expressions.number(rest)));
        }
        return simplifier.sum(terms);
    }

    /** @return the value of a function of numbers: as a number where it is rational, else as a formula */
    Expression value(Call call) {
        return HighPrecision.at(call, Map.of(), BITS, deadline) instanceof Exact(Rational number)
                ? simplifier.simplify(Expressions.parse(number.toString()))
                : simplifier.simplify(call);
    }

    boolean isDefined(Expression a) {
        return HighPrecision.enclosure(a, Map.of(), BITS, deadline).isDefined();
    }

    /** @throws UndecidedException where the number may be 0 or not, or has no value */
    int sign(Expression a) {
        return signs.computeIfAbsent(a, this::provenSign);
    }

    private int provenSign(Expression a) {
        if (a instanceof Number(var value)) {
            return value.signum();
        }
        Integer sign = HighPrecision.at(a, Map.of(), BITS, deadline).sign();
        if (sign != null) {
            return sign;
        }
        if (ConstantZero.isProven(a, deadline) || vanishesIdentically(a)) {
            return 0;
        }
        OptionalInt finer = HighPrecision.sign(a, Map.of(), deadline);
        return finer.orElseThrow(() -> new UndecidedException("the sign of " + Expressions.text(a)));
    }

    /** Whatever the value of e, π and the logarithms in it. */
    private boolean vanishesIdentically(Expression a) {
        return Identity.of(a, ZERO, new Known(Map.of(), Set.of()), deadline)
                .filter(proof -> proof.method() == Method.NORMAL_FORM)
                .isPresent();
    }

    boolean isZero(Expression a) {
        return sign(a) == 0;
    }

    int compare(Expression a, Expression b) {
        return a.equals(b) ? 0 : sign(difference(a, b));
    }

    /** @return the integer that the formula writes, null for all other numbers */
    static Integer integer(Expression a) {
        if (a instanceof Negate(Expression operand)) {
            Integer modulus = integer(operand);
            return modulus == null ? null : -modulus;
        }
        boolean small = a instanceof Number(var value) && value.scale() <= 0 && value.precision() - value.scale() <= 9;
        return small ? (Integer) ((Number) a).value().intValueExact() : null;
    }
}
