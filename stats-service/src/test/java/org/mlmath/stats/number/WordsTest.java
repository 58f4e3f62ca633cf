package org.mlmath.stats.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class WordsTest {
    @Property
    void fourDigitsAreTheNearestOnes(@ForAll @DoubleRange(min = -12, max = 12) double exponent) {
        requireNearest(Math.pow(10, exponent));
        requireNearest(-Math.pow(10, exponent));
    }

    @Property
    void whatLooksLikeATieIsDecidedByAllDigitsOfTheDouble(
            @ForAll @IntRange(min = 1_000, max = 9_999) int digits, @ForAll @IntRange(min = 0, max = 9) int places) {
        requireNearest((digits + 0.5) / Math.pow(10, places));
    }

    @Property
    void powersOfTenAndTheirNeighboursHaveTheRightPlaces(@ForAll @IntRange(min = -9, max = 12) int exponent) {
        double power = Math.pow(10, exponent);
        requireNearest(power);
        requireNearest(Math.nextDown(power));
        requireNearest(Math.nextUp(power));
    }

    private static void requireNearest(double value) {
        assertThat(new BigDecimal(Words.number(value)))
                .isEqualByComparingTo(new BigDecimal(value).round(new MathContext(4)));
    }
}
