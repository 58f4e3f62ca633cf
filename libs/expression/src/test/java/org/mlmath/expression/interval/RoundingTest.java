package org.mlmath.expression.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RoundingTest {
    private static final MathContext DIGITS = new MathContext(2300);

    @Property(tries = 1000)
    void boundsHoldTheExactResultAndAreNeighbours(@ForAll double a, @ForAll double b) {
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        assertBounds(Rounding.addDown(a, b), Rounding.addUp(a, b), x.add(y));
        assertBounds(Rounding.multiplyDown(a, b), Rounding.multiplyUp(a, b), x.multiply(y));
        if (b != 0) {
            assertBounds(Rounding.divideDown(a, b), Rounding.divideUp(a, b), x.divide(y, DIGITS));
        }
        double size = Math.abs(a);
        assertBounds(Rounding.sqrtDown(size), Rounding.sqrtUp(size), x.abs().sqrt(new MathContext(40)));
    }

    private static void assertBounds(double lower, double upper, BigDecimal exact) {
        assertThat(Double.isInfinite(lower) || new BigDecimal(lower).compareTo(exact) <= 0)
                .as("%s <= %s", lower, exact)
                .isTrue();
        assertThat(Double.isInfinite(upper) || new BigDecimal(upper).compareTo(exact) >= 0)
                .as("%s >= %s", upper, exact)
                .isTrue();
        assertThat(upper).isLessThanOrEqualTo(Rounding.up(lower, 2));
    }
}
