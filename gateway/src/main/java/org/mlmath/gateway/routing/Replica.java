package org.mlmath.gateway.routing;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.mlmath.kit.work.Burst;

/** One process of a service, behind a bulkhead and a breaker of its own. */
public final class Replica {
    private static final Logger LOG = Logger.getLogger(Replica.class);

    /** So many times as many as usual may be under way in a burst: they wait for a connection that comes free. */
    static final int BURST = 8;

    /** For so long at most more than half of what is usual is under way in a burst. */
    static final long PATIENCE_NANOS = 100_000_000;

    /**
     * Where more than usual is asked for all the time, one in so many of the usual places is left: a replica that answers thousands of
     * requests in a second has enough to do with them, and one whose answers take long refuses by itself before as many are with it.
     */
    static final int FEWEST = 8;

    private final String service;
    private final SocketAddress server;
    private final RequestOptions target;
    private final int capacity;
    private final LongSupplier clock;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger streaming = new AtomicInteger();

    private final Burst burst;

    /**
     * @param address as configured
     * @param host where that leads, by number
     * @param capacity of how many requests at a time, but for bursts
     * @param clock in nanoseconds
     */
    Replica(String service, URI address, String host, int capacity, LongSupplier clock) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() != -1 ? address.getPort() : tls ? 443 : 80;
        this.service = service;
        this.capacity = capacity;
        this.clock = clock;
        burst = new Burst(BURST * capacity, Math.ceilDiv(capacity, FEWEST), clock.getAsLong());
        server = SocketAddress.inetSocketAddress(port, host);
        // The name stays: certificates are for it, and virtual hosts go by it.
        target = new RequestOptions()
                .setServer(server)
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls);
    }

    SocketAddress server() {
        return server;
    }

    /** @return a request to this replica, everything but its path and body */
    public RequestOptions target() {
        return new RequestOptions(target);
    }

    int active() {
        return active.get();
    }

    /** @return whether requests are let through to it, if only to see whether it is back */
    public boolean isTried() {
        return state() != Breaker.State.OPEN;
    }

    Breaker.State state() {
        return breaker.state();
    }

    /**
     * @param streams whether the body is passed on as it comes: slow senders may take half of the places, not all
     * @return a place for one request, or null where there is none or the breaker is open
     */
    Attempt enter(boolean streams) {
        if (isRoom(active.incrementAndGet())) {
            if (!streams || streaming.incrementAndGet() <= capacity / 2) {
                Breaker.Pass pass = breaker.enter();
                if (pass != Breaker.Pass.REFUSED) {
                    return new Attempt(pass, streams);
                }
            }
            if (streams) {
                streaming.decrementAndGet();
            }
        }
        active.decrementAndGet();
        return null;
    }

    /**
     * What comes in a moment, as after a pause of the gateway's own, is taken: soon all of it is answered. Where as many stay under way,
     * the replica has too much to do, or hangs.
     */
    private boolean isRoom(int wanted) {
        long now = clock.getAsLong();
        if (wanted <= capacity / 2) {
            burst.isEmpty(now);
        }
        return burst.admits(wanted - 1, capacity, PATIENCE_NANOS, now);
    }

    /** A request that is with this replica. */
    final class Attempt {
        private final Breaker.Pass pass;
        private final boolean streams;
        private boolean judged;
        private boolean left;

        private Attempt(Breaker.Pass pass, boolean streams) {
            this.pass = pass;
            this.streams = streams;
        }

        Replica replica() {
            return Replica.this;
        }

        /** @return whether it tries if this replica is back */
        boolean isProbe() {
            return pass == Breaker.Pass.PROBE;
        }

        /** An answer has begun. */
        void succeeded() {
            judged = true;
            if (breaker.succeeded(pass)) {
                LOG.infof("%s at %s answers again", service, server);
            }
        }

        /**
         * No answer came, and none will.
         *
         * @param certainly whether the next one will fail too
         */
        void failed(Throwable failure, boolean certainly) {
            if (judged) {
                return;
            }
            judged = true;
            if (breaker.failed(pass, certainly) && pass == Breaker.Pass.USUAL) {
                LOG.warnf("%s at %s fails and is left alone for a while: %s", service, server, failure);
            }
        }

        /** It is over, in whichever way. */
        void leave() {
            if (left) {
                return;
            }
            left = true;
            if (!judged) {
                breaker.abandoned(pass);
            }
            if (streams) {
                streaming.decrementAndGet();
            }
            active.decrementAndGet();
        }
    }
}
