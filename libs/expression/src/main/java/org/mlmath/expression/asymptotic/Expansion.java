package org.mlmath.expression.asymptotic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.asymptotic.Germ.Applied;
import org.mlmath.expression.asymptotic.Germ.Base;
import org.mlmath.expression.asymptotic.Germ.Exp;
import org.mlmath.expression.asymptotic.Germ.Group;
import org.mlmath.expression.asymptotic.Germ.Identity;
import org.mlmath.expression.asymptotic.Germ.Ln;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/** Writes germs as sums of powers of ω = e^(ln ω), which goes to 0, with coefficients that vary less rapidly. */
final class Expansion {
    /** What is left of a sum is beyond the terms that were carried. */
    static final class TooShortException extends RuntimeException {
        TooShortException() {
            super("more terms are needed", null, false, false);
        }
    }

    private final Growth growth;
    private final Germs germs;
    private final Constants constants;
    private final Germ logarithm;
    private final int order;
    private final Deadline deadline;
    private final Map<Germ, OmegaSeries> known = new HashMap<>();
    private final Map<Germ, Expression> powers = new HashMap<>();

    /**
     * @param logarithm ln ω
     * @param order terms of an infinite series
     */
    Expansion(Growth growth, Constants constants, Germ logarithm, int order, Deadline deadline) {
        this.growth = growth;
        this.germs = growth.germs();
        this.constants = constants;
        this.logarithm = logarithm;
        this.order = order;
        this.deadline = deadline;
    }

    OmegaSeries of(Germ germ) {
        OmegaSeries series = known.get(germ);
        if (series == null) {
            series = expanded(germ);
            known.put(germ, series);
        }
        return series;
    }

    private OmegaSeries expanded(Germ germ) {
        deadline.check();
        OmegaSeries sum = OmegaSeries.exactly(Germ.ZERO);
        for (var term : germ.terms().entrySet()) {
            OmegaSeries product = OmegaSeries.exactly(Germs.constant(term.getValue()));
            for (var raised : term.getKey().exponents().entrySet()) {
                OmegaSeries factor = contains(raised.getKey())
                        ? raised(raised.getKey(), raised.getValue())
                        : OmegaSeries.exactly(germs.power(Germs.monomial(raised.getKey()), raised.getValue()));
                product = product.multiply(factor, germs, constants);
            }
            sum = sum.add(product, germs, constants);
        }
        return sum;
    }

    private boolean contains(Germ germ) {
        return germ.terms().keySet().stream()
                .anyMatch(monomial -> monomial.exponents().keySet().stream().anyMatch(this::contains));
    }

    private boolean contains(Base base) {
        return switch (base) {
            case Identity _ -> false;
            case Exp(Germ exponent) -> !constants.isZero(power(exponent)) || contains(exponent);
            case Ln(Germ argument) -> contains(argument);
            case Group(Germ sum) -> contains(sum);
            case Applied(Expression _, Germ argument) -> contains(argument);
        };
    }

    private OmegaSeries raised(Base base, Expression exponent) {
        return switch (base) {
            case Exp(Germ s) -> omega(germs.scale(s, exponent));
            case Ln(Germ argument) -> power(ln(of(argument)), exponent);
            case Group(Germ sum) -> power(of(sum), exponent);
            case Applied(Expression function, Germ argument) -> power(applied(function, argument), exponent);
            case Identity x -> OmegaSeries.exactly(germs.power(Germs.monomial(x), exponent));
        };
    }

    /** e^s = ω^c·e^(s − c·ln ω). */
    private OmegaSeries omega(Germ s) {
        Expression c = power(s);
        Germ rest = germs.subtract(s, germs.scale(logarithm, c));
        return exp(of(rest)).times(Germs.constant(Constants.ONE), c, germs, constants);
    }

    /** @return about which power of ω e^s is; 0 for what varies less rapidly */
    private Expression power(Germ s) {
        Expression known = powers.get(s);
        if (known == null) {
            known = growth.isInfinite(growth.limit(s)) ? growth.limit(germs.divide(s, logarithm)) : Constants.ZERO;
            if (growth.isInfinite(known)) {
                throw new UndecidedException("an exponential that varies more rapidly");
            }
            powers.put(s, known);
        }
        return known;
    }

    private OmegaSeries exp(OmegaSeries u) {
        Parts parts = parts(u);
        OmegaSeries series = powerSeries(parts.small, k -> Germs.constant(Constants.fraction(1, factorial(k))));
        return series.times(germs.exp(parts.constant), Constants.ZERO, germs, constants);
    }

