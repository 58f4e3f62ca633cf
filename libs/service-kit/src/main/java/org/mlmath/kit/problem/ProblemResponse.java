package org.mlmath.kit.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Problems answered before, or instead of, a resource; and the id under which a request is known. */
public final class ProblemResponse {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The header that tells a caller the id, and may bring it. */
    public static final CharSequence REQUEST_ID_HEADER = HttpHeaders.createOptimized("X-Request-Id");

    /** The field of the log that tells which request a line concerns. */
    public static final String REQUEST_ID = "requestId";

    private static final String ID = "mlmath.request-id";
    private static final String TYPE = "mlmath.problem-type";

    /** A body that is shorter is read to its end sooner than a new connection is made. */
    private static final int SHORT_BODY = 65_536;

    /** A caller who is still sending has this long to take notice of the answer. */
    public static final long LAST_WORDS_MILLIS = 1_000;

    private ProblemResponse() {}

    /** @return the id of this request, or null before it has one */
    public static String requestId(RoutingContext context) {
        return context.get(ID);
    }

    public static void identify(RoutingContext context, String id) {
        context.put(ID, id);
        context.response().putHeader(REQUEST_ID_HEADER, id);
        MDC.put(REQUEST_ID, id);
    }

    /** @return the type of problem that this request was refused with, or null where it was not, or not here */
    public static ProblemType typeOf(RoutingContext context) {
        return context.get(TYPE);
    }

    /** Remembers what a request is refused with, for whoever counts. */
    public static void note(RoutingContext context, ProblemType type) {
        context.put(TYPE, type);
    }

    /** As {@link #send}, to a request whose body may still be on its way: it is read and thrown away, a long one not to its end. */
    public static void refuse(RoutingContext context, ProblemException exception) {
        dropBody(context);
        send(context, exception);
    }

    /** What is left of the body is read and thrown away; where that could take long, the connection ends instead. */
    static void dropBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            if (request.version() != HttpVersion.HTTP_2 && mayBeLong(request)) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                context.addEndHandler(ended -> context.vertx().setTimer(LAST_WORDS_MILLIS, late -> request.connection()
                        .close()));
            }
            request.handler(rest -> {});
            request.resume();
        }
    }

    private static boolean mayBeLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : Long.parseLong(length) > SHORT_BODY;
    }

    /** Ends the response with this problem; does nothing where it has ended already. */
    public static void send(RoutingContext context, ProblemException exception) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        note(context, exception.type());
        exception.headers().forEach(context.response()::putHeader);
        if (exception.retryAfterSeconds() != null) {
            context.response()
                    .putHeader("Retry-After", exception.retryAfterSeconds().toString());
        }
        context.response()
                .setStatusCode(exception.status())
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(document(exception, requestId(context)).encode());
    }

    /** @return the problem as it is sent */
    public static JsonObject document(ProblemException exception, String requestId) {
        Problem problem = Problems.of(exception, requestId);
        JsonObject body = new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail());
        JsonArray errors = new JsonArray();
        problem.errors()
                .forEach(error -> errors.add(
                        new JsonObject().put("pointer", error.pointer()).put("detail", error.detail())));
        body.put("errors", errors).put("requestId", problem.requestId());
        problem.facts().forEach(body::put);
        return body;
    }
}
