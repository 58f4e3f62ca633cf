package org.mlmath.kit.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A computation in progress and the requests that wait for it because they ask the same. It is landed once; what comes after has no effect. */
public final class Flight {
    /** A request that waits. Told on the thread of whoever landed the flight. */
    public interface Follower {
        /** There is an answer, yours as well. */
        void answered(Kept kept);

        /**
         * There is none that could be yours.
         *
         * @param together whether those who waited may go on waiting for one of them: not if each must have its own answer
         */
        void unanswered(boolean together);
    }

    private final Consumer<Flight> over;
    private final List<Follower> followers = new ArrayList<>();
    private boolean landed;

    Flight(Consumer<Flight> over) {
        this.over = over;
    }

    /** @return false if it is too late */
    synchronized boolean join(Follower follower) {
        if (!landed) {
            followers.add(follower);
        }
        return !landed;
    }

    /** The answer is there, and the same for all. */
    public void land(Kept kept) {
        end().forEach(follower -> follower.answered(kept));
    }

    /** An answer is there, and each must have its own: it is random, or too large to be kept for others. */
    public void disband() {
        end().forEach(follower -> follower.unanswered(false));
    }

    /** There is no answer: its caller has gone, or had less time. One of those who waited computes it for the others. */
    public void abandon() {
        end().forEach(follower -> follower.unanswered(true));
    }

    private synchronized List<Follower> end() {
        if (landed) {
            return List.of();
        }
        landed = true;
        over.accept(this);
        return followers;
    }
}
