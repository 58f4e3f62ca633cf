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

    /** As it is to who asked for an answer sooner, or had to wait for a turn. */
    @Test
    void whatCouldBeFinishedInAllTheTimeThereIsIsTooLateAndNotTooLarge() throws InterruptedException {
        Pace pace = new Pace(10, Deadline.in(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        pace.check(1);
        Thread.sleep(500);
        assertThatExceptionOfType(DeadlineExceededException.class)
                .isThrownBy(() -> pace.check(1))
                .satisfies(refused -> assertThat(refused.facts()).containsKeys("estimatedSeconds", "remainingSeconds"));
    }

    @Test
    void whatCouldNotIsTooLargeHoweverLittleTimeIsLeft() throws InterruptedException {
        Pace pace = new Pace(1e9, Deadline.in(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        pace.check(1);
        Thread.sleep(500);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> pace.check(1));
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
