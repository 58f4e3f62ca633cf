package org.mlmath.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void thereAreAsManyTurnsAsTheWidth() {
        Turns turns = new Turns(2);
        assertThat(turns.take(() -> told.add("a"))).isTrue();
        assertThat(turns.take(() -> told.add("b"))).isTrue();
        assertThat(turns.take(() -> told.add("c"))).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsRefusedBesideOthersNarrowsAndWhatIsTakenWidensAgain() {
        Turns turns = new Turns(3);
        for (int i = 0; i < 3; i++) {
            turns.take(() -> {});
        }
        turns.take(() -> told.add("waits"));
        assertThat(turns.ended(true)).isTrue(); // there are two under way, as many as fit
        assertThat(told).isEmpty();
        assertThat(turns.ended(false)).isTrue();
        assertThat(told).containsExactly("waits");
        turns.take(() -> told.add("third"));
        assertThat(turns.ended(false)).isTrue(); // the second that was taken: one more is tried
        assertThat(told).containsExactly("waits", "third");
        assertThat(turns.take(() -> told.add("fourth"))).isTrue();
    }

    @Test
    void whatIsRefusedAloneIsNotToBlame() {
        Turns turns = new Turns(2);
        turns.take(() -> {});
        assertThat(turns.ended(true)).isFalse();
        assertThat(turns.take(() -> {})).isTrue();
        assertThat(turns.take(() -> {})).isTrue();
    }

    /** A batch that is quick to ask again does not keep the others waiting. */
    @Test
    void whoWaitsGetsTheNextTurnBeforeWhoAsksLater() {
        Turns turns = new Turns(1);
        turns.take(() -> told.add("a"));
        turns.take(() -> told.add("b"));
        turns.take(() -> told.add("c"));
        turns.giveBack();
        assertThat(told).containsExactly("b");
        assertThat(turns.take(() -> told.add("a"))).isFalse();
        turns.giveBack();
        turns.giveBack();
        assertThat(told).containsExactly("b", "c", "a");
        turns.giveBack();
        assertThat(turns.take(() -> told.add("d"))).isTrue();
    }
}
