package org.mlmath.kit.work;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.concurrent.TimeUnit;

/**
 * The bodies that one event loop waits for, in the order in which that began. All have as long to arrive, so one timer does for all of
 * them, set for the oldest. Most come with their heads: a timer for each, or a task that finds out which need one, costs more than reading
 * them does.
 */
final class AwaitedBodies {
    private static final FastThreadLocal<AwaitedBodies> OF_THIS_LOOP = new FastThreadLocal<>() {
        @Override
        protected AwaitedBodies initialValue() {
            return new AwaitedBodies();
        }
    };

    /** The ring's own place, between the youngest and the oldest. */
    private final Place ends = new Place(() -> {});

    private boolean timed;

    AwaitedBodies() {
        ends.older = ends;
        ends.younger = ends;
    }

    /** @return those of the present thread, an event loop, which nobody else may touch */
    static AwaitedBodies here() {
        return OF_THIS_LOOP.get();
    }

    /** A body that is waited for, until it is forgotten. */
    static final class Place {
        private final Runnable late;
        private long end;
        private Place older;
        private Place younger;

        /** @param late run on the event loop, outside of any request's context, if the time is over */
        Place(Runnable late) {
            this.late = late;
        }

        /** It has come, or will not be taken. */
        void forget() {
            if (younger != null) {
                older.younger = younger;
                younger.older = older;
                older = null;
                younger = null;
            }
        }
    }

    /** @param nanos the same for all */
    void await(Place place, long nanos, EventExecutor loop) {
        place.end = System.nanoTime() + nanos;
        place.older = ends.older;
        place.younger = ends;
        ends.older.younger = place;
        ends.older = place;
        if (!timed) {
            time(nanos, loop);
        }
    }

    private void time(long nanos, EventExecutor loop) {
        timed = true;
        loop.schedule(() -> giveUp(loop), nanos, TimeUnit.NANOSECONDS);
    }

    private void giveUp(EventExecutor loop) {
        timed = false;
        long now = System.nanoTime();
        while (ends.younger != ends && ends.younger.end - now <= 0) {
            Place oldest = ends.younger;
            oldest.forget();
            oldest.late.run();
        }
        if (ends.younger != ends && !timed) {
            time(ends.younger.end - now, loop);
        }
    }
}
