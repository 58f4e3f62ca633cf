package org.mlmath.expression.differentiate;

import java.util.List;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.numerics.DomainException;

/**
 * The partial derivatives of the language's functions.
 *
 * <p>Where there are several forms, the one that does not cancel is taken: σ′(x) = σ(x)σ(−x), not σ(1 − σ); tanh′ = sech².
 * Source: NIST Digital Library of Mathematical Functions, 4.20, 4.34, 5.9, 7.2.
 */
public final class PartialDerivatives {
    private PartialDerivatives() {}

    /**
     * @param arguments of the function
     * @param value of the function at them
     * @param index of the argument to differentiate by
     * @return the partial derivative, or null where the function is constant between its jumps
     * @throws DomainException where there is none: of gcd, or by the order of a polygamma function
     */
    public static <T> T of(Algebra<T> algebra, Function function, List<T> arguments, T value, int index) {
        if (!exists(function, index)) {
            throw new DomainException("%s has no derivative%s."
                    .formatted(function.text(), function == Function.POLYGAMMA ? " by its order" : ""));
        }
        T x = arguments.getFirst();
        T y = arguments.size() > 1 ? arguments.get(1) : null;
        return switch (function) {
            case EXP -> value;
            case EXPM1 -> algebra.apply(Function.EXP, x);
            case LN -> algebra.reciprocal(x);
            case LOG10 -> algebra.reciprocal(algebra.multiply(x, algebra.apply(Function.LN, algebra.number(10))));
            case LOG2 -> algebra.reciprocal(algebra.multiply(x, algebra.apply(Function.LN, algebra.number(2))));
            case LOG1P -> algebra.reciprocal(algebra.add(algebra.number(1), x));
            case LOG -> logarithm(algebra, x, y, index);
            case SQRT -> algebra.reciprocal(algebra.multiply(algebra.number(2), value));
            case CBRT -> algebra.reciprocal(algebra.multiply(algebra.number(3), algebra.square(value)));
            case ROOT -> root(algebra, x, y, value, index);
            case ABS -> algebra.apply(Function.SIGN, x);
            case SIGN, FLOOR, CEIL, ROUND, TRUNC, STEP, AND, OR, NOT -> null;
            case SIN -> algebra.apply(Function.COS, x);
            case COS -> algebra.negate(algebra.apply(Function.SIN, x));
            case TAN -> algebra.reciprocal(algebra.square(algebra.apply(Function.COS, x)));
            case COT -> algebra.negate(algebra.reciprocal(algebra.square(algebra.apply(Function.SIN, x))));
            case SEC -> algebra.multiply(value, algebra.apply(Function.TAN, x));
            case CSC -> algebra.negate(algebra.multiply(value, algebra.apply(Function.COT, x)));
            case ASIN -> algebra.reciprocal(algebra.apply(Function.SQRT, algebra.oneMinusSquare(x)));
            case ACOS -> algebra.negate(algebra.reciprocal(algebra.apply(Function.SQRT, algebra.oneMinusSquare(x))));
            case ATAN -> algebra.reciprocal(onePlusSquare(algebra, x));
            case ACOT -> algebra.negate(algebra.reciprocal(onePlusSquare(algebra, x)));
            case ASEC -> arcsecant(algebra, x);
            case ACSC -> algebra.negate(arcsecant(algebra, x));
            case ATAN2 -> {
                T squares = algebra.add(algebra.square(y), algebra.square(x));
                yield index == 0 ? algebra.divide(y, squares) : algebra.negate(algebra.divide(x, squares));
            }
            case SINH -> algebra.apply(Function.COSH, x);
            case COSH -> algebra.apply(Function.SINH, x);
            case TANH -> algebra.square(algebra.apply(Function.SECH, x));
            case COTH -> algebra.negate(algebra.square(algebra.apply(Function.CSCH, x)));
            case SECH -> algebra.negate(algebra.multiply(value, algebra.apply(Function.TANH, x)));
            case CSCH -> algebra.negate(algebra.multiply(value, algebra.apply(Function.COTH, x)));
            case ASINH -> algebra.reciprocal(algebra.apply(Function.SQRT, onePlusSquare(algebra, x)));
            case ACOSH -> algebra.reciprocal(algebra.apply(Function.SQRT, algebra.negate(algebra.oneMinusSquare(x))));
            case ATANH, ACOTH -> algebra.reciprocal(algebra.oneMinusSquare(x));
            case ASECH ->
                algebra.negate(algebra.reciprocal(
                        algebra.multiply(x, algebra.apply(Function.SQRT, algebra.oneMinusSquare(x)))));
            case ACSCH ->
                algebra.negate(algebra.reciprocal(algebra.multiply(
                        algebra.apply(Function.ABS, x), algebra.apply(Function.SQRT, onePlusSquare(algebra, x)))));
            case MIN -> chosen(algebra, arguments, Relation.LESS_OR_EQUAL, index);
            case MAX -> chosen(algebra, arguments, Relation.GREATER_OR_EQUAL, index);
            case MOD ->
                index == 0 ? algebra.number(1) : algebra.negate(algebra.apply(Function.FLOOR, algebra.divide(x, y)));
            case GCD, LCM -> throw new IllegalStateException("refused above");
            case HYPOT -> algebra.divide(arguments.get(index), value);
            case FACTORIAL -> algebra.multiply(value, digamma(algebra, algebra.add(x, algebra.number(1))));
            case BINOMIAL -> binomial(algebra, x, y, value, index);
            case GAMMA -> algebra.multiply(value, digamma(algebra, x));
            case LGAMMA -> digamma(algebra, x);
            case DIGAMMA -> algebra.apply(Function.POLYGAMMA, algebra.number(1), x);
            case POLYGAMMA -> algebra.apply(Function.POLYGAMMA, algebra.add(x, algebra.number(1)), y);
            case BETA ->
                algebra.multiply(
                        value,
                        algebra.subtract(digamma(algebra, arguments.get(index)), digamma(algebra, algebra.add(x, y))));
            case ERF -> gaussian(algebra, x);
            case ERFC -> algebra.negate(gaussian(algebra, x));
            case SIGMOID -> algebra.multiply(value, algebra.apply(Function.SIGMOID, algebra.negate(x)));
            case SOFTPLUS -> algebra.apply(Function.SIGMOID, x);
            case RELU -> positive(algebra, x, algebra.number(1), algebra.number(0));
            case LEAKYRELU ->
                index == 0
                        ? positive(algebra, x, algebra.number(1), slope(algebra, y, 0.01))
                        : positive(algebra, x, algebra.number(0), x);
            case ELU -> {
                T growth = algebra.apply(Function.EXP, x);
                yield index == 0
                        ? positive(algebra, x, algebra.number(1), y == null ? growth : algebra.multiply(y, growth))
                        : positive(algebra, x, algebra.number(0), algebra.apply(Function.EXPM1, x));
            }
            case GELU ->
                algebra.add(
                        algebra.apply(Function.NORMALCDF, x),
                        algebra.multiply(x, algebra.apply(Function.NORMALPDF, x)));
            case SILU ->
                algebra.multiply(
                        algebra.apply(Function.SIGMOID, x),
                        algebra.add(
                                algebra.number(1),
                                algebra.multiply(x, algebra.apply(Function.SIGMOID, algebra.negate(x)))));
            case SOFTSIGN ->
                algebra.reciprocal(algebra.square(algebra.add(algebra.number(1), algebra.apply(Function.ABS, x))));
            case LOGIT -> algebra.reciprocal(algebra.multiply(x, algebra.subtract(algebra.number(1), x)));
            case LOGSUMEXP -> algebra.apply(Function.EXP, algebra.subtract(arguments.get(index), value));
            case NORMALPDF -> algebra.negate(algebra.multiply(x, value));
            case NORMALCDF -> algebra.apply(Function.NORMALPDF, x);
        };
    }

