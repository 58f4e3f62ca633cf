package org.mlmath.kit.work;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Where the time of one request goes, phase by phase, and how callers are told: {@code Server-Timing} (W3C) names the phases that are
 * over when the answer begins, {@code Mlmath-Cost} the seconds of one core spent on it until then. A phase counts by the clock, not by
 * what the operating system says of the thread: parts of some computations run on threads of their own while this one waits.
 */
final class Timing {
    enum Phase {
        /** Waiting for a thread, or for what others do on its behalf. */
        QUEUE("queue"),
        READING("read"),
        COMPUTING("compute"),
        WRITING("serialize");

        private final String metric;

        Phase(String metric) {
            this.metric = metric;
        }
    }

    private static final CharSequence SERVER_TIMING = HttpHeaders.createOptimized("Server-Timing");
    private static final CharSequence COST = HttpHeaders.createOptimized("Mlmath-Cost");
    private static final Phase[] PHASES = Phase.values();

    private final long[] spent = new long[PHASES.length];
    private long elsewhere;
    private Phase phase = Phase.COMPUTING; // what has no body is worked on at once
    private long since = System.nanoTime();

    /** The request has arrived whole; what came before was its caller's time. */
    synchronized void begin() {
        Arrays.fill(spent, 0);
        phase = Phase.QUEUE;
        since = System.nanoTime();
    }

    /** Ends the present phase and begins another. */
    synchronized void enter(Phase next) {
        long now = System.nanoTime();
        spent[phase.ordinal()] += now - since;
        since = now;
        phase = next;
    }

    /** Adds nanoseconds of a core that others have spent on its behalf. */
    synchronized void charge(long nanos) {
        elsewhere += nanos;
    }

    /** @return nanoseconds of one core until now: all but the waiting, and what others have spent */
    synchronized long cost() {
        enter(phase);
        return elsewhere
                + spent[Phase.READING.ordinal()]
                + spent[Phase.COMPUTING.ordinal()]
                + spent[Phase.WRITING.ordinal()];
    }

    /** @return nanoseconds spent in this phase until now */
    synchronized long in(Phase asked) {
        enter(phase);
        return spent[asked.ordinal()];
    }

    /**
     * Says in the head of an answer what is known by now.
     *
     * @param estimate nanoseconds that the request was expected to take, for answers that begin before it is computed
     */
    synchronized void describe(HttpServerResponse response, long estimate) {
        long cost = cost();
        boolean goesOn = response.isChunked(); // more is made while this is sent
        StringBuilder timing = new StringBuilder(80);
        for (Phase each : PHASES) {
            if (!(goesOn && each.ordinal() >= phase.ordinal())) {
                timing.append(timing.isEmpty() ? "" : ", ").append(each.metric).append(";dur=");
                decimal(timing, TimeUnit.NANOSECONDS.toMicros(spent[each.ordinal()]), 3);
            }
        }
        if (!timing.isEmpty()) { // a stream that began with the request has nothing behind it yet
            response.putHeader(SERVER_TIMING, timing.toString());
        }
        long known = goesOn && phase == Phase.COMPUTING ? Math.max(cost, estimate) : cost;
        response.putHeader(
                COST, decimal(new StringBuilder(10), (known + 999) / 1000, 6).toString());
    }

    /** Writes an integer with its point moved to the left by this many places. */
    private static StringBuilder decimal(StringBuilder out, long value, int places) {
        long unit = places == 3 ? 1_000 : 1_000_000;
        out.append(value / unit).append('.');
        long fraction = value % unit;
        for (long digit = unit / 10; digit > 0; digit /= 10) {
            out.append((char) ('0' + fraction / digit % 10));
        }
        return out;
    }
}
