package org.mlmath.expression.asymptotic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.mlmath.expression.Expression;
import org.mlmath.expression.asymptotic.Germ.Applied;
import org.mlmath.expression.asymptotic.Germ.Base;
import org.mlmath.expression.asymptotic.Germ.Exp;
import org.mlmath.expression.asymptotic.Germ.Group;
import org.mlmath.expression.asymptotic.Germ.Identity;
import org.mlmath.expression.asymptotic.Germ.Ln;
import org.mlmath.expression.asymptotic.Germ.Monomial;
import org.mlmath.numerics.Deadline;

/**
 * Arithmetic on germs. Sums have each product once, exponentials are merged, logarithms of products and powers are written out: near infinity
 * every part has one sign, so that there is nothing to fear from branches.
 */
final class Germs {
    /** Products are multiplied out up to this many terms. */
    private static final int TERMS = 600;

    private static final int LARGEST_POWER = 12;

    static final Germ X = monomial(Identity.X);

    private final Constants constants;
    private final Deadline deadline;
    private final ToIntFunction<Germ> signs;

    /** @param signs the sign of a germ near infinity */
    Germs(Constants constants, Deadline deadline, ToIntFunction<Germ> signs) {
        this.constants = constants;
        this.deadline = deadline;
        this.signs = signs;
    }

    static Germ constant(Expression value) {
        return value.equals(Constants.ZERO) ? Germ.ZERO : new Germ(Map.of(Monomial.ONE, value));
    }

    static Germ monomial(Base base) {
        return new Germ(Map.of(Monomial.of(base), Constants.ONE));
    }

    Germ add(Germ a, Germ b) {
        if (a.isZero() || b.isZero()) {
            return a.isZero() ? b : a;
        }
        Map<Monomial, Expression> terms = new LinkedHashMap<>(a.terms());
        b.terms().forEach((monomial, value) -> addTo(terms, monomial, value));
        return new Germ(terms);
    }

