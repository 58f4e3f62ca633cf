package org.mlmath.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mlmath.gateway.batch.Toll;
import org.mlmath.gateway.rate.Account;
import org.mlmath.gateway.rate.Allowances;
import org.mlmath.gateway.rate.UnderWay;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * One request from being let in to being charged for. The answer's head says what it cost, which is when its caller is charged and
 * told what is left.
 */
final class Visit {
    private static final String ATTRIBUTE = Visit.class.getName();
    private static final String PUBLIC = "public";
    private static final CharSequence COST = HttpHeaders.createOptimized("Mlmath-Cost");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");

    private final Allowances allowances;
    private final UnderWay underWay;
    private final String caller;
    private final Account account;
    private final boolean keyed;
    private final long begin = System.nanoTime();
    private final AtomicBoolean present = new AtomicBoolean();
    private volatile boolean charged;

    /** @param account of the caller, or null where nobody is limited */
    Visit(Allowances allowances, UnderWay underWay, String caller, Account account, boolean keyed) {
        this.allowances = allowances;
        this.underWay = underWay;
        this.caller = caller;
        this.account = account;
        this.keyed = keyed;
    }

    String caller() {
        return caller;
    }

    static Visit of(RoutingContext context) {
        return context.get(ATTRIBUTE);
    }

    void attachTo(RoutingContext context) {
        context.put(ATTRIBUTE, this);
        describe(context);
        context.addEndHandler(end -> leave(context));
        new TollOfItems().attachTo(context);
    }

    /** Lets the answer's head say what is left. */
    void describe(RoutingContext context) {
        context.addHeadersEndHandler(head -> complete(context.response()));
    }

    /** @return the refusal of a caller who has nothing left, or too much under way, or null */
    ProblemException enter() {
        if (!underWay.enter(caller)) {
            charged = true; // a refusal costs nothing
            return tooMany();
        }
        present.set(true);
        if (account == null || account.enter()) {
            return null;
        }
        charged = true;
        return refusal();
    }

    private void leave(RoutingContext context) {
        if (present.compareAndSet(true, false)) {
            underWay.leave(caller);
        }
        if (account != null) {
            chargeUnanswered(context);
        }
    }

    private ProblemException tooMany() {
        return new ProblemException(
                        ProblemType.RATE_LIMITED,
                        "This caller has %d requests under way, as many as one may have at a time. Send this one when one of them has been answered."
                                .formatted(underWay.most()))
                .with("limit", underWay.most())
                .retryAfter(1);
    }

    private ProblemException refusal() {
        int seconds = Math.toIntExact(Math.clamp(account.secondsToWait(), 1, 86_400));
        return new ProblemException(
                        ProblemType.RATE_LIMITED,
                        "The allowance of this caller is used up for another %d s.".formatted(seconds))
                .retryAfter(seconds);
    }

    private void complete(HttpServerResponse response) {
        String caching = response.headers().get(HttpHeaders.CACHE_CONTROL);
        if (keyed && caching != null && caching.startsWith(PUBLIC)) {
            // What was answered to a key is not for whoever asks a cache without one.
            response.putHeader(HttpHeaders.CACHE_CONTROL, "private" + caching.substring(PUBLIC.length()));
        }
        if (account != null) {
            charge(seconds(response.headers().get(COST)));
            response.putHeader(POLICY, account.policy());
            response.putHeader(STATE, account.state());
        }
    }

    private void charge(double seconds) {
        if (!charged) {
            charged = true;
            allowances.charge(caller, account, seconds);
        }
    }

    /** Whoever leaves before the answer begins has been computed for until then, if the request had arrived. */
    private void chargeUnanswered(RoutingContext context) {
        charge(context.request().isEnded() ? Allowances.seconds(System.nanoTime() - begin) : 0);
    }

    /** For the requests of a batch, which are charged for in its place. */
    private final class TollOfItems implements Toll {
        @Override
        public String caller() {
            return caller;
        }

        @Override
        public ProblemException enter() {
            charged = true;
            return account == null || account.enter() ? null : refusal();
        }

        @Override
        public void charge(double seconds) {
            if (account != null) {
                allowances.charge(caller, account, seconds);
            }
        }
    }

    /** @return the cost that an answer names, 0 where it names none */
    static double seconds(String cost) {
        if (cost == null) {
            return 0;
        }
        try {
            return Double.parseDouble(cost);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
