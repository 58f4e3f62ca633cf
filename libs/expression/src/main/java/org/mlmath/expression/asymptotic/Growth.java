package org.mlmath.expression.asymptotic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.asymptotic.Germ.Applied;
import org.mlmath.expression.asymptotic.Germ.Base;
import org.mlmath.expression.asymptotic.Germ.Exp;
import org.mlmath.expression.asymptotic.Germ.Group;
import org.mlmath.expression.asymptotic.Germ.Identity;
import org.mlmath.expression.asymptotic.Germ.Ln;
import org.mlmath.expression.asymptotic.Germ.Monomial;
import org.mlmath.expression.asymptotic.OmegaSeries.Term;
import org.mlmath.expression.identity.Identity.Known;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * Which parts of a germ grow fastest, where it goes and which sign it has near infinity: by the first term of its expansion in powers of
 * ω, one of those parts or its reciprocal, then of that term's coefficient, and so on.
 */
final class Growth {
    static final Expression MINUS_INFINITY = new Negate(Constant.INFINITY);

    private static final int DEEPEST = 40;
    private static final int MOST_TERMS = 32;
    private static final int BITS = 256;

    /** Where a germ that is not 0 is seen not to be. */
    private static final List<Rational> POINTS = Stream.of("1000003/7", "1009/29", "41/9", "17/11")
            .map(Rational::parse)
            .toList();

    private final Constants constants;
    private final Deadline deadline;
    private final Germs germs;
    private final Map<Germ, Expression> limits = new HashMap<>();
    private final Map<Germ, Integer> signs = new HashMap<>();
    private final Map<Germ, Boolean> zeros = new HashMap<>();
    private int depth;

    Growth(Constants constants, Deadline deadline) {
        this.constants = constants;
        this.deadline = deadline;
        this.germs = new Germs(constants, deadline, this::sign);
    }

    Germs germs() {
        return germs;
    }

    /** @return a number, {@code inf} or {@code -inf} */
    Expression limit(Germ germ) {
        if (germ.constant() != null) {
            return germ.constant();
        }
        if (germ.equals(Germs.X)) {
            return Constant.INFINITY;
        }
        Expression known = limits.get(germ);
        if (known == null) {
            known = deeper(() -> {
                Term leading = leading(germ);
                int order = leading == null ? 1 : constants.sign(leading.exponent());
                if (order > 0) {
                    return Constants.ZERO;
                }
                return order == 0
                        ? limit(leading.coefficient())
                        : sign(leading.coefficient()) > 0 ? Constant.INFINITY : MINUS_INFINITY;
            });
            limits.put(germ, known);
        }
        return known;
    }

    boolean isInfinite(Expression limit) {
        return limit == Constant.INFINITY || limit.equals(MINUS_INFINITY);
    }

    /** @return −1, 0 or 1, near infinity */
    int sign(Germ germ) {
        if (germ.constant() != null) {
            return constants.sign(germ.constant());
        }
        Integer known = signs.get(germ);
        if (known == null) {
            known = deeper(() -> {
                if (germ.terms().size() == 1) {
                    var term = germ.terms().entrySet().iterator().next();
                    return constants.sign(term.getValue()) * sign(term.getKey());
                }
                Term leading = leading(germ);
                return leading == null ? 0 : sign(leading.coefficient());
            });
            signs.put(germ, known);
        }
        return known;
    }

    private int sign(Monomial monomial) {
        int sign = 1;
        for (var raised : monomial.exponents().entrySet()) {
            int own =
                    switch (raised.getKey()) {
                        case Identity _, Exp _ -> 1;
                        case Group(Germ sum) -> sign(sum);
                        case Ln(Germ argument) -> {
                            Expression limit = limit(argument);
                            yield isInfinite(limit) ? 1 : sign(germs.subtract(argument, Germs.constant(Constants.ONE)));
                        }
                        case Applied applied -> {
                            Term leading = leading(Germs.monomial(applied));
                            yield leading == null ? 0 : sign(leading.coefficient());
                        }
                    };
            Integer whole = Constants.integer(raised.getValue());
            if (own < 0 && whole == null) {
                throw new UndecidedException("a power of what is negative");
            }
            sign *= own < 0 && whole % 2 == 0 ? 1 : own;
        }
        return sign;
    }

