package org.mlmath.expression.integrate;

import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;
import org.mlmath.numerics.Deadline;

/**
 * Integrands of which it is known that no antiderivative is made of elementary functions, with the special function that is one.
 *
 * <p>By Liouville's theorem ∫ R e^P dx with a rational R and a polynomial P is elementary only if y′ + P′y = R has a rational
 * solution y; the forms here are those where it has none. Source: Marchisotto and Zakeri, College Math. J. 25 (1994), 295-308.
 */
public final class NonElementary {
    private NonElementary() {}

    /** @return in words, the function that an antiderivative is; empty says nothing */
    public static Optional<String> of(Expression integrand, String variable, Deadline deadline) {
        Formulas f = new Formulas(deadline);
        Factors factors = Factors.of(f, f.simplify(integrand), variable);
        return Optional.ofNullable(function(f, factors.powers(), variable));
    }

    private static String function(Formulas f, List<Factor> powers, String x) {
        if (powers.size() == 1) {
            return alone(f, powers.getFirst(), x);
        }
        if (powers.size() != 2) {
            return null;
        }
        Factor first = powers.get(0);
        Factor second = powers.get(1);
        String found = overLinear(f, first, second, x);
        return found != null ? found : overLinear(f, second, first, x);
    }

    private static String alone(Formulas f, Factor factor, String x) {
        Expression base = factor.base();
        if (!Formulas.depends(base, x)) {
            int degree = degree(f, factor.exponent(), x);
            return degree == 2
                    ? "the imaginary error function"
                    : degree > 2
                            ? "an incomplete gamma function"
                            : isExponential(f, factor.exponent(), x) ? "the exponential integral Ei" : null;
        }
        if (base instanceof Variable && factor.exponent().equals(base)) {
            return "a function that has no name (x^x is the standard example)";
        }
        Integer power = factor.integer();
        if (!(base instanceof Call(Function function, List<Expression> arguments)) || power == null) {
            return null;
        }
        int degree = degree(f, arguments.getFirst(), x);
        if (power == 1 && degree >= 2 && (function == Function.SIN || function == Function.COS)) {
            return degree == 2 ? "a Fresnel integral" : "an incomplete gamma function";
        }
        if (power < 0 && degree == 1 && function == Function.LN) {
            return "the logarithmic integral li";
        }
        if (power == 1 && degree == 1 && (function == Function.SOFTPLUS || function == Function.SILU)) {
            return "a dilogarithm";
        }
        boolean growth = function == Function.LN
                && arguments.getFirst() instanceof Expression.Sum(List<Expression> terms)
                && terms.size() == 2
                && terms.stream().anyMatch(term -> !Formulas.depends(term, x))
                && terms.stream().anyMatch(term -> isExponential(f, term, x));
        return power == 1 && growth ? "a dilogarithm" : null;
    }

    /** g(ax + b)/xⁿ with g an exponential, a sine or a cosine; ln(x)/(x + c). */
    private static String overLinear(Formulas f, Factor above, Factor below, String x) {
        Integer order = below.integer();
        if (order == null || order >= 0 || degree(f, below.base(), x) != 1) {
            return null;
        }
        if (!Formulas.depends(above.base(), x)) {
            return degree(f, above.exponent(), x) == 1 ? "the exponential integral Ei" : null;
        }
        if (!Formulas.isOne(above.exponent())
                || !(above.base() instanceof Call(Function function, List<Expression> arguments))) {
            return null;
        }
        int degree = degree(f, arguments.getFirst(), x);
        if (degree != 1) {
            return null;
        }
        return switch (function) {
            case SIN, COS -> order == -1 || below.base() instanceof Variable ? "the sine and cosine integrals" : null;
            case SINH, COSH -> order == -1 ? "the hyperbolic sine and cosine integrals" : null;
            case LN -> order == -1 && !arguments.getFirst().equals(below.base()) ? "a dilogarithm" : null;
            case ATAN, ATANH, ASINH, ASIN -> order == -1 && below.base() instanceof Variable ? "a dilogarithm" : null;
            default -> null;
        };
    }

    /** @return the degree of a polynomial, −1 for anything else */
    private static int degree(Formulas f, Expression expression, String x) {
        Polynomial polynomial = Polynomial.of(f, expression, x);
        return polynomial == null ? -1 : polynomial.degree();
    }

    private static boolean isExponential(Formulas f, Expression expression, String x) {
        Factors factors = Factors.of(f, expression, x);
        return factors.powers().size() == 1
                && factors.powers().getFirst().base() == Constant.E
                && degree(f, factors.powers().getFirst().exponent(), x) == 1;
    }
}
