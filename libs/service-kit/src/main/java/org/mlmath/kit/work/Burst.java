package org.mlmath.kit.work;

/**
 * Tells a burst from more work than can be done. Thirty requests that come at once may wait for each other: soon all of them are
 * answered. Where a queue stands, though, because as many come as are answered or more, waiting gains nothing: as much is done with a
 * short queue, and all wait less. So a queue that has not been empty for a while is kept short, until for a while nobody had to be refused
 * (after Nichols and Jacobson, <i>Controlling Queue Delay</i>, 2012, who drop packets by the same sign). Short is what is done in an
 * instant: thirty callers each of whom asks for a millisecond's work again as soon as it has been answered are no reason to refuse any.
 *
 * <p>Where even so somebody is refused again and again, it is not those: they would all have a place by now. More is asked for than can
 * be done, a queue of whatever length is always full, and all who are in it would wait as long as it is. Then only so many may wait that
 * nobody is idle.
 *
 * <p>Who asks again at once when refused looks the same, be it by few callers that would all have their places. So now and then, and where
 * few are refused at once, as many may wait for a moment as before. If nobody has to be refused then, it is over; if anybody has, it is
 * tried again later and later, for it costs those who are let in then the time that they wait.
 */
public final class Burst {
    /** For how many pieces of work at a time a queue may stand, … */
    private static final int WORKS = 5;

    /** … but at least so long: what takes milliseconds comes unevenly for other reasons than its callers. */
    private static final long LEAST_NANOS = 50_000_000;

    /** What a caller hardly notices, having had to wait for it. */
    private static final long INSTANT_NANOS = 50_000_000;

    /** It is tried whether there is still too much after so long, … */
    static final long FIRST_TRY_NANOS = 1_000_000_000;

    /** … then after so many times as long, each time, … */
    private static final int MORE_RARELY = 4;

    /** … but never after longer, … */
    static final long LAST_TRY_NANOS = 16 * FIRST_TRY_NANOS;

    /** … and at once where of those who came no more than one in so many was refused, … */
    private static final int FEW_REFUSED = 6;

    /** … counted for so many times as long as a queue may stand. Where nobody is refused for as long, it is over. */
    private static final int COUNTED = 4;

    private final int most;
    private final int fewest;
    private Stage stage = Stage.BURST;
    private long empty;
    private long refused;

    /** When somebody was refused first, the queue being short. */
    private long refusing;

    private boolean refuses;
    private long tried;
    private long tryAfter;
    private long counted;
    private int count;
    private int countRefused;

    private enum Stage {
        /** The queue has been empty a while ago. */
        BURST,
        /** It stands, and is kept short. */
        SHORT,
        /** There is too much: as few wait as can be. */
        SHORTEST,
        /** For a moment it is as long again as where it is short, to see whether there is still too much. */
        TRIED
    }

    /**
     * @param most who may wait in a burst
     * @param fewest who may wait where there is too much: so many that nobody is idle
     * @param now the time in nanoseconds, as for all others
     */
    public Burst(int most, int fewest, long now) {
        this.most = most;
        this.fewest = Math.min(fewest, most);
        this.empty = now;
    }

    /** Nobody waits any more. */
    public synchronized void isEmpty(long now) {
        empty = now;
    }

    /**
     * For a queue before so many who work as may wait where there is too much.
     *
     * @param waiting how many wait
     * @param nanos that one of those in progress takes
     * @return whether one more may wait
     */
    boolean admits(int waiting, long nanos, long now) {
        return admits(waiting, fewest * INSTANT_NANOS / Math.max(1, nanos), Math.max(LEAST_NANOS, WORKS * nanos), now);
    }

    /**
     * @param waiting how many wait
     * @param few who may wait where the queue stands
     * @param patience nanoseconds for which it may stand
     * @return whether one more may wait
     */
    public synchronized boolean admits(int waiting, long few, long patience, long now) {
        if (waiting <= 0) {
            empty = now;
        }
        look(waiting < Math.clamp(few, fewest, most), patience, now);
        boolean admitted = waiting < bound(few);
        count++;
        if (!admitted) {
            countRefused++;
            refuse(patience, now);
        }
        return admitted;
    }

    private long bound(long few) {
        return switch (stage) {
            case BURST -> most;
            case SHORT, TRIED -> Math.clamp(few, fewest, most);
            case SHORTEST -> fewest;
        };
    }

    /** Sees at which stage it is by now. Where all places of a queue that stands are taken, it is not over. */
    private void look(boolean isRoom, long patience, long now) {
        switch (stage) {
            case BURST -> {
                if (now - empty > patience) {
                    stage = Stage.SHORT;
                    refused = now;
                    refuses = false;
                }
            }
            case SHORT -> endUnlessRefused(isRoom, refused, patience, now);
            case SHORTEST -> {
                endUnlessRefused(isRoom, refused, COUNTED * patience, now);
                if (stage == Stage.SHORTEST) {
                    tryAgain(patience, now);
                }
            }
            case TRIED -> endUnlessRefused(isRoom, tried, COUNTED * patience, now);
        }
    }

    private void endUnlessRefused(boolean isRoom, long since, long patience, long now) {
        if (isRoom && now - since > patience) {
            stage = Stage.BURST;
            empty = now;
        }
    }

    private void tryAgain(long patience, long now) {
        boolean counts = now - counted > COUNTED * patience;
        boolean fewRefused = counts && FEW_REFUSED * countRefused <= count;
        if (counts) {
            countAnew(now);
        }
        if (fewRefused || now - tried > tryAfter) {
            tryAfter = fewRefused ? tryAfter : Math.min(MORE_RARELY * tryAfter, LAST_TRY_NANOS);
            tried = now;
            stage = Stage.TRIED;
        }
    }

    private void refuse(long patience, long now) {
        refused = now;
        if (stage == Stage.TRIED) {
            keepShortest(now);
        } else if (stage == Stage.SHORT) {
            if (!refuses) {
                refuses = true;
                refusing = now;
            } else if (now - refusing > patience) {
                tryAfter = FIRST_TRY_NANOS;
                keepShortest(now);
            }
        }
    }

    private void keepShortest(long now) {
        stage = Stage.SHORTEST;
        tried = now;
        countAnew(now);
    }

    private void countAnew(long now) {
        counted = now;
        count = 0;
        countRefused = 0;
    }
}