    /** @return the first term in powers of ω; null of what is 0 */
    private Term leading(Germ germ) {
        Set<Base> fastest = fastest(germ);
        if (fastest.isEmpty()) {
            return new Term(Constants.ZERO, germ);
        }
        if (!fastest.contains(Identity.X)) {
            Germ exponent = fastest.stream()
                    .map(base -> ((Exp) base).exponent())
                    .min(Comparator.comparingInt(Germ::size))
                    .orElseThrow();
            boolean falls = limit(exponent).equals(MINUS_INFINITY);
            return leading(germ, falls ? exponent : germs.scale(exponent, Constants.MINUS_ONE));
        }
        // Powers of x itself would leave ln x among the coefficients: with e^x in its place, ω is e^(−x).
        return leading(germs.moveUp(germ), germs.scale(Germs.X, Constants.MINUS_ONE));
    }

    private Term leading(Germ germ, Germ logarithm) {
        for (int order = 2; order <= MOST_TERMS; order *= 2) {
            deadline.check();
            try {
                OmegaSeries series = new Expansion(this, constants, logarithm, order, deadline)
                        .of(germ)
                        .trimmed(this::isZero);
                if (!series.isEmpty()) {
                    return series.first();
                }
                if (series.bound() == null || isZero(germ)) {
                    return null;
                }
            } catch (Expansion.TooShortException more) {
                // again, with more terms
            }
        }
        throw new UndecidedException("terms that cancel");
    }

    /** @return x or the exponentials that vary most rapidly: each is about a power of each other */
    private Set<Base> fastest(Germ germ) {
        Set<Base> fastest = Set.of();
        for (Monomial monomial : germ.terms().keySet()) {
            for (Base base : monomial.exponents().keySet()) {
                fastest = faster(fastest, fastest(base));
            }
        }
        return fastest;
    }

    private Set<Base> fastest(Base base) {
        return switch (base) {
            case Identity x -> Set.of(x);
            case Ln(Germ argument) -> fastest(argument);
            case Group(Germ sum) -> fastest(sum);
            case Applied(Expression _, Germ argument) -> fastest(argument);
            case Exp(Germ exponent) -> {
                Set<Base> inner = fastest(exponent);
                yield isInfinite(limit(exponent)) ? faster(Set.of(base), inner) : inner;
            }
        };
    }

    private Set<Base> faster(Set<Base> a, Set<Base> b) {
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return a.isEmpty() ? b : a;
        }
        Set<Base> both = new LinkedHashSet<>(a);
        both.addAll(b);
        if (both.size() < a.size() + b.size()) {
            return both;
        }
        Expression ratio = limit(germs.divide(
                logarithm(a.iterator().next()), logarithm(b.iterator().next())));
        return isInfinite(ratio) ? a : constants.isZero(ratio) ? b : both;
    }

    private static Germ logarithm(Base base) {
        return base instanceof Exp(Germ exponent) ? exponent : Germs.monomial(new Ln(Germs.X));
    }

    /** @throws UndecidedException where it is neither seen to be different from 0 nor proven to be 0 */
    boolean isZero(Germ germ) {
        if (germ.constant() != null) {
            return constants.isZero(germ.constant());
        }
        Boolean known = zeros.get(germ);
        if (known == null) {
            known = germ.terms().size() == 1
                    ? germ.terms().keySet().iterator().next().exponents().keySet().stream()
                            .anyMatch(this::isZero)
                    : decideZero(germ);
            zeros.put(germ, known);
        }
        return known;
    }

    private boolean isZero(Base base) {
        return switch (base) {
            case Identity _, Exp _ -> false;
            case Group(Germ sum) -> isZero(sum);
            case Ln(Germ argument) -> isZero(germs.subtract(argument, Germs.constant(Constants.ONE)));
            case Applied _ -> decideZero(Germs.monomial(base));
        };
    }

    private boolean decideZero(Germ germ) {
        Expression expression = germ.expression();
        for (Rational x : POINTS) {
            Precise value = HighPrecision.at(expression, Map.of("x", x), BITS, deadline);
            if (value.isDefined() && value.sign() != null && value.sign() != 0) {
                return false;
            }
        }
        Known positive = new Known(Map.of("x", 1), Set.of());
        boolean proven = org.mlmath.expression.identity.Identity.of(expression, Constants.ZERO, positive, deadline)
                .filter(proof -> proof.method() == org.mlmath.expression.identity.Identity.Method.NORMAL_FORM)
                .isPresent();
        if (!proven) {
            throw new UndecidedException("whether " + Expressions.text(expression) + " is 0");
        }
        return true;
    }

    private interface Question<T> {
        T answer();
    }

    private <T> T deeper(Question<T> question) {
        if (++depth > DEEPEST) {
            throw new UndecidedException("too deep");
        }
        try {
            return question.answer();
        } finally {
            depth--;
        }
    }
}
