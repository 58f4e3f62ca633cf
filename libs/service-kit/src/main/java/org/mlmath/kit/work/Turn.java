package org.mlmath.kit.work;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One turn of an event loop after another, from where it begins to take up what is ready to where it has taken up all of it. Each request
 * has been waiting since the turn before, so that what a turn takes is what callers wait.
 *
 * <p>Many that come at once, or have come while the loop had no processor, make turns long, but shorter and shorter: soon there is a
 * short one, and all is made up for. Where no turn has been short for a while, requests wait in a queue that stands: waiting gains nothing,
 * for as much would be done without it. So it is not how long turns are that tells too much from a burst, but that none is short in
 * between (after Nichols and Jacobson, <i>Controlling Queue Delay</i>, 2012, who drop packets by the same sign).
 *
 * <p>Then but a few are taken up in each turn, a little more from one to the next as long as turns take no more than an instant, a tenth
 * less after one that did, and all others are refused. So it finds by itself how many can be answered beside the refusing of the rest,
 * whatever either takes and whoever else wants the processor.
 *
 * <p>Whether there is still too much is hard to see while it is refused. So from time to time, ever more rarely, and where few have to be
 * refused at once, more are taken up for a moment. If nobody has to be refused then, it is over: those who are few, but ask again at once
 * when they are refused, find their way back so.
 */
final class Turn {
    /**
     * So many are taken up however long it takes, unless there is too much: it is not their number then that takes time, but a server that
     * has just started, say. No fewer than one connection of HTTP/2 brings at once.
     */
    static final int ALWAYS = 128;

    /**
     * For so long turns have to be long, one after the other, after a first one, before there is too much: a loop that could do all in
     * 70 % of the time, but stood still for 50 ms, makes up for it in as much. Nor does one turn take up more than fits into that. Where
     * another loop refuses already, a first long turn is enough.
     */
    static final long PATIENCE_NANOS = 120_000_000;

    /** How many instants make a turn that is just not long. */
    static final int INSTANTS = 25;

    /** Where there is too much, so many more are taken up in a turn after one that took no more than an instant, … */
    static final double MORE = 0.05;

    /** … such a part of what it was after another, … */
    static final double LESS = 0.9;

    /** … and at least one in so many turns. */
    static final int TURNS = 8;

    /** So many more are taken up after a rest: they may well be all, as after a flood that has ended a moment ago. */
    static final int RESTED = 8;

    /** Without a refusal for so long there is not too much any more. */
    static final long WHILE_NANOS = 50_000_000;

    /** It is tried whether there is still too much after so long, … */
    static final long FIRST_TRY_NANOS = 1_000_000_000;

    /** … then after so many times as long, each time, but never after longer, … */
    private static final int MORE_RARELY = 4;

    static final long LAST_TRY_NANOS = 16 * FIRST_TRY_NANOS;

    /** … and for so long. */
    static final long TRY_NANOS = 6 * WHILE_NANOS / 5;

    /** So many are taken up then, and as many more as {@link #TRY_INSTANTS} allow, … */
    static final int TRIED = 8;

    static final int TRY_INSTANTS = 5;

    /** … as long as no more wait for their answers, from another process, say: that one may have too much to do. */
    static final int TRIED_UNDER_WAY = 32;

    /** It is tried at once where no more than one in so many is refused. */
    static final int FEW_REFUSED = 4;

    private final long limitNanos;
    private final LongSupplier clock;
    private final LongSupplier processorClock;

    /** When a loop refused last, any of them: they share the processors, so that what one refuses another must not take up. */
    private final AtomicLong refusedByAny;

    private final Runnable ending = this::end;
    private long began;

    /** Of the processor's time; negative where that is not asked for. */
    private long processorBegan;

    private int requests;
    private int underWay;
    private boolean over = true;

    /** The turn before was long, and since when: when the first of those in a row was over. */
    private boolean wasLong;

    private long longSince;
    private long ended;

    /** Nothing more is taken up in this turn. */
    private boolean used;