    private static long factorial(int k) {
        if (k > 20) {
            throw new UndecidedException("too many terms");
        }
        long product = 1;
        for (int i = 2; i <= k; i++) {
            product *= i;
        }
        return product;
    }

    /** ln(cω^e(1 + δ)) = ln c + e·ln ω + δ − δ²/2 + … */
    private OmegaSeries ln(OmegaSeries u) {
        Leading leading = leading(u);
        Germ front = germs.add(germs.ln(leading.coefficient), germs.scale(logarithm, leading.exponent));
        OmegaSeries rest = powerSeries(
                leading.small, k -> k == 0 ? Germ.ZERO : Germs.constant(Constants.fraction(k % 2 == 1 ? 1 : -1, k)));
        return rest.add(OmegaSeries.exactly(front), germs, constants);
    }

    /** (cω^e(1 + δ))^q, by the binomial series. */
    private OmegaSeries power(OmegaSeries u, Expression q) {
        if (q.equals(Constants.ONE)) {
            return u;
        }
        Leading leading = leading(u);
        List<Expression> binomials = new ArrayList<>(List.of(Constants.ONE));
        OmegaSeries rest = powerSeries(leading.small, k -> {
            while (binomials.size() <= k) {
                int j = binomials.size();
                Expression factor = constants.quotient(
                        constants.difference(q, Constants.fraction(j - 1, 1)), Constants.fraction(j, 1));
                binomials.add(constants.product(binomials.getLast(), factor));
            }
            return Germs.constant(binomials.get(k));
        });
        return rest.times(
                germs.power(leading.coefficient, q), constants.product(leading.exponent, q), germs, constants);
    }

    private OmegaSeries applied(Expression function, Germ argument) {
        OmegaSeries u = of(argument).trimmed(growth::isZero);
        if (!u.isEmpty() && constants.sign(u.first().exponent()) < 0) {
            return atInfinity(function, u);
        }
        Parts parts = parts(u);
        List<Expression> derivatives = new ArrayList<>(List.of(function));
        return powerSeries(parts.small, k -> {
            while (derivatives.size() <= k) {
                derivatives.add(Differentiator.derivative(derivatives.getLast(), Applied.ARGUMENT, deadline)
                        .expression());
            }
            Germ derivative =
                    new ExpLogForm(growth, constants).of(derivatives.get(k), Applied.ARGUMENT, parts.constant);
            return germs.scale(derivative, Constants.fraction(1, factorial(k)));
        });
    }

    private OmegaSeries atInfinity(Expression function, OmegaSeries u) {
        OmegaSeries inverse = power(u, Constants.MINUS_ONE);
        if (function.equals(ExpLogForm.LN_GAMMA)) {
            OmegaSeries ln = ln(u);
            OmegaSeries half = u.add(OmegaSeries.exactly(Germs.constant(Constants.fraction(-1, 2))), germs, constants);
            Expression twoPi = constants.product(Constants.fraction(2, 1), Constant.PI);
            Germ constant = Germs.constant(constants.product(Constants.fraction(1, 2), constants.ln(twoPi)));
            OmegaSeries minus = u.times(Germs.constant(Constants.MINUS_ONE), Constants.ZERO, germs, constants);
            // B_2k/(2k(2k − 1)) at u^(1 − 2k)
            return half.multiply(ln, germs, constants)
                    .add(minus, germs, constants)
                    .add(OmegaSeries.exactly(constant), germs, constants)
                    .add(
                            powerSeries(inverse, k -> k % 2 == 1 ? bernoulli(k + 1, (long) k * (k + 1)) : Germ.ZERO),
                            germs,
                            constants);
        }
        if (function.equals(ExpLogForm.DIGAMMA)) {
            return ln(u).add(
                            powerSeries(
                                    inverse,
                                    k -> k == 0
                                            ? Germ.ZERO
                                            : k == 1
                                                    ? Germs.constant(Constants.fraction(-1, 2))
                                                    : k % 2 == 0 ? bernoulli(k, -k) : Germ.ZERO),
                            germs,
                            constants);
        }
        if (function.equals(ExpLogForm.SCALED_ERFC)) {
            Expression root = constants.power(Constant.PI, Constants.fraction(-1, 2));
            return powerSeries(inverse, k -> {
                if (k % 2 == 0) {
                    return Germ.ZERO;
                }
                Expression coefficient = root; // (−1)^j·(2j − 1)!!/2^j at u^(−2j − 1)
                for (int j = 1; j <= k / 2; j++) {
                    coefficient = constants.product(coefficient, Constants.fraction(-(2 * j - 1), 2));
                }
                return Germs.constant(coefficient);
            });
        }
        if (function instanceof Call(Function called, List<Expression> arguments)
                && called == Function.POLYGAMMA
                && Constants.integer(arguments.getFirst()) instanceof Integer n
                && n > 0
                && n < 8) {
            // (−1)^(n+1)·(n−1)!·(u^(−n) + n/2·u^(−n−1) + Σ B_2k·C(2k+n−1, n−1)·u^(−2k−n))
            Expression front = Constants.fraction(n % 2 == 1 ? factorial(n - 1) : -factorial(n - 1), 1);
            return powerSeries(inverse, k -> switch (k - n) {
                case 0 -> Germs.constant(front);
                case 1 -> Germs.constant(constants.product(front, Constants.fraction(n, 2)));
                default ->
                    k < n || (k - n) % 2 == 1
                            ? Germ.ZERO
                            : germs.scale(bernoulli(k - n, 1), constants.product(front, binomial(k - 1, n - 1)));
            });
        }
        throw new UndecidedException("a function at infinity");
    }