    /** @return whether there is a derivative by that argument: not of gcd, nor by the order of a polygamma function */
    public static boolean exists(Function function, int index) {
        return switch (function) {
            case GCD, LCM -> false;
            case POLYGAMMA -> index == 1;
            default -> true;
        };
    }

    private static <T> T onePlusSquare(Algebra<T> algebra, T x) {
        return algebra.add(algebra.square(x), algebra.number(1));
    }

    private static <T> T digamma(Algebra<T> algebra, T x) {
        return algebra.apply(Function.DIGAMMA, x);
    }

    private static <T> T logarithm(Algebra<T> algebra, T x, T base, int index) {
        T ofBase = algebra.apply(Function.LN, base);
        return index == 0
                ? algebra.reciprocal(algebra.multiply(x, ofBase))
                : algebra.negate(
                        algebra.divide(algebra.apply(Function.LN, x), algebra.multiply(base, algebra.square(ofBase))));
    }

    private static <T> T root(Algebra<T> algebra, T x, T n, T value, int index) {
        return index == 0
                ? algebra.divide(value, algebra.multiply(n, x))
                : algebra.negate(
                        algebra.divide(algebra.multiply(value, algebra.apply(Function.LN, x)), algebra.square(n)));
    }

    private static <T> T arcsecant(Algebra<T> algebra, T x) {
        return algebra.reciprocal(algebra.multiply(
                algebra.apply(Function.ABS, x),
                algebra.apply(Function.SQRT, algebra.negate(algebra.oneMinusSquare(x)))));
    }

    private static <T> T binomial(Algebra<T> algebra, T n, T k, T value, int index) {
        T one = algebra.number(1);
        T rest = digamma(algebra, algebra.add(algebra.subtract(n, k), one));
        T change = index == 0
                ? algebra.subtract(digamma(algebra, algebra.add(n, one)), rest)
                : algebra.subtract(rest, digamma(algebra, algebra.add(k, one)));
        return algebra.multiply(value, change);
    }

    /** 2/√π · e^(−x²) */
    private static <T> T gaussian(Algebra<T> algebra, T x) {
        T scale = algebra.divide(algebra.number(2), algebra.apply(Function.SQRT, algebra.constant(Constant.PI)));
        return algebra.multiply(scale, algebra.apply(Function.EXP, algebra.negate(algebra.square(x))));
    }

    private static <T> T positive(Algebra<T> algebra, T x, T then, T otherwise) {
        return algebra.select(algebra.compare(x, Relation.GREATER, algebra.number(0)), then, otherwise);
    }

    private static <T> T slope(Algebra<T> algebra, T given, double standard) {
        return given == null ? algebra.number(standard) : given;
    }

    /** 1 where this argument is the extreme one, the first of equals. */
    private static <T> T chosen(Algebra<T> algebra, List<T> arguments, Relation relation, int index) {
        T chosen = null;
        for (int i = 0; i < arguments.size(); i++) {
            if (i != index) {
                Relation strict = relation == Relation.LESS_OR_EQUAL ? Relation.LESS : Relation.GREATER;
                T wins = algebra.compare(arguments.get(index), i < index ? strict : relation, arguments.get(i));
                chosen = chosen == null ? wins : algebra.apply(Function.AND, chosen, wins);
            }
        }
        return algebra.select(chosen, algebra.number(1), algebra.number(0));
    }
}
