package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;

class RationalTest {
    @Property(tries = 300)
    void aDoubleComesBackFromItsDecimal(@ForAll double value) {
        assertThat(Rational.of(value).doubleValue()).isEqualTo(value + 0.0);
    }

    @Property(tries = 500)
    void theNearestDoubleIsThatOfTheDecimalQuotient(@ForAll long seed) {
        Random random = new Random(seed);
        BigInteger p =
                new BigInteger(1 + random.nextInt(3000), random).subtract(BigInteger.TWO.pow(random.nextInt(500)));
        BigInteger q = new BigInteger(1 + random.nextInt(3000), random).setBit(random.nextInt(50));
        assertThat(new Rational(p, q).doubleValue())
                .isEqualTo(new BigDecimal(p)
                        .divide(new BigDecimal(q), new MathContext(60))
                        .doubleValue());
        // A tie goes to the even neighbour, and anything beyond it away.
        BigInteger tie = BigInteger.ONE.shiftLeft(53).add(BigInteger.ONE);
        BigInteger divisor = BigInteger.ONE.shiftLeft(200);
        assertThat(new Rational(tie, divisor).doubleValue()).isEqualTo(0x1p-147);
        assertThat(new Rational(tie.shiftLeft(300).add(BigInteger.ONE), divisor.shiftLeft(300)).doubleValue())
                .isEqualTo(Math.nextUp(0x1p-147));
    }

    @Property(tries = 300)
    void fieldLawsHold(
            @ForAll @IntRange(min = -9, max = 9) int a,
            @ForAll @IntRange(min = 1, max = 9) int b,
            @ForAll @DoubleRange(min = -5, max = 5) double c) {
        Rational x = Rational.parse(a + "/" + b);
        Rational y = Rational.of(c);
        assertThat(x.add(y).subtract(y)).isEqualTo(x);
        assertThat(x.multiply(y)).isEqualTo(y.multiply(x));
        assertThat(x.add(y).multiply(x)).isEqualTo(x.multiply(x).add(y.multiply(x)));
        if (y.signum() != 0) {
            assertThat(x.divide(y).multiply(y)).isEqualTo(x);
        }
        assertThat(x.compareTo(y)).isEqualTo(Double.compare(x.doubleValue(), y.doubleValue() + 0.0));
    }

    @Test
    void readsWhatPeopleWrite() {
        assertThat(Rational.of(0.1)).isEqualTo(Rational.parse("1/10"));
        assertThat(Rational.parse("-6/14")).hasToString("-3/7");
        assertThat(Rational.parse("0.250")).hasToString("1/4");
        assertThat(Rational.parse("12345678901234567890")).hasToString("12345678901234567890");
        assertThat(Rational.parse("1e-3")).hasToString("1/1000");
        assertThat(Rational.of(1e300).isInteger()).isTrue();
        assertThat(Rational.parse("-3/7").latex()).isEqualTo("-\\frac{3}{7}");
    }

    @Test
    void refusesWhatIsNoNumberAtItsEntry() {
        assertThatThrownBy(() -> Rational.parse("1/0")).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> Rational.parse("1e99999")).isInstanceOf(InvalidParameterException.class);
        Matrix a = new Matrix(1, 2, new double[2], new String[] {null, "x"});
        assertThatThrownBy(() -> RationalMatrix.of(a))
                .isInstanceOfSatisfying(
                        MathException.class, e -> assertThat(e.pointer()).isEqualTo("/0/1"));
    }
}
