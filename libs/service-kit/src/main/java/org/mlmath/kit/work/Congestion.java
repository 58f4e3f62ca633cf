package org.mlmath.kit.work;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;

/**
 * Refuses requests that have waited too long for the event loop to get to them. In each turn a loop takes up all that came in since it
 * began the last one; where more comes than it can do, turns grow longer and longer and with them the time that everybody waits. So
 * it is only as much as fits into a short turn that is done, as quickly as ever, and the rest is told at once to come back.
 */
@Singleton
public class Congestion {
    /** After those that identify and refuse what is malformed, before all that costs anything. */
    private static final int ORDER = -950;

    private final Vertx vertx;
    private final long limitNanos;

    private final FastThreadLocal<Turn> turns = new FastThreadLocal<>() {
        @Override
        protected Turn initialValue() {
            return new Turn(limitNanos);
        }
    };

    Congestion(Vertx vertx, Limits limits) {
        this.vertx = vertx;
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
            ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop().execute(turn::end);
        }
        if (turn.admits(System.nanoTime())) {
            context.next();
        } else {
            ProblemResponse.refuse(
                    context,
                    new ProblemException(
                                    ProblemType.OVERLOADED,
                                    "More requests come in than can be answered; try again in a moment.")
                            .retryAfter(1));
        }
    }

    /** From where a loop begins to take up what is ready to where it has taken up all of it. */
    static final class Turn {
        /** So many are taken up however long it takes: it is not their number then that takes time. */
        static final int ALWAYS = 32;

        private final long limitNanos;
        private long began;
        private int requests;
        private boolean over = true;

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
        }

        void end() {
            over = true;
        }

        /** @return whether the next request is to be taken up: it has been ready since the turn began */
        boolean admits(long now) {
            requests++;
            return requests <= ALWAYS || now - began <= limitNanos;
        }
    }
}
