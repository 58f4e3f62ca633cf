package org.mlmath.gateway.batch;

import io.vertx.ext.web.RoutingContext;
import org.mlmath.kit.problem.ProblemException;

/**
 * Who the caller of a batch is, and what that caller is charged for its requests: each is let in and charged as it would be by
 * itself, and where nothing is left the rest are refused. Whoever keeps the door hands it to the batch.
 */
public interface Toll {
    /** Where nobody is limited. */
    Toll NONE = new Toll() {
        @Override
        public String caller() {
            return "anybody";
        }

        @Override
        public ProblemException enter() {
            return null;
        }

        @Override
        public void charge(double seconds) {}
    };

    /** @return by which the caller is told from others */
    String caller();

    /** @return why the next request is not let in, or null: then it has been charged for the least that it can cost */
    ProblemException enter();

    /** Charges for one that was let in, which took so many seconds of one core. */
    void charge(double seconds);

    /** Has the requests of the batch that this may be charged so. */
    default void attachTo(RoutingContext context) {
        context.put(Toll.class.getName(), this);
    }

    static Toll of(RoutingContext context) {
        Toll toll = context.get(Toll.class.getName());
        return toll == null ? NONE : toll;
    }
}
