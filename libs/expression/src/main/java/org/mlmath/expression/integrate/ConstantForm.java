package org.mlmath.expression.integrate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Function;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;

/**
 * Formulas without variables in closed form: functions at their special values (sin(π/6) is 1/2, atan(1) is π/4), logarithms of
 * rational numbers by their primes, so that they cancel, moduli by their sign.
 */
public final class ConstantForm {
    private final Formulas f;

    private ConstantForm(Formulas formulas) {
        this.f = formulas;
    }

    /** @return an equal formula; the same where nothing is known */
    public static Expression of(Expression constant, Deadline deadline) {
        ConstantForm form = new ConstantForm(new Formulas(deadline));
        Expression before = constant;
        for (int i = 0; i < 4; i++) {
            Expression next = form.f.simplify(form.form(before));
            if (next.equals(before)) {
                break;
            }
            before = next;
        }
        return form.combinedLogarithms(form.expanded(before));
    }

    private Expression form(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> f.negate(form(operand));
            case Sum(List<Expression> terms) ->
                f.add(terms.stream().map(this::form).toList());
            case Product(List<Expression> factors) ->
                distributed(factors.stream().map(this::form).toList());
            case Quotient(Expression above, Expression below) -> quotient(form(above), form(below));
            case Power(Expression base, Expression exponent) -> power(form(base), form(exponent));
            case Call(Function function, List<Expression> arguments) ->
                call(function, arguments.stream().map(this::form).toList());
            default -> expression;
        };
    }

    /** c(a + b) with a number c is ca + cb, so that terms can meet. */
    private Expression distributed(List<Expression> factors) {
        Expression product = f.multiply(factors);
        return expanded(product);
    }

    private Expression expanded(Expression expression) {
        return switch (expression) {
            case Sum(List<Expression> terms) ->
                f.add(terms.stream().map(this::expanded).toList());
            case Negate(Expression operand) when operand instanceof Sum -> f.negate(operand);
            case Product(List<Expression> factors)
            when factors.stream().filter(Sum.class::isInstance).count() == 1 -> {
                Sum sum = (Sum) factors.stream()
                        .filter(Sum.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                List<Expression> terms = new ArrayList<>();
                for (Expression term : sum.terms()) {
                    List<Expression> product = new ArrayList<>(factors);
                    product.set(product.indexOf(sum), term);
                    terms.add(f.multiply(product));
                }
                yield f.add(terms);
            }
            default -> expression;
        };
    }

    private Expression quotient(Expression above, Expression below) {
        return above instanceof Sum(List<Expression> terms) && Formulas.rational(below) != null
                ? f.add(terms.stream().map(term -> f.divide(term, below)).toList())
                : f.divide(above, below);
    }

    private Expression power(Expression base, Expression exponent) {
        Rational value = Formulas.rational(base);
        Rational power = Formulas.rational(exponent);
        if (value != null && power != null && !power.isInteger() && value.signum() > 0) {
            if (power.denominator().equals(BigInteger.TWO)) {
                return f.power(f.sqrt(base), power.numerator().intValue());
            }
            Rational root = root(value, power.denominator());
            if (root != null) {
                return f.power(f.number(root), power.numerator().intValue());
            }
        }
        return f.power(base, exponent);
    }

    /** @return the exact root, or null */
    private static Rational root(Rational value, BigInteger order) {
        if (order.bitLength() > 6) {
            return null;
        }
        int n = order.intValue();
        BigInteger above =
                BigInteger.valueOf(Math.round(Math.pow(value.numerator().doubleValue(), 1.0 / n)));
        BigInteger below =
                BigInteger.valueOf(Math.round(Math.pow(value.denominator().doubleValue(), 1.0 / n)));
        return above.pow(n).equals(value.numerator()) && below.pow(n).equals(value.denominator())
                ? new Rational(above, below)
                : null;
    }

    private Expression call(Function function, List<Expression> arguments) {
        Expression u = arguments.getFirst();
        Expression known =
                switch (function) {
                    case SIN, COS, TAN, COT, SEC, CSC -> trigonometric(function, u);
                    case ASIN, ACOS, ATAN -> inverse(function, u);
                    case LN -> logarithm(u);
                    case SQRT -> Formulas.rational(u) == null ? null : f.sqrt(u);
                    case ABS -> {
                        int sign = sign(u);
                        yield sign == 2 ? null : sign < 0 ? f.negate(u) : u;
                    }
                    case SIGN -> {
                        int sign = sign(u);
                        yield sign == 2 ? null : f.number(Rational.of(sign));
                    }
                    case RELU -> {
                        int sign = sign(u);
                        yield sign == 2 ? null : sign > 0 ? u : Formulas.ZERO;
                    }
                    case SIGMOID, NORMALCDF -> Formulas.isZero(u) ? Formulas.HALF : null;
                    case SOFTPLUS -> Formulas.isZero(u) ? f.call(Function.LN, Formulas.TWO) : null;
                    case ERFC -> Formulas.isZero(u) ? Formulas.ONE : null;
                    case CBRT -> {
                        Rational value = Formulas.rational(u);
                        Rational root = value == null ? null : root(value.abs(), BigInteger.valueOf(3));
                        yield root == null ? null : f.number(value.signum() < 0 ? root.negate() : root);
                    }
                    default -> null;
                };
        return known != null ? known : f.call(function, arguments.toArray(Expression[]::new));
    }

    /** @return −1, 0, 1; 2 where it is not certain */
    private static int sign(Expression u) {
        if (Formulas.isZero(u)) {
            return 0;
        }
        try {
            double value = Evaluation.value(u, List.of(), new double[0]);
            return Math.abs(value) < 1e-9 ? 2 : (int) Math.signum(value);
        } catch (MathException e) {
            return 2;
        }
    }

    /** @return r with u = rπ, or null */
    private Rational ofPi(Expression u) {
        return Formulas.rational(f.divide(u, Constant.PI));
    }

    private Expression trigonometric(Function function, Expression u) {
        Rational r = ofPi(u);
        if (r == null) {
            return null;
        }
        return switch (function) {
            case SIN -> sine(r);
            case COS -> sine(r.add(half()));
            default -> {
                Expression sine = sine(r);
                Expression cosine = sine(r.add(half()));
                if (sine == null || cosine == null) {
                    yield null;
                }
                Expression above =
                        switch (function) {
                            case TAN -> sine;
                            case COT -> cosine;
                            default -> Formulas.ONE;
                        };
                Expression below = function == Function.TAN || function == Function.SEC ? cosine : sine;
                yield Formulas.isZero(below) ? null : f.divide(above, below);
            }
        };
    }

    private static Rational half() {
        return Rational.ONE.divide(Rational.of(2));
    }

    /** sin(rπ) for multiples of π/6 and π/4. */
    private Expression sine(Rational r) {
        Rational twelfths = r.multiply(Rational.of(12));
        if (!twelfths.isInteger()) {
            return null;
        }
        int k = twelfths.numerator().mod(BigInteger.valueOf(24)).intValue();
        boolean negative = k >= 12;
        k %= 12;
        Expression size =
                switch (Math.min(k, 12 - k)) {
                    case 0 -> Formulas.ZERO;
                    case 2 -> Formulas.HALF;
                    case 3 -> f.divide(f.sqrt(Formulas.TWO), Formulas.TWO);
                    case 4 -> f.divide(f.sqrt(f.number(Rational.of(3))), Formulas.TWO);
                    case 6 -> Formulas.ONE;
                    default -> null;
                };
        return size == null ? null : negative ? f.negate(size) : size;
    }

    /** Angles are looked up by the square of their sine, cosine or tangent, which is rational for the special ones. */
    private Expression inverse(Function function, Expression u) {
        if (u == Constant.INFINITY && function == Function.ATAN) {
            return f.divide(Constant.PI, Formulas.TWO);
        }
        int sign = sign(u);
        Rational square = Formulas.rational(f.simplify(f.power(u, 2)));
        if (square == null || sign == 2) {
            return null;
        }
        String key = square.toString();
        Rational angle = function == Function.ATAN
                ? switch (key) {
                    case "0" -> Rational.ZERO;
                    case "1/3" -> Rational.ONE.divide(Rational.of(6));
                    case "1" -> Rational.ONE.divide(Rational.of(4));
                    case "3" -> Rational.ONE.divide(Rational.of(3));
                    default -> null;
                }
                : switch (key) {
                    case "0" -> Rational.ZERO;
                    case "1/4" -> Rational.ONE.divide(Rational.of(6));
                    case "1/2" -> Rational.ONE.divide(Rational.of(4));
                    case "3/4" -> Rational.ONE.divide(Rational.of(3));
                    case "1" -> half();
                    default -> null;
                };
        if (angle == null) {
            return null;
        }
        Rational signed = sign < 0 ? angle.negate() : angle;
        return f.multiply(f.number(function == Function.ACOS ? half().subtract(signed) : signed), Constant.PI);
    }

    /** ln of a rational number by primes, of a product by its factors. */
    private Expression logarithm(Expression u) {
        Rational value = Formulas.rational(u);
        if (value != null) {
            return value.signum() <= 0
                    ? null
                    : f.subtract(logarithm(value.numerator()), logarithm(value.denominator()));
        }
        return switch (u) {
            case Quotient(Expression above, Expression below)
            when sign(above) == 1 && sign(below) == 1 ->
                f.subtract(f.call(Function.LN, above), f.call(Function.LN, below));
            case Product(List<Expression> factors)
            when factors.stream().allMatch(factor -> sign(factor) == 1) ->
                f.add(factors.stream()
                        .map(factor -> f.call(Function.LN, factor))
                        .toList());
            case Call(Function function, List<Expression> arguments)
            when function == Function.SQRT && sign(arguments.getFirst()) == 1 ->
                f.multiply(Formulas.HALF, f.call(Function.LN, arguments.getFirst()));
            case Power(Expression base, Expression exponent)
            when sign(base) == 1 -> f.multiply(exponent, f.call(Function.LN, base));
            default -> null;
        };
    }

    private Expression logarithm(BigInteger value) {
        if (value.bitLength() > 20) {
            return f.call(Function.LN, f.number(new Rational(value, BigInteger.ONE)));
        }
        int rest = value.intValue();
        List<Expression> terms = new ArrayList<>();
        for (int prime = 2; prime * prime <= rest; prime++) {
            int power = 0;
            while (rest % prime == 0) {
                rest /= prime;
                power++;
            }
            if (power > 0) {
                terms.add(f.multiply(f.number(Rational.of(power)), Call.of(Function.LN, f.number(Rational.of(prime)))));
            }
        }
        if (rest > 1) {
            terms.add(Call.of(Function.LN, f.number(Rational.of(rest))));
        }
        return f.add(terms);
    }

    /** c ln 5 − c ln 3 as c ln(5/3). */
    private Expression combinedLogarithms(Expression expression) {
        if (!(expression instanceof Sum(List<Expression> terms))) {
            return expression;
        }
        Map<Rational, Rational> arguments = new LinkedHashMap<>();
        List<Expression> others = new ArrayList<>();
        int logarithms = 0;
        for (Expression term : terms) {
            Expression[] parts = coefficientAndLogarithm(term);
            Rational coefficient = parts == null ? null : Formulas.rational(parts[0]);
            Rational argument = parts == null
                    ? null
                    : Formulas.rational(((Call) parts[1]).arguments().getFirst());
            if (coefficient == null || argument == null) {
                others.add(term);
                continue;
            }
            logarithms++;
            Rational size = coefficient.abs();
            Rational power = coefficient.signum() < 0 ? Rational.ONE.divide(argument) : argument;
            arguments.merge(size, power, Rational::multiply);
        }
        boolean small = arguments.values().stream()
                .allMatch(value -> value.numerator().bitLength() < 20
                        && value.denominator().bitLength() < 20);
        if (logarithms < 2 || !small) {
            return expression;
        }
        arguments.forEach((size, argument) -> {
            boolean inverse = argument.compareTo(Rational.ONE) < 0;
            Expression logarithm = Call.of(Function.LN, f.number(inverse ? Rational.ONE.divide(argument) : argument));
            others.add(f.multiply(f.number(inverse ? size.negate() : size), logarithm));
        });
        return f.add(others);
    }

    /** @return c and ln(a) of c ln(a), or null */
    private Expression[] coefficientAndLogarithm(Expression term) {
        return switch (term) {
            case Call(Function function, List<Expression> _)
            when function == Function.LN -> new Expression[] {Formulas.ONE, term};
            case Negate(Expression operand) -> {
                Expression[] parts = coefficientAndLogarithm(operand);
                yield parts == null ? null : new Expression[] {f.negate(parts[0]), parts[1]};
            }
            case Quotient(Expression above, Expression below)
            when Formulas.rational(below) != null -> {
                Expression[] parts = coefficientAndLogarithm(above);
                yield parts == null ? null : new Expression[] {f.divide(parts[0], below), parts[1]};
            }
            case Product(List<Expression> factors)
            when factors.size() == 2 && Formulas.isCall(factors.get(1), Function.LN) ->
                new Expression[] {factors.get(0), factors.get(1)};
            default -> null;
        };
    }
}