    private boolean congested;
    private double few;
    private double left;
    private int spare;
    private long refused;
    private boolean tries;
    private long tried;
    private long tryAfter;
    private long counted;
    private int count;
    private int countRefused;

    /**
     * @param limitNanos what a turn takes that is just not long
     * @param clock in nanoseconds
     * @param processorClock of the time that the loop had a processor: what others take of it is not made less by taking up less
     * @param refusedByAny when one of all loops refused last
     */
    Turn(long limitNanos, LongSupplier clock, LongSupplier processorClock, AtomicLong refusedByAny) {
        this.limitNanos = limitNanos;
        this.clock = clock;
        this.processorClock = processorClock;
        this.refusedByAny = refusedByAny;
    }

    /** @return whether the next request is to be taken up: it has been ready since the turn began */
    boolean admits(EventExecutor loop) {
        if (over) {
            begin();
            loop.execute(ending); // tasks run when all that was ready has been taken up: then the turn is over
        }
        return admits();
    }

    /** @param change in how many requests of this loop have been taken up, but not answered yet */
    void underWay(int change) {
        underWay += change;
    }

    void begin() {
        began = clock.getAsLong();
        over = false;
        used = false;
        requests = 0;
        if (began - ended > limitNanos) { // who rests in between has done all
            wasLong = false;
            spare = RESTED;
        }
        processorBegan = -1;
        if (congested) {
            look();
            processorBegan = processorClock.getAsLong();
            left = Math.min(left + few, Math.max(few, 1));
        }
    }

    boolean admits() {
        requests++;
        if (!used) {
            used = !isRoom();
        }
        if (used) {
            countRefused++;
        }
        return !used;
    }

    private boolean isRoom() {
        if (!congested && !isTooMuch()) {
            return true;
        }
        if (tries) {
            return underWay < TRIED_UNDER_WAY
                    && (requests <= TRIED || clock.getAsLong() - began <= TRY_INSTANTS * limitNanos / INSTANTS);
        }
        left--;
        return left >= 0 || spare-- > 0;
    }

    /** Asks for the time only where it is worth it. */
    private boolean isTooMuch() {
        if (requests <= ALWAYS) {
            return false;
        }
        long now = clock.getAsLong();
        if (now - (wasLong ? longSince : began) > PATIENCE_NANOS || wasLong && now - refusedByAny.get() < WHILE_NANOS) {
            congested = true;
            few = 1;
            left = 0;
            refused = now;
            tried = now;
            tryAfter = FIRST_TRY_NANOS;
            tries = false;
            countAnew(now);
        }
        return congested;
    }

    void end() {
        ended = clock.getAsLong();
        long taken = ended - began;
        over = true;
        boolean isLong = taken > limitNanos && requests > ALWAYS;
        if (isLong && !wasLong) {
            longSince = ended;
        }
        wasLong = isLong;
        count += requests;
        if (used) {
            refused = ended;
            refusedByAny.set(ended);
        }
        if (congested && !tries && processorBegan >= 0) {
            long worked = processorClock.getAsLong() - processorBegan;
            left = Math.max(left, 0);
            few = worked <= limitNanos / INSTANTS ? few + MORE : Math.max(few * LESS, 1.0 / TURNS);
        }
    }

    /** Sees whether there is still too much, or whether to try. */
    private void look() {
        if (began - refused > WHILE_NANOS) {
            congested = false;
            wasLong = false;
            return;
        }
        boolean counts = began - counted > WHILE_NANOS;
        boolean fewRefused = counts && FEW_REFUSED * countRefused <= count;
        if (counts) {
            countAnew(began);
        }
        if (fewRefused || began - tried > tryAfter) {
            tryAfter = fewRefused ? tryAfter : Math.min(MORE_RARELY * tryAfter, LAST_TRY_NANOS);
            tried = began;
            tries = true;
        } else if (began - tried > TRY_NANOS) {
            tries = false;
        }
    }

    private void countAnew(long now) {
        counted = now;
        count = 0;
        countRefused = 0;
    }
}
