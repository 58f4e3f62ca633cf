package org.mlmath.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mlmath.kit.problem.PreparedProblem;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Refuses requests where more come in than can be answered. In each turn an event loop takes up all that came in since it began the
 * last one; where more comes than it can do, turns grow longer and longer and with them the time that everybody waits. Where they have
 * been long for a while, only as much as fits into a short turn is done, as quickly as ever, and the rest is told at once to come back.
 *
 * <p>A single long turn says little: a loop that had no processor for a moment, or was held up by the collection of garbage, finds more
 * to do than usual and is soon through.
 */
@Singleton
public class Congestion {
    /** After those that identify and refuse what is malformed, before all that costs anything. */
    private static final int ORDER = -950;

    private final Vertx vertx;
    private final long limitNanos;
    private final Counter shed;
    private final PreparedProblem refusal = new PreparedProblem(new ProblemException(
                    ProblemType.OVERLOADED, "More requests come in than can be answered; try again in a moment.")
            .retryAfter(1));

    private final FastThreadLocal<Turn> turns = new FastThreadLocal<>() {
        @Override
        protected Turn initialValue() {
            return new Turn(limitNanos);
        }
    };

    Congestion(Vertx vertx, Limits limits, MeterRegistry metrics) {
        this.vertx = vertx;
        shed = LaneMeters.shed("event-loop", metrics);
        limitNanos = limits.turn().toNanos();
    }

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(this::judge);
    }

    private void judge(RoutingContext context) {
        Turn turn = turns.get();
        if (turn.isOver()) {
            turn.begin(System.nanoTime());
            // Tasks run when all that was ready has been taken up: then the turn is over.
            ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop().execute(() -> turn.end(System.nanoTime()));
        }
        if (turn.admits(System.nanoTime())) {
            context.next();
        } else {
            shed.increment();
            refusal.send(context);
        }
    }

    /** From where a loop begins to take up what is ready to where it has taken up all of it. */
    static final class Turn {
        /**
         * So many are taken up however long it takes: it is not their number then that takes time, but a server that has just started,
         * say. No fewer than one connection of HTTP/2 brings at once.
         */
        static final int ALWAYS = 128;

        /** How much longer a turn may be that is not one of many long ones. */
        static final int ONCE = 10;

        /** For so long, and so often in a row, turns have to be long before it is for the number of requests. */
        static final long WHILE_NANOS = 50_000_000;

        static final int OFTEN = 3;

        private final long limitNanos;
        private long began;
        private int requests;
        private boolean over = true;
        private long longSince;
        private int longTurns;
        private boolean congested;
        private long refused;

        Turn(long limitNanos) {
            this.limitNanos = limitNanos;
        }

        boolean isOver() {
            return over;
        }

        void begin(long now) {
            over = false;
            began = now;
            requests = 0;
            if (congested && now - refused > WHILE_NANOS) {
                congested = false;
                longTurns = 0;
            }
        }

        void end(long now) {
            over = true;
            if (now - began <= limitNanos) {
                longTurns = 0;
            } else if (longTurns++ == 0) {
                longSince = began;
            }
            if (longTurns >= OFTEN && now - longSince > WHILE_NANOS) {
                congested = true;
                refused = now;
            }
        }

        /** @return whether the next request is to be taken up: it has been ready since the turn began */
        boolean admits(long now) {
            requests++;
            long allowed = congested ? limitNanos : ONCE * limitNanos;
            boolean admitted = requests <= ALWAYS || now - began <= allowed;
            if (!admitted) {
                refused = now;
            }
            return admitted;
        }
    }
}