    private Expression binomial(int n, int k) {
        long value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return Constants.fraction(value, 1);
    }

    /** B_n/divisor. */
    private Germ bernoulli(int n, long divisor) {
        Rational[] row = new Rational[n + 1]; // Akiyama and Tanigawa
        for (int m = 0; m <= n; m++) {
            row[m] = Rational.ONE.divide(Rational.of(m + 1));
            for (int j = m; j >= 1; j--) {
                row[j - 1] = row[j - 1].subtract(row[j]).multiply(Rational.of(j));
            }
        }
        Rational value = row[0].divide(Rational.of(divisor));
        return Germs.constant(constants.simplify(Expressions.parse(value.toString())));
    }

    /** A term of a series at 0. */
    private interface Coefficients {
        Germ of(int k);
    }

    /** Σ coefficient(k)·δᵏ, of {@code order} terms. */
    private OmegaSeries powerSeries(OmegaSeries small, Coefficients coefficients) {
        OmegaSeries sum = OmegaSeries.exactly(coefficients.of(0));
        OmegaSeries delta = small.trimmed(growth::isZero);
        if (delta.isEmpty() && delta.bound() == null) {
            return sum;
        }
        Expression step = delta.isEmpty() ? delta.bound() : delta.first().exponent();
        if (constants.sign(step) <= 0) {
            throw new TooShortException();
        }
        if (delta.isEmpty()) {
            return sum.withBound(step, constants);
        }
        Expression bound = constants.product(step, Constants.fraction(order, 1));
        OmegaSeries power = OmegaSeries.exactly(Germs.constant(Constants.ONE));
        for (int k = 1; k < order; k++) {
            power = power.multiply(delta, germs, constants).withBound(bound, constants);
            Germ coefficient = coefficients.of(k);
            if (!coefficient.isZero()) {
                sum = sum.add(power.times(coefficient, Constants.ZERO, germs, constants), germs, constants);
            }
        }
        return sum.withBound(bound, constants);
    }

    /** u = constant + small, of which the constant varies less rapidly than ω. */
    private record Parts(Germ constant, OmegaSeries small) {}

    private Parts parts(OmegaSeries u) {
        OmegaSeries trimmed = u.trimmed(growth::isZero);
        if (trimmed.isEmpty()) {
            return new Parts(Germ.ZERO, trimmed);
        }
        int sign = constants.sign(trimmed.first().exponent());
        if (sign < 0) {
            throw new UndecidedException("an argument that goes to infinity");
        }
        return sign > 0
                ? new Parts(Germ.ZERO, trimmed)
                : new Parts(
                        trimmed.first().coefficient(),
                        new OmegaSeries(
                                trimmed.terms().subList(1, trimmed.terms().size()), trimmed.bound()));
    }

    /** u = coefficient·ω^exponent·(1 + small). */
    private record Leading(Germ coefficient, Expression exponent, OmegaSeries small) {}

    private Leading leading(OmegaSeries u) {
        OmegaSeries trimmed = u.trimmed(growth::isZero);
        if (trimmed.isEmpty()) {
            if (trimmed.bound() == null) {
                throw new UndecidedException("a power or logarithm of 0");
            }
            throw new TooShortException();
        }
        OmegaSeries.Term first = trimmed.first();
        OmegaSeries rest =
                new OmegaSeries(trimmed.terms().subList(1, trimmed.terms().size()), trimmed.bound());
        OmegaSeries small = rest.times(
                germs.power(first.coefficient(), Constants.MINUS_ONE),
                constants.negate(first.exponent()),
                germs,
                constants);
        return new Leading(first.coefficient(), first.exponent(), small);
    }
}
