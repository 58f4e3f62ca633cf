package org.mlmath.expression.integrate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.numerics.exact.Rational;

/** A polynomial with rational coefficients, from the constant term upwards; the last is not zero, the zero polynomial has none. */
final class RationalPolynomial {
    static final RationalPolynomial ZERO = new RationalPolynomial(new Rational[0]);
    static final RationalPolynomial ONE = constant(Rational.ONE);
    static final RationalPolynomial X = new RationalPolynomial(new Rational[] {Rational.ZERO, Rational.ONE});

    private final Rational[] c;

    RationalPolynomial(Rational... coefficients) {
        int size = coefficients.length;
        while (size > 0 && coefficients[size - 1].signum() == 0) {
            size--;
        }
        c = Arrays.copyOf(coefficients, size);
    }

    static RationalPolynomial constant(Rational value) {
        return new RationalPolynomial(value);
    }

    int degree() {
        return c.length - 1;
    }

    boolean isZero() {
        return c.length == 0;
    }

    Rational at(int power) {
        return power < c.length ? c[power] : Rational.ZERO;
    }

    Rational leading() {
        return c[c.length - 1];
    }

    RationalPolynomial add(RationalPolynomial other) {
        Rational[] sum = new Rational[Math.max(c.length, other.c.length)];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = at(i).add(other.at(i));
        }
        return new RationalPolynomial(sum);
    }

    RationalPolynomial scale(Rational factor) {
        return new RationalPolynomial(Arrays.stream(c).map(factor::multiply).toArray(Rational[]::new));
    }

    RationalPolynomial subtract(RationalPolynomial other) {
        return add(other.scale(Rational.of(-1)));
    }

    RationalPolynomial multiply(RationalPolynomial other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        Rational[] product = new Rational[c.length + other.c.length - 1];
        Arrays.fill(product, Rational.ZERO);
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j < other.c.length; j++) {
                product[i + j] = product[i + j].add(c[i].multiply(other.c[j]));
            }
        }
        return new RationalPolynomial(product);
    }

    RationalPolynomial power(int exponent) {
        RationalPolynomial result = ONE;
        for (int i = 0; i < exponent; i++) {
            result = result.multiply(this);
        }
        return result;
    }

    /** @return quotient and remainder */
    RationalPolynomial[] divide(RationalPolynomial divisor) {
        Rational[] rest = c.clone();
        Rational[] quotient = new Rational[Math.max(0, c.length - divisor.c.length + 1)];
        for (int i = quotient.length - 1; i >= 0; i--) {
            quotient[i] = rest[i + divisor.degree()].divide(divisor.leading());
            for (int j = 0; j <= divisor.degree(); j++) {
                rest[i + j] = rest[i + j].subtract(quotient[i].multiply(divisor.c[j]));
            }
        }
        return new RationalPolynomial[] {new RationalPolynomial(quotient), new RationalPolynomial(rest)};
    }

    RationalPolynomial remainder(RationalPolynomial divisor) {
        return divide(divisor)[1];
    }

    RationalPolynomial derivative() {
        Rational[] result = new Rational[Math.max(0, c.length - 1)];
        for (int i = 0; i < result.length; i++) {
            result[i] = c[i + 1].multiply(Rational.of(i + 1L));
        }
        return new RationalPolynomial(result);
    }

    RationalPolynomial monic() {
        return isZero() ? this : scale(Rational.ONE.divide(leading()));
    }

    /** @return the monic greatest common divisor */
    RationalPolynomial gcd(RationalPolynomial other) {
        RationalPolynomial a = this;
        RationalPolynomial b = other;
        while (!b.isZero()) {
            RationalPolynomial rest = a.remainder(b).monic();
            a = b;
            b = rest;
        }
        return a.monic();
    }

    /** @return s with s·this = 1 modulo the other, which has no common factor with this */
    RationalPolynomial inverse(RationalPolynomial modulus) {
        RationalPolynomial a = modulus;
        RationalPolynomial b = remainder(modulus);
        RationalPolynomial s = ZERO;
        RationalPolynomial t = ONE;
        while (b.degree() > 0) {
            RationalPolynomial[] step = a.divide(b);
            RationalPolynomial next = s.subtract(step[0].multiply(t)).remainder(modulus);
            a = b;
            b = step[1];
            s = t;
            t = next;
        }
        return t.scale(Rational.ONE.divide(b.leading()));
    }

    /** @return factors whose powers 1, 2, 3, … make up this one, each without multiple roots (Yun's algorithm) */
    List<RationalPolynomial> squareFree() {
        List<RationalPolynomial> factors = new ArrayList<>();
        RationalPolynomial common = gcd(derivative());
        RationalPolynomial b = monic().divide(common)[0];
        RationalPolynomial d = monic().derivative().divide(common)[0].subtract(b.derivative());
        while (b.degree() > 0) {
            RationalPolynomial a = b.gcd(d);
            factors.add(a);
            b = b.divide(a)[0];
            d = d.divide(a)[0].subtract(b.derivative());
        }
        return factors;
    }

    /** @return the least common denominator of the coefficients of the monic multiple */
    BigInteger denominator() {
        BigInteger common = BigInteger.ONE;
        for (Rational value : monic().c) {
            common = common.multiply(value.denominator()).divide(common.gcd(value.denominator()));
        }
        return common;
    }

    Polynomial symbolic(Formulas formulas) {
        return new Polynomial(
                isZero()
                        ? List.of(Formulas.ZERO)
                        : Arrays.stream(c).map(formulas::number).toList());
    }

    Expression in(Formulas formulas, Expression x) {
        return symbolic(formulas).in(formulas, x);
    }

    /** A quotient of polynomials. */
    record Fraction(RationalPolynomial numerator, RationalPolynomial denominator) {
        private static final int DEGREE = 40;

        /** @return the formula as a quotient in lowest terms with monic denominator, or null */
        static Fraction of(Expression expression, String x) {
            Fraction fraction = read(expression, x);
            if (fraction == null || fraction.denominator.isZero()) {
                return null;
            }
            RationalPolynomial common = fraction.numerator.gcd(fraction.denominator);
            RationalPolynomial below = fraction.denominator.divide(common)[0];
            Rational scale = Rational.ONE.divide(below.leading());
            return new Fraction(fraction.numerator.divide(common)[0].scale(scale), below.scale(scale));
        }

        private static Fraction read(Expression expression, String x) {
            if (!Formulas.depends(expression, x)) {
                Rational value = Formulas.rational(expression);
                return value == null ? null : new Fraction(constant(value), ONE);
            }
            return switch (expression) {
                case Variable _ -> new Fraction(X, ONE);
                case Negate(Expression operand) -> {
                    Fraction a = read(operand, x);
                    yield a == null ? null : new Fraction(a.numerator.scale(Rational.of(-1)), a.denominator);
                }
                case Sum(List<Expression> terms) -> {
                    Fraction total = new Fraction(ZERO, ONE);
                    for (Expression term : terms) {
                        Fraction next = read(term, x);
                        total = next == null ? null : total.plus(next);
                        if (total == null) {
                            yield null;
                        }
                    }
                    yield total;
                }
                case Product(List<Expression> factors) -> {
                    Fraction total = new Fraction(ONE, ONE);
                    for (Expression factor : factors) {
                        Fraction next = read(factor, x);
                        total = next == null ? null : total.times(next.numerator, next.denominator);
                        if (total == null) {
                            yield null;
                        }
                    }
                    yield total;
                }
                case Quotient(Expression above, Expression below) -> {
                    Fraction a = read(above, x);
                    Fraction b = a == null ? null : read(below, x);
                    yield b == null || b.numerator.isZero() ? null : a.times(b.denominator, b.numerator);
                }
                case Power(Expression base, Expression exponent) -> {
                    Integer power = Formulas.integer(exponent);
                    Fraction a = power == null || Math.abs(power) > DEGREE ? null : read(base, x);
                    if (a == null
                            || Math.max(a.numerator.degree(), a.denominator.degree()) * Math.abs(power) > DEGREE) {
                        yield null;
                    }
                    int size = Math.abs(power);
                    yield power >= 0
                            ? new Fraction(a.numerator.power(size), a.denominator.power(size))
                            : a.numerator.isZero()
                                    ? null
                                    : new Fraction(a.denominator.power(size), a.numerator.power(size));
                }
                default -> null;
            };
        }

        private Fraction plus(Fraction other) {
            if (denominator.equals(other.denominator)) {
                return new Fraction(numerator.add(other.numerator), denominator);
            }
            RationalPolynomial above = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
            return limited(above, denominator.multiply(other.denominator));
        }

        private Fraction times(RationalPolynomial above, RationalPolynomial below) {
            return limited(numerator.multiply(above), denominator.multiply(below));
        }

        private static Fraction limited(RationalPolynomial above, RationalPolynomial below) {
            return above.degree() > DEGREE || below.degree() > DEGREE ? null : new Fraction(above, below);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalPolynomial polynomial && Arrays.equals(c, polynomial.c);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(c);
    }
}
