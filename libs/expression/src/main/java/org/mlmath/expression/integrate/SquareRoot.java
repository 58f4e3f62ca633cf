package org.mlmath.expression.integrate;

import java.math.BigInteger;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/** Square roots of positive rational numbers with the squares taken out: √12 is 2√3, √(4/3) is 2/√3. */
final class SquareRoot {
    /** Primes up to here are tried; larger squares stay under the root. */
    private static final int PRIMES = 1000;

    private SquareRoot() {}

    static Expression of(Formulas formulas, Rational value) {
        Expression above = root(formulas, value.numerator());
        return value.isInteger() ? above : formulas.divide(above, root(formulas, value.denominator()));
    }

    private static Expression root(Formulas formulas, BigInteger value) {
        BigInteger exact = value.sqrt();
        if (exact.multiply(exact).equals(value)) {
            return formulas.number(new Rational(exact, BigInteger.ONE));
        }
        BigInteger outside = BigInteger.ONE;
        BigInteger inside = value;
        for (int prime = 2; prime <= PRIMES; prime++) {
            BigInteger square = BigInteger.valueOf((long) prime * prime);
            while (inside.mod(square).signum() == 0) {
                inside = inside.divide(square);
                outside = outside.multiply(BigInteger.valueOf(prime));
            }
        }
        return formulas.multiply(
                formulas.number(new Rational(outside, BigInteger.ONE)),
                Call.of(Function.SQRT, formulas.number(new Rational(inside, BigInteger.ONE))));
    }
}
