package org.mlmath.expression.asymptotic;

import static org.mlmath.expression.Expressions.parse;

import java.util.List;
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
import org.mlmath.expression.asymptotic.Germ.Applied;
import org.mlmath.expression.differentiate.Substitution;

/**
 * Writes expressions as germs: powers, hyperbolic functions and the like by exponentials and logarithms, moduli and their kind by the sign
 * that their arguments have near infinity, other functions by a variable part that goes where they are analytic.
 */
final class ExpLogForm {
    static final Expression LN_GAMMA = parse("lgamma(v)");
    static final Expression DIGAMMA = parse("digamma(v)");
    /** e^(v²)·erfc v. */
    static final Expression SCALED_ERFC = parse("e^(v^2)*erfc(v)");

    private static final Germ ONE = Germs.constant(Constants.ONE);
    private static final Expression HALF = Constants.fraction(1, 2);

    private final Growth growth;
    private final Germs germs;
    private final Constants constants;
    private String variable;
    private Germ meaning;

    ExpLogForm(Growth growth, Constants constants) {
        this.growth = growth;
        this.germs = growth.germs();
        this.constants = constants;
    }

    /** @param meaning what the variable stands for */
    Germ of(Expression expression, String variable, Germ meaning) {
        this.variable = variable;
        this.meaning = meaning;
        return of(expression);
    }

