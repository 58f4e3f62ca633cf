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
