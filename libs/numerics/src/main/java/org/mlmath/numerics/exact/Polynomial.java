package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;

/**
 * A polynomial in one variable with rational coefficients, dense: integers over one common denominator, in lowest terms, so that
 * equal polynomials are equal objects.
 */
public final class Polynomial {
    public static final Polynomial ZERO = new Polynomial(new BigInteger[0], BigInteger.ONE);
    public static final Polynomial ONE = constant(Rational.ONE);
    /** The variable itself. */
    public static final Polynomial X =
            new Polynomial(new BigInteger[] {BigInteger.ZERO, BigInteger.ONE}, BigInteger.ONE);

    /** Lowest power first, the last one not zero. */
    private final BigInteger[] numerators;

    private final BigInteger denominator;

    /**
     * A factor as often as it divides.
     *
     * @param polynomial with coprime integer coefficients, the leading one positive
     * @param multiplicity at least 1
     */
    public record Factor(Polynomial polynomial, int multiplicity) {}

    public record Division(Polynomial quotient, Polynomial remainder) {}

    private Polynomial(BigInteger[] numerators, BigInteger denominator) {
        int length = numerators.length;
        while (length > 0 && numerators[length - 1].signum() == 0) {
            length--;
        }
        BigInteger divisor = denominator;
        for (int i = 0; i < length && !divisor.equals(BigInteger.ONE); i++) {
            divisor = divisor.gcd(numerators[i]);
        }
        BigInteger[] reduced = Arrays.copyOf(numerators, length);
        if (!divisor.equals(BigInteger.ONE)) {
            for (int i = 0; i < length; i++) {
                reduced[i] = reduced[i].divide(divisor);
            }
        }
        this.numerators = reduced;
        this.denominator = denominator.divide(divisor);
    }

    /** @param coefficients lowest power first */
    public static Polynomial of(List<Rational> coefficients) {
        BigInteger common = BigInteger.ONE;
        for (Rational coefficient : coefficients) {
            BigInteger other = coefficient.denominator();
            common = common.divide(common.gcd(other)).multiply(other);
        }
        BigInteger[] numerators = new BigInteger[coefficients.size()];
        for (int i = 0; i < numerators.length; i++) {
            Rational coefficient = coefficients.get(i);
            numerators[i] = coefficient.numerator().multiply(common.divide(coefficient.denominator()));
        }
        return new Polynomial(numerators, common);
    }

    /** @param coefficients lowest power first */
    public static Polynomial of(long... coefficients) {
        return ofIntegers(
                Arrays.stream(coefficients).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    static Polynomial ofIntegers(BigInteger[] coefficients) {
        return new Polynomial(coefficients, BigInteger.ONE);
    }

    public static Polynomial constant(Rational value) {
        return new Polynomial(new BigInteger[] {value.numerator()}, value.denominator());
    }

    /** @return −1 for the zero polynomial */
    public int degree() {
        return numerators.length - 1;
    }

    public boolean isZero() {
        return numerators.length == 0;
    }

    public boolean isConstant() {
        return numerators.length <= 1;
    }

    /** @return zero above the degree */
    public Rational coefficient(int power) {
        return power < numerators.length ? new Rational(numerators[power], denominator) : Rational.ZERO;
    }

    public Rational leading() {
        return coefficient(Math.max(0, degree()));
    }

    /** @return the coefficients times their common denominator, lowest power first */
    BigInteger[] numerators() {
        return numerators.clone();
    }

    /** @return bits of the longest coefficient */
    public int bitLength() {
        int bits = denominator.bitLength();
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength());
        }
        return bits;
    }

    /** @return this up to a constant factor: coprime integers, the leading one positive */
    public Polynomial primitive() {
        if (isZero()) {
            return this;
        }
        BigInteger content = BigInteger.ZERO;
        for (BigInteger numerator : numerators) {
            content = content.gcd(numerator);
        }
        if (numerators[degree()].signum() < 0) {
            content = content.negate();
        }
        BigInteger[] primitive = new BigInteger[numerators.length];
        for (int i = 0; i < primitive.length; i++) {
            primitive[i] = numerators[i].divide(content);
        }
        return ofIntegers(primitive);
    }

