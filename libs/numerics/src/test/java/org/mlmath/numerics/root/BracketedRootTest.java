package org.mlmath.numerics.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BracketedRootTest {
    @Property(tries = 100)
    void theZeroOfACubicIsFoundToTheLastDigits(
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double root,
            @ForAll @DoubleRange(min = 1, max = 1e6) double above) {
        double found = BracketedRoot.of(x -> x * x * x - root * root * root, 0, root + above);
        assertThat(found).isCloseTo(root, Percentage.withPercentage(1e-12));
    }

    @Test
    void aStepTakesNoMoreThanTwiceTheStepsOfBisection() {
        AtomicInteger calls = new AtomicInteger();
        double found = BracketedRoot.of(
                x -> {
                    calls.incrementAndGet();
                    return x < 0.123 ? -1e-300 : 1e300;
                },
                0,
                1);
        assertThat(found).isCloseTo(0.123, Percentage.withPercentage(1e-12));
        assertThat(calls.get()).isLessThan(200);
    }

    @Test
    void whatIsUndefinedHasNoZero() {
        assertThat(BracketedRoot.of(Math::log, -1, 2)).isNaN();
        assertThat(BracketedRoot.of(x -> x, -1, 0)).isEqualTo(0);
        assertThat(BracketedRoot.of(x -> x, 0, 1)).isEqualTo(0);
    }
}
