package org.mlmath.gateway.routing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.mlmath.kit.problem.PreparedProblem;

/**
 * A service in processes of its own. Of two replicas drawn by lot the one with fewer requests in flight gets the next: with that
 * the load evens out about as well as by asking all of them, and never do all gateways rush to the same one (Mitzenmacher, <i>The Power of
 * Two Choices in Randomized Load Balancing</i>, 2001).
 */
public final class Upstream {
    private final String service;
    private final Duration idleTimeout;
    private final int capacity;
    private final PreparedProblem full;
    private final RetryBudget budget = new RetryBudget();
    private volatile List<Replica> replicas = List.of();

    /**
     * @param idleTimeout for which nothing may move before it is given up
     * @param capacity requests that one replica may have in flight
     */
    Upstream(String service, Duration idleTimeout, int capacity) {
        this.service = service;
        this.idleTimeout = idleTimeout;
        this.capacity = capacity;
        this.full = new PreparedProblem(RelayFailure.full(service));
    }

    /** @return the name in the path */
    public String service() {
        return service;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    int capacity() {
        return capacity;
    }

    /** @return the processes known now */
    public List<Replica> replicas() {
        return replicas;
    }

    /** @return whether there is a replica besides this one, which may have gone from the list since it was chosen, being dead */
    boolean hasOther(Replica replica) {
        return replicas.stream().anyMatch(known -> known != replica);
    }

    void replicas(List<Replica> known) {
        replicas = List.copyOf(known);
    }

    /** @return what callers are told where all replicas are full */
    PreparedProblem full() {
        return full;
    }

    RetryBudget budget() {
        return budget;
    }

    /**
     * @param other a replica that has failed this very request: it is asked again only where no other can be
     * @param streams whether the body is passed on as it comes
     * @return a place with one of the replicas, or null where all are full or left alone
     */
    Replica.Attempt enter(Replica other, boolean streams) {
        List<Replica> known = replicas;
        int n = known.size();
        if (n == 0) {
            return null;
        }
        int first = 0;
        if (n > 1) {
            ThreadLocalRandom lot = ThreadLocalRandom.current();
            first = lot.nextInt(n);
            int second = (first + 1 + lot.nextInt(n - 1)) % n;
            if (known.get(second).active() < known.get(first).active()) {
                first = second;
            }
        }
        for (int i = 0; i < n; i++) {
            Replica replica = known.get((first + i) % n);
            // A request that has failed once is not the one to try whether a replica is back.
            boolean passedOver = other != null && (replica == other || replica.state() != Breaker.State.CLOSED);
            Replica.Attempt attempt = passedOver ? null : replica.enter(streams);
            if (attempt != null) {
                return attempt;
            }
        }
        return other != null && known.contains(other) ? other.enter(streams) : null;
    }

    /** @return whether a replica is there and well: if it gave no place, it had none, though one may have come free since */
    boolean isWell() {
        return replicas.stream().anyMatch(replica -> replica.state() == Breaker.State.CLOSED);
    }
}
