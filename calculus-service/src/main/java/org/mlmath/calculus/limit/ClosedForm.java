package org.mlmath.calculus.limit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * The formula that a number known to some thirty digits is recognised by: a fraction, or a fraction's root, logarithm, power of e
 * or multiple of π or π². Recognised is not proven; but digits beyond those that the formula itself could hold agree.
 */
public final class ClosedForm {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigInteger LARGEST = BigInteger.valueOf(2_000);

    /** Of the value, and relative to it. */
    private static final double AGREEMENT = 1e-22;

    /**
     * @param transform of the number v, which is a fraction if it is recognised
     * @param back from the fraction to the number
     */
    private record Shape(String transform, String back) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("v", "%s"),
            new Shape("v/pi", "(%s)*pi"),
            new Shape("v*pi", "(%s)/pi"),
            new Shape("v/pi^2", "(%s)*pi^2"),
            new Shape("v^2", "sqrt(%s)"),
            new Shape("ln(v)", "e^(%s)"),
            new Shape("e^v", "ln(%s)"));

    /** Numbers that a sum or limit is often a fraction of, beside a fraction. */
    private static final List<String> CONSTANTS =
            List.of("e", "1/e", "e^2", "pi", "pi^2", "ln(2)", "ln(3)", "sqrt(2)", "sqrt(3)", "sqrt(5)", "pi*coth(pi)");

    private ClosedForm() {}

    /**
     * @param error of the value
     * @return canonical, or null
     */
    public static Expression of(BigDecimal value, double error, Deadline deadline) {
        if (!(error <= AGREEMENT)) {
            return null;
        }
        if (value.abs().doubleValue() <= AGREEMENT) {
            return Expressions.number(0);
        }
        for (Shape shape : SHAPES) {
            boolean negative = value.signum() < 0 && (shape.back.startsWith("sqrt") || shape.back.startsWith("e^"));
            BigDecimal modulus = negative ? value.negate() : value;
            Rational fraction = fraction(transformed(shape.transform, modulus, deadline));
            if (fraction != null && !(fraction.signum() == 0)) {
                boolean below = shape.transform.equals("e^v") && fraction.compareTo(Rational.ONE) < 0;
                String text =
                        below ? "-ln(%s)".formatted(Rational.ONE.divide(fraction)) : shape.back.formatted(fraction);
                return Expressions.parse(negative ? "-(" + text + ")" : text);
            }
        }
        return withConstant(value, deadline);
    }

    /** p + q·c, p a half. */
    private static Expression withConstant(BigDecimal value, Deadline deadline) {
        for (String constant : CONSTANTS) {
            BigDecimal c = transformed(constant, BigDecimal.ONE, deadline);
            for (int halves = -6; halves <= 6; halves++) {
                Rational p = new Rational(BigInteger.valueOf(halves), BigInteger.TWO);
                BigDecimal rest = value.subtract(BigDecimal.valueOf(halves).divide(BigDecimal.TWO, DIGITS));
                Rational q = fraction(rest.divide(c, DIGITS));
                if (q != null && q.signum() != 0 && q.denominator().bitLength() < 8) {
                    return Expressions.parse("(%s)*(%s) + (%s)".formatted(q, constant, p));
                }
            }
        }
        return null;
    }

    private static BigDecimal transformed(String formula, BigDecimal value, Deadline deadline) {
        return HighPrecision.enclosure(
                        Expressions.parse(formula), Map.of("v", Rational.of(value.round(DIGITS))), 140, deadline)
                .decimal(40);
    }

    /** By its continued fraction. */
    private static Rational fraction(BigDecimal value) {
        if (value == null || value.abs().doubleValue() > LARGEST.doubleValue()) {
            return null;
        }
        BigInteger p0 = BigInteger.ONE;
        BigInteger q0 = BigInteger.ZERO;
        BigInteger p1 = floor(value);
        BigInteger q1 = BigInteger.ONE;
        BigDecimal rest = value.subtract(new BigDecimal(p1));
        while (q1.compareTo(LARGEST) <= 0) {
            BigDecimal found = new BigDecimal(p1).divide(new BigDecimal(q1), DIGITS);
            double scale = Math.max(1, Math.abs(value.doubleValue()));
            if (found.subtract(value).abs().doubleValue() <= AGREEMENT * scale) {
                return new Rational(p1, q1);
            }
            if (rest.signum() == 0) {
                return null;
            }
            BigDecimal next = BigDecimal.ONE.divide(rest, DIGITS);
            BigInteger term = floor(next);
            rest = next.subtract(new BigDecimal(term));
            BigInteger p = term.multiply(p1).add(p0);
            BigInteger q = term.multiply(q1).add(q0);
            p0 = p1;
            q0 = q1;
            p1 = p;
            q1 = q;
        }
        return null;
    }

    private static BigInteger floor(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR).toBigInteger();
    }
}
