package org.mlmath.expression.identity;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.numerics.exact.Rational;

/** A polynomial in the generators with rational coefficients. */
final class Sparse {
    static final Sparse ZERO = new Sparse(new TreeMap<>());
    static final Sparse ONE = of(Rational.ONE);

    private final TreeMap<Monomial, Rational> terms;

    Sparse(TreeMap<Monomial, Rational> terms) {
        this.terms = terms;
    }

    static Sparse of(Rational value) {
        return of(value, Monomial.ONE);
    }

    static Sparse of(Rational coefficient, Monomial monomial) {
        TreeMap<Monomial, Rational> terms = new TreeMap<>();
        if (coefficient.signum() != 0) {
            terms.put(monomial, coefficient);
        }
        return new Sparse(terms);
    }

    static Sparse generator(int index) {
        return of(Rational.ONE, Monomial.of(index, 1));
    }

    /** @return not to be changed */
    TreeMap<Monomial, Rational> terms() {
        return terms;
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isOne() {
        return isConstant() && constant().equals(Rational.ONE);
    }

    boolean isConstant() {
        return terms.isEmpty() || terms.size() == 1 && terms.firstKey().size() == 0;
    }

    /** @return the term without generators */
    Rational constant() {
        return terms.getOrDefault(Monomial.ONE, Rational.ZERO);
    }

    static void add(TreeMap<Monomial, Rational> terms, Monomial monomial, Rational coefficient) {
        Rational sum = terms.merge(monomial, coefficient, Rational::add);
        if (sum.signum() == 0) {
            terms.remove(monomial);
        }
    }

    Sparse plus(Sparse other) {
        TreeMap<Monomial, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
        return new Sparse(sum);
    }

    Sparse minus(Sparse other) {
        return plus(other.times(Rational.of(-1)));
    }

    Sparse times(Rational factor) {
        if (factor.equals(Rational.ONE)) {
            return this;
        }
        TreeMap<Monomial, Rational> product = new TreeMap<>();
        if (factor.signum() != 0) {
            terms.forEach((monomial, coefficient) -> product.put(monomial, coefficient.multiply(factor)));
        }
        return new Sparse(product);
    }

    Sparse times(Monomial factor) {
        TreeMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> product.put(monomial.times(factor), coefficient));
        return new Sparse(product);
    }

    /** @return the quotient without remainder, or null; generators' relations are not used */
    Sparse over(Sparse divisor, Field field) {
        if (divisor.isConstant()) {
            return times(Rational.ONE.divide(divisor.constant()));
        }
        Map.Entry<Monomial, Rational> lead = divisor.terms.lastEntry();
        TreeMap<Monomial, Rational> rest = new TreeMap<>(terms);
        TreeMap<Monomial, Rational> quotient = new TreeMap<>();
        while (!rest.isEmpty()) {
            field.spend(divisor.terms.size());
            Map.Entry<Monomial, Rational> top = rest.lastEntry();
            Monomial monomial = top.getKey().over(lead.getKey());
            if (monomial == null) {
                return null;
            }
            Rational coefficient = top.getValue().divide(lead.getValue());
            quotient.put(monomial, coefficient);
            divisor.terms.forEach((m, c) ->
                    add(rest, m.times(monomial), c.multiply(coefficient).negate()));
        }
        return new Sparse(quotient);
    }

    /** @return the rational factor that leaves coprime integers, the leading one positive */
    Rational content() {
        BigInteger top = BigInteger.ZERO;
        BigInteger bottom = BigInteger.ONE;
        for (Rational coefficient : terms.values()) {
            top = top.gcd(coefficient.numerator());
            bottom = bottom.multiply(coefficient.denominator()).divide(bottom.gcd(coefficient.denominator()));
        }
        Rational content = new Rational(top, bottom);
        return terms.lastEntry().getValue().signum() < 0 ? content.negate() : content;
    }

    /** @return what all terms share */
    Monomial common() {
        Monomial common = null;
        for (Monomial monomial : terms.keySet()) {
            common = common == null ? monomial : common.common(monomial);
        }
        return common == null ? Monomial.ONE : common;
    }

    Sparse over(Monomial divisor) {
        TreeMap<Monomial, Rational> quotient = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> quotient.put(monomial.over(divisor), coefficient));
        return new Sparse(quotient);
    }

    /** @return the polynomial of which this is the power, up to sign, or null; without the generators' relations */
    Sparse root(int n, Field field) {
        Map.Entry<Monomial, Rational> lead = terms.lastEntry();
        Monomial first = lead.getKey().root(n);
        Rational number = Numbers.root(lead.getValue(), n);
        if (first == null || number == null) {
            return null;
        }
        Sparse root = of(number, first);
        Sparse slope = of(Rational.of(n), Monomial.ONE);
        for (int i = 1; i < n; i++) {
            slope = slope.times(first).times(number);
        }
        Map.Entry<Monomial, Rational> divisor = slope.terms.lastEntry();
        for (int count = 0; count < terms.size(); count++) {
            Sparse rest = minus(root.power(n, field));
            if (rest.isZero()) {
                return root;
            }
            Map.Entry<Monomial, Rational> top = rest.terms.lastEntry();
            Monomial monomial = top.getKey().over(divisor.getKey());
            if (monomial == null || monomial.compareTo(root.terms.firstKey()) >= 0) {
                return null;
            }
            root = root.plus(of(top.getValue().divide(divisor.getValue()), monomial));
        }
        return null;
    }

    /** The power as polynomials have it, without relations. */
    private Sparse power(int n, Field field) {
        Sparse power = ONE;
        for (int i = 0; i < n; i++) {
            power = power.product(this, field);
        }
        return power;
    }

    /** The product as polynomials have it, without relations. */
    Sparse product(Sparse other, Field field) {
        field.spend((long) terms.size() * other.terms.size());
        TreeMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((m, c) -> other.terms.forEach((n, d) -> add(product, m.times(n), c.multiply(d))));
        return new Sparse(product);
    }

    boolean uses(int generator) {
        return terms.keySet().stream().anyMatch(monomial -> monomial.exponent(generator) != 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sparse sparse && terms.equals(sparse.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }
}