    public Polynomial negate() {
        return scale(Rational.of(-1));
    }

    public Polynomial scale(Rational factor) {
        BigInteger[] scaled = new BigInteger[numerators.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = numerators[i].multiply(factor.numerator());
        }
        return new Polynomial(scaled, denominator.multiply(factor.denominator()));
    }

    public Polynomial add(Polynomial other) {
        BigInteger[] sum = new BigInteger[Math.max(numerators.length, other.numerators.length)];
        boolean same = denominator.equals(other.denominator);
        for (int i = 0; i < sum.length; i++) {
            BigInteger a = i < numerators.length ? numerators[i] : BigInteger.ZERO;
            BigInteger b = i < other.numerators.length ? other.numerators[i] : BigInteger.ZERO;
            sum[i] = same ? a.add(b) : a.multiply(other.denominator).add(b.multiply(denominator));
        }
        return new Polynomial(sum, same ? denominator : denominator.multiply(other.denominator));
    }

    public Polynomial subtract(Polynomial other) {
        return add(other.negate());
    }

    public Polynomial multiply(Polynomial other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        BigInteger[] product = new BigInteger[numerators.length + other.numerators.length - 1];
        Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < numerators.length; i++) {
            if (numerators[i].signum() != 0) {
                for (int j = 0; j < other.numerators.length; j++) {
                    product[i + j] = product[i + j].add(numerators[i].multiply(other.numerators[j]));
                }
            }
        }
        return new Polynomial(product, denominator.multiply(other.denominator));
    }

    /** @param exponent at least 0 */
    public Polynomial power(int exponent) {
        Polynomial power = ONE;
        Polynomial square = this;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = power.multiply(square);
            }
            if (rest > 1) {
                square = square.multiply(square);
            }
        }
        return power;
    }

    /** @return this at another polynomial */
    public Polynomial compose(Polynomial inner) {
        Polynomial value = ZERO;
        for (int i = degree(); i >= 0; i--) {
            value = value.multiply(inner).add(constant(coefficient(i)));
        }
        return value;
    }

    public Polynomial derivative() {
        if (isConstant()) {
            return ZERO;
        }
        BigInteger[] derivative = new BigInteger[numerators.length - 1];
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] = numerators[i + 1].multiply(BigInteger.valueOf(i + 1));
        }
        return new Polynomial(derivative, denominator);
    }

    /** @throws InvalidParameterException if the divisor is zero */
    public Division divide(Polynomial divisor) {
        if (divisor.isZero()) {
            throw new InvalidParameterException("A polynomial is divided by zero.");
        }
        Rational inverse = Rational.ONE.divide(divisor.leading());
        Rational[] rest = new Rational[numerators.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = coefficient(i);
        }
        int shift = degree() - divisor.degree();
        Rational[] quotient = new Rational[Math.max(0, shift + 1)];
        for (int i = shift; i >= 0; i--) {
            quotient[i] = rest[i + divisor.degree()].multiply(inverse);
            for (int j = 0; j <= divisor.degree(); j++) {
                rest[i + j] = rest[i + j].subtract(quotient[i].multiply(divisor.coefficient(j)));
            }
        }
        return new Division(of(List.of(quotient)), of(List.of(rest)));
    }

    /** @return the quotient of polynomials with integer coefficients, or null where it has no such coefficients or leaves a remainder */
    Polynomial dividedBy(Polynomial divisor) {
        int shift = degree() - divisor.degree();
        if (shift < 0) {
            return isZero() ? ZERO : null;
        }
        BigInteger[] rest = numerators.clone();
        BigInteger[] quotient = new BigInteger[shift + 1];
        BigInteger leading = divisor.numerators[divisor.degree()];
        for (int i = shift; i >= 0; i--) {
            BigInteger[] division = rest[i + divisor.degree()].divideAndRemainder(leading);
            if (division[1].signum() != 0) {
                return null;
            }
            quotient[i] = division[0];
            for (int j = 0; j <= divisor.degree(); j++) {
                rest[i + j] = rest[i + j].subtract(quotient[i].multiply(divisor.numerators[j]));
            }
        }
        for (int i = 0; i < divisor.degree(); i++) {
            if (rest[i].signum() != 0) {
                return null;
            }
        }
        return ofIntegers(quotient);
    }

    public Rational at(Rational x) {
        BigInteger value = BigInteger.ZERO;
        BigInteger scale = BigInteger.ONE;
        for (int i = degree(); i >= 0; i--) {
            value = value.multiply(x.numerator()).add(numerators[i].multiply(scale));
            scale = scale.multiply(x.denominator());
        }
        return isZero()
                ? Rational.ZERO
                : new Rational(value, denominator.multiply(x.denominator().pow(degree())));
    }

    /** @return the sign of the value at x */
    public int signAt(Rational x) {
        BigInteger value = BigInteger.ZERO;
        BigInteger bottom = x.denominator();
        boolean dyadic = bottom.bitCount() == 1;
        int shift = bottom.bitLength() - 1;
        BigInteger scale = BigInteger.ONE;
        for (int i = degree(); i >= 0; i--) {
            BigInteger term = dyadic ? numerators[i].shiftLeft(shift * (degree() - i)) : numerators[i].multiply(scale);
            value = value.multiply(x.numerator()).add(term);
            if (!dyadic) {
                scale = scale.multiply(bottom);
            }
        }
        return value.signum();
    }

    /** @return the greatest common divisor, primitive; zero only of zeros */
    public Polynomial gcd(Polynomial other, Deadline deadline) {
        return ModularGcd.of(primitive(), other.primitive(), deadline);
    }

    /**
     * Yun's algorithm: this is a constant times the product of the factors to their multiplicities; each factor has simple roots
     * only, and no two have one in common.
     *
     * @return without constants, by rising multiplicity
     */
    public List<Factor> squareFree(Deadline deadline) {
        List<Factor> factors = new ArrayList<>();
        if (isConstant()) {
            return factors;
        }
        Polynomial f = primitive();
        Polynomial common = f.gcd(f.derivative(), deadline);
        Polynomial rest = f.dividedBy(common);
        Polynomial c = f.derivative().dividedBy(common);
        for (int multiplicity = 1; !rest.isConstant(); multiplicity++) {
            Polynomial d = c.subtract(rest.derivative());
            Polynomial factor = d.isZero() ? rest.primitive() : rest.gcd(d, deadline);
            if (!factor.isConstant()) {
                factors.add(new Factor(factor, multiplicity));
            }
            rest = rest.dividedBy(factor);
            c = d.dividedBy(factor);
        }
        return factors;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial polynomial
                && Arrays.equals(numerators, polynomial.numerators)
                && denominator.equals(polynomial.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numerators) + denominator.hashCode();
    }

    /** @return as {@code 3/2*x^2 - x + 1} */
    @Override
    public String toString() {
        return text("x");
    }

    /** @return as {@code 3/2*x^2 - x + 1}, highest power first */
    public String text(String variable) {
        if (isZero()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (int i = degree(); i >= 0; i--) {
            Rational coefficient = coefficient(i);
            if (coefficient.signum() == 0) {
                continue;
            }
            boolean first = text.isEmpty();
            text.append(first ? (coefficient.signum() < 0 ? "-" : "") : coefficient.signum() < 0 ? " - " : " + ");
            Rational size = coefficient.abs();
            boolean unit = size.equals(Rational.ONE);
            if (!unit || i == 0) {
                text.append(size).append(i > 0 ? "*" : "");
            }
            text.append(i == 0 ? "" : i == 1 ? variable : variable + "^" + i);
        }
        return text.toString();
    }
}