    private Germ of(Expression expression) {
        return switch (expression) {
            case Number _, Constant _ -> {
                if (expression == Constant.INFINITY) {
                    throw new UndecidedException("infinity as a number");
                }
                yield Germs.constant(expression);
            }
            case Variable(String name) -> {
                if (!name.equals(variable)) {
                    throw new UndecidedException("a parameter");
                }
                yield meaning;
            }
            case Negate(Expression operand) -> negate(of(operand));
            case Sum(List<Expression> terms) -> terms.stream().map(this::of).reduce(Germ.ZERO, germs::add);
            case Product(List<Expression> factors) ->
                factors.stream().map(this::of).reduce(ONE, germs::multiply);
            case Quotient(Expression numerator, Expression denominator) ->
                germs.divide(of(numerator), nonZero(of(denominator)));
            case Power(Expression base, Expression exponent) -> power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) ->
                call(function, arguments.stream().map(this::of).toList());
            default -> throw new UndecidedException("a piecewise function or sum");
        };
    }

    private Germ nonZero(Germ germ) {
        if (growth.isZero(germ)) {
            throw new UndecidedException("division by 0");
        }
        return germ;
    }

    private Germ negate(Germ a) {
        return germs.scale(a, Constants.MINUS_ONE);
    }

    private Germ number(Expression value) {
        return Germs.constant(value);
    }

    private Germ inverse(Germ a) {
        return germs.power(nonZero(a), Constants.MINUS_ONE);
    }

    private Germ power(Germ base, Germ exponent) {
        Expression constant = exponent.constant();
        if (constant == null) {
            return germs.exp(germs.multiply(exponent, germs.ln(base)));
        }
        if (constants.sign(constant) < 0) {
            nonZero(base);
        }
        requireRealPower(base, constant);
        return germs.power(base, constant);
    }

    private void requireRealPower(Germ base, Expression exponent) {
        if (Constants.integer(exponent) == null && growth.sign(base) < 0) {
            throw new UndecidedException("a power of what is negative");
        }
    }

    private Germ root(Germ a, int n) {
        boolean negative = growth.sign(a) < 0;
        if (negative && n % 2 == 0) {
            throw new UndecidedException("a root of what is negative");
        }
        Germ root = germs.power(negative ? negate(a) : a, Constants.fraction(1, n));
        return negative ? negate(root) : root;
    }

    private Germ modulus(Germ a) {
        return growth.sign(a) < 0 ? negate(a) : a;
    }

    private Germ square(Germ a) {
        return germs.multiply(a, a);
    }

    private Germ exp(Germ a) {
        return germs.exp(a);
    }

    private Germ plus(Germ a, int n) {
        return germs.add(a, number(Constants.fraction(n, 1)));
    }

    private Germ call(Function function, List<Germ> arguments) {
        Germ u = arguments.getFirst();
        if (arguments.stream().allMatch(argument -> argument.constant() != null)) {
            return constantCall(function, arguments);
        }
        return switch (function) {
            case EXP -> exp(u);
            case EXPM1 -> plus(exp(u), -1);
            case LN -> germs.ln(u);
            case LOG1P -> germs.ln(plus(u, 1));
            case LOG10 -> germs.divide(germs.ln(u), number(constants.ln(Constants.fraction(10, 1))));
            case LOG2 -> germs.divide(germs.ln(u), number(constants.ln(Constants.fraction(2, 1))));
            case LOG -> germs.divide(germs.ln(u), nonZero(germs.ln(arguments.get(1))));
            case SQRT -> root(u, 2);
            case CBRT -> root(u, 3);
            case ABS -> modulus(u);
            case SIGN -> number(Constants.fraction(growth.sign(u), 1));
            case STEP -> number(Constants.fraction(positive(u) ? 1 : 0, 1));
            case RELU -> positive(u) ? u : Germ.ZERO;
            case LEAKYRELU -> positive(u) ? u : germs.multiply(u, arguments.get(1));
            case ELU -> positive(u) ? u : germs.multiply(arguments.get(1), plus(exp(u), -1));
            case MIN, MAX ->
                arguments.stream()
                        .reduce((a, b) -> (growth.sign(germs.subtract(a, b)) > 0) == (function == Function.MAX) ? a : b)
                        .orElseThrow();
            case HYPOT ->
                arguments.stream()
                        .reduce((a, b) -> root(germs.add(square(a), square(b)), 2))
                        .orElseThrow();
            case SINH -> germs.scale(germs.subtract(exp(u), exp(negate(u))), HALF);
            case COSH -> germs.scale(germs.add(exp(u), exp(negate(u))), HALF);
            case TANH -> hyperbolicTangent(u);
            case COTH -> inverse(hyperbolicTangent(u));
            case SECH -> inverse(call(Function.COSH, arguments));
            case CSCH -> inverse(call(Function.SINH, arguments));
            case ASINH -> {
                Germ modulus = modulus(u); // no cancellation below 0
                Germ value = germs.ln(germs.add(modulus, root(plus(square(u), 1), 2)));
                yield modulus == u ? value : negate(value);
            }
            case ACOSH -> germs.ln(germs.add(u, root(plus(square(u), -1), 2)));
            case ATANH -> germs.scale(germs.ln(germs.divide(plus(u, 1), plus(negate(u), 1))), HALF);
            case ACOTH -> call(Function.ATANH, List.of(inverse(u)));
            case ASECH -> call(Function.ACOSH, List.of(inverse(u)));
            case ACSCH -> call(Function.ASINH, List.of(inverse(u)));
            case SIGMOID -> inverse(plus(exp(negate(u)), 1));
            case SILU -> germs.divide(u, plus(exp(negate(u)), 1));
            case SOFTPLUS -> germs.ln(plus(exp(u), 1));
            case SOFTSIGN -> germs.divide(u, plus(modulus(u), 1));
            case LOGIT -> germs.ln(germs.divide(u, plus(negate(u), 1)));
            case LOGSUMEXP -> germs.ln(arguments.stream().map(this::exp).reduce(Germ.ZERO, germs::add));
            case TAN -> germs.divide(applied("sin(v)", u), nonZero(applied("cos(v)", u)));
            case COT -> germs.divide(applied("cos(v)", u), nonZero(applied("sin(v)", u)));
            case SEC -> inverse(applied("cos(v)", u));
            case CSC -> inverse(applied("sin(v)", u));
            case SIN -> applied("sin(v)", u);
            case COS -> applied("cos(v)", u);
            case ATAN -> inverseTangent(u);
            case ASIN -> inverseSine(u);
            case ACOS -> germs.subtract(number(constants.product(HALF, Constant.PI)), inverseSine(u));
            case ASEC -> call(Function.ACOS, List.of(inverse(u)));
            case ACSC -> inverseSine(inverse(u));
            case GAMMA -> gamma(u);
            case FACTORIAL -> gamma(plus(u, 1));
            case LGAMMA -> lnGamma(u);
            case BETA ->
                germs.divide(germs.multiply(gamma(u), gamma(arguments.get(1))), gamma(germs.add(u, arguments.get(1))));
            case BINOMIAL ->
                germs.divide(
                        gamma(plus(u, 1)),
                        germs.multiply(
                                gamma(plus(arguments.get(1), 1)), gamma(plus(germs.subtract(u, arguments.get(1)), 1))));
            case DIGAMMA -> growth.isInfinite(growth.limit(u)) ? atPlusInfinity(DIGAMMA, u) : applied("digamma(v)", u);
            case POLYGAMMA -> polygamma(u, arguments.get(1));
            case ERF -> germs.subtract(ONE, erfc(u));
            case ERFC -> erfc(u);
            case NORMALPDF ->
                germs.scale(
                        exp(germs.scale(square(u), Constants.fraction(-1, 2))),
                        constants.power(
                                constants.product(Constants.fraction(2, 1), Constant.PI), Constants.fraction(-1, 2)));
            case NORMALCDF -> normalCdf(u);
            case GELU -> germs.multiply(u, normalCdf(u));
            default -> throw new UndecidedException("the function " + function.text());
        };
    }

    private Germ constantCall(Function function, List<Germ> arguments) {
        List<Expression> values = arguments.stream().map(Germ::constant).toList();
        Expression value = constants.value(new Call(function, values));
        if (!constants.isDefined(value)) {
            throw new UndecidedException("a function where it has no value");
        }
        return Germs.constant(constants.isZero(value) ? Constants.ZERO : value);
    }

    private boolean positive(Germ a) {
        return growth.sign(a) > 0;
    }

    private Germ hyperbolicTangent(Germ u) {
        // (1 − e^(−2u))/(1 + e^(−2u)), which is small where it should be on either side
        Germ e = exp(germs.scale(u, Constants.fraction(-2, 1)));
        return germs.divide(germs.subtract(ONE, e), plus(e, 1));
    }

    /** A function that is analytic where its argument goes. */
    private Germ applied(String function, Germ u) {
        Expression limit = growth.limit(u);
        if (growth.isInfinite(limit)) {
            throw new UndecidedException("oscillation");
        }
        Expression template = parse(function);
        if (!constants.isDefined(Substitution.of(template, Applied.ARGUMENT, limit))) {
            throw new UndecidedException("a function where it is not analytic");
        }
        return Germs.monomial(new Applied(template, u));
    }

    private Germ atPlusInfinity(Expression function, Germ u) {
        if (growth.limit(u) != Constant.INFINITY) {
            throw new UndecidedException("poles on the way to minus infinity");
        }
        return Germs.monomial(new Applied(function, u));
    }

    private Germ inverseTangent(Germ u) {
        Expression limit = growth.limit(u);
        if (!growth.isInfinite(limit)) {
            return applied("atan(v)", u);
        }
        Expression end = constants.product(Constants.fraction(limit == Constant.INFINITY ? 1 : -1, 2), Constant.PI);
        return germs.subtract(number(end), applied("atan(v)", inverse(u)));
    }

    /** Next to ±1, where it is not analytic, by atan(u/√(1 − u²)). */
    private Germ inverseSine(Germ u) {
        if (u.constant() != null) {
            return constantCall(Function.ASIN, List.of(u));
        }
        Expression limit = growth.limit(u);
        if (growth.isInfinite(limit)) {
            throw new UndecidedException("an inverse sine of what is large");
        }
        Expression room = constants.difference(Constants.ONE, constants.power(limit, Constants.fraction(2, 1)));
        if (!constants.isZero(room)) {
            return applied("asin(v)", u);
        }
        return inverseTangent(germs.divide(u, root(germs.subtract(ONE, square(u)), 2)));
    }

    /** Γ(u), next to a pole by Γ(u + n)/(u(u + 1)…(u + n − 1)). */
    private Germ gamma(Germ u) {
        if (u.constant() != null) {
            return constantCall(Function.GAMMA, List.of(u));
        }
        Expression limit = growth.limit(u);
        if (growth.isInfinite(limit)) {
            return exp(atPlusInfinity(LN_GAMMA, u));
        }
        Germ shifted = u;
        Germ divisor = ONE;
        Expression at = limit;
        for (int n = 0; constants.sign(at) <= 0; n++) {
            if (n > 12) {
                throw new UndecidedException("a far pole");
            }
            divisor = germs.multiply(divisor, shifted);
            shifted = plus(shifted, 1);
            at = constants.sum(at, Constants.ONE);
        }
        return germs.divide(applied("gamma(v)", shifted), divisor);
    }

    private Germ lnGamma(Germ u) {
        Expression limit = growth.limit(u);
        if (growth.isInfinite(limit)) {
            return atPlusInfinity(LN_GAMMA, u);
        }
        return constants.sign(limit) > 0 ? applied("lgamma(v)", u) : germs.ln(modulus(gamma(u)));
    }

    private Germ polygamma(Germ order, Germ u) {
        if (order.constant() == null) {
            throw new UndecidedException("a varying order");
        }
        String function = "polygamma(%s, v)".formatted(Expressions.text(order.constant()));
        return growth.isInfinite(growth.limit(u)) ? atPlusInfinity(parse(function), u) : applied(function, u);
    }

    private Germ erfc(Germ u) {
        if (u.constant() != null) {
            return constantCall(Function.ERFC, List.of(u));
        }
        Expression limit = growth.limit(u);
        if (!growth.isInfinite(limit)) {
            return germs.subtract(ONE, applied("erf(v)", u));
        }
        if (limit != Constant.INFINITY) {
            return germs.subtract(number(Constants.fraction(2, 1)), erfc(negate(u)));
        }
        return germs.multiply(exp(negate(square(u))), Germs.monomial(new Applied(SCALED_ERFC, u)));
    }

    private Germ normalCdf(Germ u) {
        Germ scaled = germs.scale(u, constants.negate(constants.power(HALF, HALF)));
        return germs.scale(erfc(scaled), HALF);
    }
}
