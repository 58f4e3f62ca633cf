package org.mlmath.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void whatCannotBeFinishedIsRefusedWithItsEstimate() throws InterruptedException {
        Pace pace = new Pace(1e9, Deadline.in(Duration.ofSeconds(30)));
        pace.check(1);
        Thread.sleep(500);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> pace.check(2))
                .satisfies(refused -> assertThat(refused.facts()).containsKeys("estimatedSeconds", "remainingSeconds"));
    }

    @Test
    void whatCanIsNot() throws InterruptedException {
        Pace pace = new Pace(10, Deadline.in(Duration.ofSeconds(30)));
        Thread.sleep(500);
        assertThatCode(() -> pace.check(5)).doesNotThrowAnyException();
        assertThatCode(() -> pace.check(10)).doesNotThrowAnyException();
        assertThatCode(() -> new Pace(1e12, Deadline.none()).check(1)).doesNotThrowAnyException();
    }
}
