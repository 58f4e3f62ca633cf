package org.mlmath.expression.integrate;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/**
 * The table of integrals of single functions, ∫ f(u) du. Logarithms are of moduli where their argument may be negative, and an
 * antiderivative is continuous wherever its function is.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 4.26, 4.40, 7.7; Gradshteyn and Ryzhik, 8th ed., 2.01.
 */
final class StandardIntegrals {
    private final Formulas f;

    StandardIntegrals(Formulas formulas) {
        this.f = formulas;
    }

    /** @return ∫ function(u) du, or null where the table has none */
    Expression of(Function function, Expression u) {
        return switch (function) {
            case SIN -> f.negate(f.call(Function.COS, u));
            case COS -> f.call(Function.SIN, u);
            case TAN -> f.negate(log(f.call(Function.COS, u)));
            case COT -> log(f.call(Function.SIN, u));
            case SEC -> log(f.add(f.call(Function.SEC, u), f.call(Function.TAN, u)));
            case CSC -> f.negate(log(f.add(f.call(Function.CSC, u), f.call(Function.COT, u))));
            case ASIN -> f.add(times(u, function), root(f.subtract(Formulas.ONE, square(u))));
            case ACOS -> f.subtract(times(u, function), root(f.subtract(Formulas.ONE, square(u))));
            case ATAN -> f.subtract(times(u, function), half(log(f.add(square(u), Formulas.ONE))));
            case ACOT -> f.add(times(u, function), half(log(f.add(square(u), Formulas.ONE))));
            case ASEC -> f.subtract(times(u, function), f.multiply(f.call(Function.SIGN, u), arcosh(u)));
            case ACSC -> f.add(times(u, function), f.multiply(f.call(Function.SIGN, u), arcosh(u)));
            case SINH -> f.call(Function.COSH, u);
            case COSH -> f.call(Function.SINH, u);
            case TANH -> f.call(Function.LN, f.call(Function.COSH, u));
            case COTH -> log(f.call(Function.SINH, u));
            case SECH -> f.call(Function.ATAN, f.call(Function.SINH, u));
            case CSCH -> log(f.call(Function.TANH, half(u)));
            case ASINH -> f.subtract(times(u, function), root(f.add(square(u), Formulas.ONE)));
            case ACOSH -> f.subtract(times(u, function), root(f.subtract(square(u), Formulas.ONE)));
            case ATANH -> f.add(times(u, function), half(f.call(Function.LN, f.subtract(Formulas.ONE, square(u)))));
            case ACOTH -> f.add(times(u, function), half(f.call(Function.LN, f.subtract(square(u), Formulas.ONE))));
            case ASECH -> f.add(times(u, function), f.call(Function.ASIN, u));
            case ACSCH -> f.add(times(u, function), f.multiply(f.call(Function.SIGN, u), f.call(Function.ASINH, u)));
            case LN -> f.subtract(times(u, function), u);
            case LOG10 -> f.subtract(times(u, function), f.divide(u, f.call(Function.LN, Expressions.number(10))));
            case LOG2 -> f.subtract(times(u, function), f.divide(u, f.call(Function.LN, Formulas.TWO)));
            case LOG1P -> f.subtract(f.multiply(f.add(u, Formulas.ONE), f.call(function, u)), u);
            case EXPM1 -> f.subtract(f.exp(u), u);
            case CBRT -> f.multiply(f.fraction(3, 4), u, f.call(function, u));
            case ABS, RELU -> half(times(u, function));
            case SIGN -> f.call(Function.ABS, u);
            case STEP -> f.call(Function.RELU, u);
            case SIGMOID -> f.call(Function.SOFTPLUS, u);
            case SOFTSIGN -> {
                Expression size = f.call(Function.ABS, u);
                yield f.subtract(size, f.call(Function.LN, f.add(size, Formulas.ONE)));
            }
            case LOGIT -> f.add(times(u, function), f.call(Function.LN, f.subtract(Formulas.ONE, u)));
            case NORMALPDF -> f.call(Function.NORMALCDF, u);
            case NORMALCDF -> f.add(times(u, function), f.call(Function.NORMALPDF, u));
            case GELU ->
                f.add(
                        half(f.multiply(f.subtract(square(u), Formulas.ONE), f.call(Function.NORMALCDF, u))),
                        half(f.multiply(u, f.call(Function.NORMALPDF, u))));
            case ERF -> f.add(times(u, function), gaussian(u));
            case ERFC -> f.subtract(times(u, function), gaussian(u));
            case DIGAMMA -> f.call(Function.LGAMMA, u);
            default -> null;
        };
    }

    /** @return ∫ function(u, parameter) du, or null; the parameter is free of the variable, null where it is not given */
    Expression of(Function function, Expression u, Expression parameter) {
        return switch (function) {
            case LOG ->
                f.subtract(f.multiply(u, f.call(function, u, parameter)), f.divide(u, f.call(Function.LN, parameter)));
            case ROOT ->
                f.multiply(f.divide(parameter, f.add(parameter, Formulas.ONE)), u, f.call(function, u, parameter));
            case LEAKYRELU ->
                half(f.multiply(u, parameter == null ? f.call(function, u) : f.call(function, u, parameter)));
            case ELU -> {
                Expression negative = f.subtract(f.subtract(f.exp(u), u), Formulas.ONE);
                yield f.simplify(new Expression.Piecewise(
                        List.of(new Expression.Branch(
                                new Expression.Comparison(u, Relation.GREATER_OR_EQUAL, Formulas.ZERO),
                                half(square(u)))),
                        parameter == null ? negative : f.multiply(parameter, negative)));
            }
            default -> null;
        };
    }

    private Expression times(Expression u, Function function) {
        return f.multiply(u, f.call(function, u));
    }

    private Expression log(Expression u) {
        return f.logarithm(u);
    }

    private Expression half(Expression u) {
        return f.multiply(Formulas.HALF, u);
    }

    private Expression square(Expression u) {
        return f.power(u, 2);
    }

    private Expression root(Expression u) {
        return f.sqrt(u);
    }

    private Expression arcosh(Expression u) {
        return log(f.add(u, root(f.subtract(square(u), Formulas.ONE))));
    }

    /** e^(−u²)/√π */
    private Expression gaussian(Expression u) {
        return f.divide(f.exp(f.negate(square(u))), f.sqrt(Constant.PI));
    }
}
