package org.mlmath.kit.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A computation in progress and the requests that wait for it because they ask the same. It is landed once; what comes after has no effect. */
public final class Flight {
    /** A request that waits. Told on the thread of whoever landed the flight. */
    public interface Follower {
        /** It waits for this flight now. Told before anything else is. */
        void joined(Flight flight);

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
    private Runnable afterwards;

    Flight(Consumer<Flight> over) {
        this.over = over;
    }

    /** @return false if it is too late */
    synchronized boolean join(Follower follower) {
        if (!landed) {
            follower.joined(this);
            followers.add(follower);
        }
        return !landed;
    }

    /**
     * The one has left for whom it is computed. It goes on for those who wait.
     *
     * @param afterwards run once it has landed or nobody waits any more
     * @return whether anybody waits; otherwise nothing goes on
     */
    public synchronized boolean outlivesItsLeader(Runnable afterwards) {
        boolean goesOn = !landed && !followers.isEmpty();
        if (goesOn) {
            this.afterwards = afterwards;
        }
        return goesOn;
    }

    /** This one does not wait any more. */
    public void leave(Follower follower) {
        Runnable end = null;
        synchronized (this) {
            if (followers.remove(follower) && followers.isEmpty()) {
                end = afterwards;
                afterwards = null;
            }
        }
        if (end != null) {
            end.run();
        }
    }

    /** The answer is there, and the same for all. */
    public void land(Kept kept) {
        end(follower -> follower.answered(kept));
    }

    /** An answer is there, and each must have its own: it is random, or too large to be kept for others. */
    public void disband() {
        end(follower -> follower.unanswered(false));
    }

    /** There is no answer: its caller had less time, or has gone with nobody else waiting. One who waits after all computes it for the others. */
    public void abandon() {
        end(follower -> follower.unanswered(true));
    }

    private void end(Consumer<Follower> tell) {
        List<Follower> waiting;
        Runnable then;
        synchronized (this) {
            if (landed) {
                return;
            }
            landed = true;
            over.accept(this);
            waiting = List.copyOf(followers);
            followers.clear();
            then = afterwards;
            afterwards = null;
        }
        waiting.forEach(tell);
        if (then != null) {
            then.run();
        }
    }
}
