package org.mlmath.kit.observe;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;

/**
 * Sees every request first and its answer last, and tells the metrics, the trace and the access log.
 *
 * <p>Where nobody traces and there is no access log this costs 0.7 µs of processor time a request, histogram and the fields of the log included
 * (12.1 µs of a service for a product of two short vectors, 11.4 µs without, warm, on one core of 2.5 GHz).
 */
@Singleton
public class Observer {
    /** Before anything can be refused. */
    private static final int ORDER = -2000;

    /** What web servers have come to log for a caller who left before the answer; never sent. */
    private static final int CALLER_LEFT = 499;

    private final RequestMeters meters;
    private final Tracing tracing;
    private final AccessLog accessLog;

    Observer(RequestMeters meters, Tracing tracing, AccessLog accessLog) {
        this.meters = meters;
        this.tracing = tracing;
        this.accessLog = accessLog;
    }

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(this::begin);
    }

    /** @return whether each request is written down, so that none may be answered without coming through here */
    public boolean seesEach() {
        return tracing.isOn() || accessLog.isOn();
    }

    /** @return what counts requests that are refused before they come through here, where {@linkplain #seesEach not each is seen} */
    public Counter refusals(ProblemType type) {
        return meters.refusals(type.status(), type.slug());
    }

    /** Sees a message that is refused since it is no request, and never comes through here. */
    public void refused(Unread request, ProblemException refusal) {
        int status = refusal.status();
        String problem = refusal.type().slug();
        meters.refusals(status, problem).increment();
        tracing.refused(request, status, problem);
        accessLog.log(request, status, problem);
    }

    private void begin(RoutingContext context) {
        see(context);
        context.next();
    }

    /** Sees a request that the router refused before any handler saw it; and each but once. */
    public void see(RoutingContext context) {
        if (Observation.of(context) == null) { // else a GET on its second way through, as a POST
            meters.begun();
            Observation observation = Observation.begin(context, tracing.begin(context.request()));
            LogFields.trace(context.request());
            context.addEndHandler(ended -> end(context, observation, ended));
        }
    }

    private void end(RoutingContext context, Observation observation, AsyncResult<Void> ended) {
        long nanos = observation.nanos();
        int status = ended.succeeded() ? context.response().getStatusCode() : CALLER_LEFT;
        String problem = problem(context, status);
        meters.ended(observation.operation(), status, problem, nanos);
        tracing.end(context, observation, status, problem);
        accessLog.log(context, observation, status, problem, nanos);
    }

    /** What another process answered is not read: that process knows of which type it is. */
    private static String problem(RoutingContext context, int status) {
        ProblemType type = ProblemResponse.typeOf(context);
        return type != null ? type.slug() : status < 400 || status == CALLER_LEFT ? "none" : "elsewhere";
    }
}