    private void addTo(Map<Monomial, Expression> terms, Monomial monomial, Expression value) {
        Expression before = terms.get(monomial);
        Expression total = before == null ? value : constants.sum(before, value);
        if (constants.isZero(total)) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, total);
        }
        if (terms.size() > TERMS) {
            throw new UndecidedException("too many terms");
        }
    }

    Germ subtract(Germ a, Germ b) {
        return add(a, scale(b, Constants.MINUS_ONE));
    }

    Germ scale(Germ a, Expression factor) {
        if (factor.equals(Constants.ONE)) {
            return a;
        }
        if (constants.isZero(factor)) {
            return Germ.ZERO;
        }
        Map<Monomial, Expression> terms = new LinkedHashMap<>();
        a.terms().forEach((monomial, value) -> terms.put(monomial, constants.product(value, factor)));
        return new Germ(terms);
    }

    Germ multiply(Germ a, Germ b) {
        if (a.constant() != null) {
            return scale(b, a.constant());
        }
        if (b.constant() != null) {
            return scale(a, b.constant());
        }
        if (a.terms().size() * b.terms().size() > TERMS) {
            throw new UndecidedException("too many terms");
        }
        deadline.check();
        Germ result = Germ.ZERO;
        for (var first : a.terms().entrySet()) {
            for (var second : b.terms().entrySet()) {
                Expression value = constants.product(first.getValue(), second.getValue());
                result = add(result, scale(product(first.getKey(), second.getKey()), value));
            }
        }
        return result;
    }

    private Germ product(Monomial a, Monomial b) {
        Map<Base, Expression> exponents = new LinkedHashMap<>();
        Germ exponential = Germ.ZERO;
        for (Monomial monomial : new Monomial[] {a, b}) {
            for (var factor : monomial.exponents().entrySet()) {
                if (factor.getKey() instanceof Exp(Germ exponent)) {
                    exponential = add(exponential, scale(exponent, factor.getValue()));
                } else {
                    exponents.merge(factor.getKey(), factor.getValue(), constants::sum);
                }
            }
        }
        exponents.values().removeIf(constants::isZero);
        Germ result = Germs.constant(Constants.ONE);
        for (Base base : exponents.keySet().toArray(Base[]::new)) {
            Integer power = Constants.integer(exponents.get(base));
            if (base instanceof Group(Germ sum) && power != null && power > 0 && power <= LARGEST_POWER) {
                exponents.remove(base);
                result = multiply(result, power(sum, Constants.fraction(power, 1)));
            }
        }
        Germ plain = new Germ(Map.of(new Monomial(exponents), Constants.ONE));
        if (!exponential.isZero()) {
            Germ exp = exp(exponential);
            plain = exp.terms().size() == 1 ? beside(plain, exp) : multiply(plain, exp);
        }
        return multiply(result, plain);
    }

    /** The product of a monomial without exponentials and of one term. */
    private Germ beside(Germ plain, Germ single) {
        Map<Base, Expression> exponents =
                new LinkedHashMap<>(plain.terms().keySet().iterator().next().exponents());
        var term = single.terms().entrySet().iterator().next();
        term.getKey().exponents().forEach((base, exponent) -> exponents.merge(base, exponent, constants::sum));
        exponents.values().removeIf(constants::isZero);
        return new Germ(Map.of(new Monomial(exponents), term.getValue()));
    }

    /** @param exponent a number */
    Germ power(Germ a, Expression exponent) {
        if (exponent.equals(Constants.ONE)) {
            return a;
        }
        int sign = constants.sign(exponent);
        if (sign == 0) {
            return constant(Constants.ONE);
        }
        if (a.isZero()) {
            if (sign < 0) {
                throw new UndecidedException("division by 0");
            }
            return a;
        }
        Integer whole = Constants.integer(exponent);
        if (a.terms().size() > 1) {
            boolean short_ = whole != null && whole > 0 && whole <= LARGEST_POWER;
            if (!short_) {
                return new Germ(Map.of(new Monomial(Map.of(new Group(a), exponent)), Constants.ONE));
            }
            Germ result = a;
            for (int k = 1; k < whole; k++) {
                result = multiply(result, a);
            }
            return result;
        }
        var term = a.terms().entrySet().iterator().next();
        return power(term.getValue(), term.getKey(), exponent, whole != null);
    }

    private Germ power(Expression factor, Monomial monomial, Expression exponent, boolean whole) {
        Expression coefficient = factor;
        Map<Base, Expression> exponents = new LinkedHashMap<>();
        Germ exponential = Germ.ZERO;
        for (var raised : monomial.exponents().entrySet()) {
            Base base = raised.getKey();
            Expression q = raised.getValue();
            if (base instanceof Exp(Germ exp)) {
                exponential = scale(exp, constants.product(q, exponent));
                continue;
            }
            if (!whole && base != Identity.X && signs.applyAsInt(monomial(base)) < 0) {
                Integer odd = Constants.integer(q);
                if (odd == null || !(base instanceof Group(Germ sum))) {
                    throw new UndecidedException("a power of what is negative");
                }
                base = new Group(scale(sum, Constants.MINUS_ONE)); // b^q = (−1)^q·(−b)^q
                coefficient = odd % 2 == 0 ? coefficient : constants.negate(coefficient);
            }
            exponents.merge(base, constants.product(q, exponent), constants::sum);
        }
        if (!whole && constants.sign(coefficient) < 0) {
            throw new UndecidedException("a power of what is negative");
        }
        Germ plain = new Germ(Map.of(new Monomial(exponents), constants.power(coefficient, exponent)));
        return exponential.isZero() ? plain : multiply(plain, exp(exponential));
    }

    Germ divide(Germ a, Germ b) {
        return multiply(a, power(b, Constants.MINUS_ONE));
    }

    /** e^a; of c·ln g, the power g^c. */
    Germ exp(Germ a) {
        Expression factor = Constants.ONE;
        Germ powers = constant(Constants.ONE);
        Map<Monomial, Expression> rest = new LinkedHashMap<>();
        for (var term : a.terms().entrySet()) {
            Monomial monomial = term.getKey();
            var only = monomial.exponents().size() == 1
                    ? monomial.exponents().entrySet().iterator().next()
                    : null;
            if (monomial.exponents().isEmpty()) {
                factor = constants.exp(term.getValue());
            } else if (only != null
                    && only.getKey() instanceof Ln(Germ argument)
                    && only.getValue().equals(Constants.ONE)) {
                powers = multiply(powers, power(argument, term.getValue()));
            } else {
                rest.put(monomial, term.getValue());
            }
        }
        Germ exponential = rest.isEmpty() ? constant(Constants.ONE) : monomial(new Exp(new Germ(rest)));
        return scale(multiply(powers, exponential), factor);
    }

    /** @throws UndecidedException where the logarithm has no value near infinity */
    Germ ln(Germ a) {
        if (signs.applyAsInt(a) <= 0) {
            throw new UndecidedException("a logarithm of what is not positive");
        }
        if (a.terms().size() > 1) {
            return monomial(new Ln(a));
        }
        var term = a.terms().entrySet().iterator().next();
        Expression coefficient = term.getValue();
        Germ result = Germ.ZERO;
        for (var raised : term.getKey().exponents().entrySet()) {
            Germ ln =
                    switch (raised.getKey()) {
                        case Identity _ -> monomial(new Ln(X));
                        case Exp(Germ exponent) -> exponent;
                        case Group(Germ sum) -> {
                            boolean negative = signs.applyAsInt(sum) < 0;
                            if (negative && isOdd(raised.getValue())) {
                                coefficient = constants.negate(coefficient);
                            }
                            yield monomial(new Ln(negative ? scale(sum, Constants.MINUS_ONE) : sum));
                        }
                        case Ln _, Applied _ -> {
                            Germ base = monomial(raised.getKey());
                            boolean negative = signs.applyAsInt(base) < 0;
                            if (negative && isOdd(raised.getValue())) {
                                coefficient = constants.negate(coefficient);
                            }
                            yield monomial(new Ln(negative ? scale(base, Constants.MINUS_ONE) : base));
                        }
                    };
            result = add(result, scale(ln, raised.getValue()));
        }
        return add(result, constant(constants.ln(coefficient)));
    }

    private static boolean isOdd(Expression exponent) {
        Integer whole = Constants.integer(exponent);
        if (whole == null) {
            throw new UndecidedException("a power of what is negative");
        }
        return whole % 2 != 0;
    }

    /** @return the function with e^x in place of x, which has the same limit and signs */
    Germ moveUp(Germ a) {
        Germ result = Germ.ZERO;
        for (var term : a.terms().entrySet()) {
            Germ product = constant(term.getValue());
            for (var raised : term.getKey().exponents().entrySet()) {
                Germ base =
                        switch (raised.getKey()) {
                            case Identity _ -> exp(X);
                            case Exp(Germ exponent) -> exp(moveUp(exponent));
                            case Ln(Germ argument) -> argument.equals(X) ? X : ln(moveUp(argument));
                            case Group(Germ sum) -> moveUp(sum);
                            case Applied(Expression function, Germ argument) ->
                                monomial(new Applied(function, moveUp(argument)));
                        };
                product = multiply(product, power(base, raised.getValue()));
            }
            result = add(result, product);
        }
        return result;
    }
}
