package org.mlmath.gateway.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.Problems;
import org.mlmath.kit.work.Limits;

/**
 * What happens to a request on its way to a service and to the answer on its way back. Path, body and answer stay as they are, byte
 * for byte; only headers that concern one connection, not the whole way, are taken off.
 */
final class Relay implements ProxyInterceptor {
    /** Under this name the context keeps a body that is passed on as it comes. */
    static final String BODY = "body";

    private static final String FAILED = "failed";

    /** A caller who is still sending has this long to take notice of the answer. */
    private static final long LAST_WORDS_MILLIS = 1_000;

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String REQUEST_ID = "X-Request-Id";
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final String ABOUT_CORS = "access-control-";

    private final Vertx vertx;
    private final String service;
    private final int heldBody;
    private final Limits limits;
    private final ObjectMapper json;

    Relay(Vertx vertx, String service, int heldBody, Limits limits, ObjectMapper json) {
        this.vertx = vertx;
        this.service = service;
        this.heldBody = heldBody;
        this.limits = limits;
        this.json = json;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest incoming = request.proxiedRequest();
        describe(incoming, request.headers());

        long length = declaredLength(incoming);
        if (length > limits.body()) {
            return fail(context, RelayFailure.tooLarge(limits.body()));
        }
        if (length == 0) {
            incoming.resume();
            return sendTwice(context, null).recover(failure -> fail(context, failure));
        }
        if (length > 0 && length <= heldBody) {
            Future<Buffer> body = incoming.body();
            incoming.resume(); // it was paused until a route was found
            return body.timeout(limits.arrival().toMillis(), TimeUnit.MILLISECONDS)
                    .recover(late -> Future.failedFuture(RelayFailure.tooSlow(limits.arrival())))
                    .compose(bytes -> sendTwice(context, bytes))
                    .recover(failure -> fail(context, failure));
        }
        if (length < 0) {
            // HTTP/2 has no such header, by which the proxy tells that a body of unknown length is to be sent.
            incoming.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        CountedBody body = new CountedBody(incoming, limits.body());
        context.set(BODY, body);
        request.setBody(Body.body(body, length));
        return context.sendRequest()
                .recover(failure -> fail(context, body.isTooLarge() ? RelayFailure.tooLarge(limits.body()) : failure));
    }

    /** What the service could not know otherwise: who called, by which name, under which id. */
    private static void describe(HttpServerRequest incoming, MultiMap headers) {
        for (String named :
                String.join(",", headers.getAll(HttpHeaders.CONNECTION)).split(",")) {
            if (!named.isBlank()) {
                headers.remove(named.strip()); // the sender says that these are for this connection only
            }
        }
        headers.remove(HttpHeaders.EXPECT); // answered here, and the service would answer it once more

        String caller = incoming.remoteAddress() == null
                ? "unknown"
                : incoming.remoteAddress().hostAddress();
        String before = headers.get(FORWARDED_FOR);
        headers.set(FORWARDED_FOR, before == null ? caller : before + ", " + caller);
        if (!headers.contains(FORWARDED_PROTO)) { // an ingress in front of this gateway knows better
            headers.set(FORWARDED_PROTO, incoming.isSSL() ? "https" : "http");
        }
        if (!headers.contains(FORWARDED_HOST) && incoming.authority() != null) {
            headers.set(FORWARDED_HOST, incoming.authority().toString());
        }
        String id = incoming.response().headers().get(REQUEST_ID);
        if (id != null) {
            headers.set(REQUEST_ID, id);
        }
    }

    /** @return the length of the body, 0 where there is none, -1 where only its end will tell */
    private static long declaredLength(HttpServerRequest incoming) {
        String length = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length);
        }
        boolean mayHaveBody = incoming.version() == HttpVersion.HTTP_2
                ? !incoming.isEnded()
                : incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return mayHaveBody ? -1 : 0;
    }

    /**
     * A pooled connection may have died unnoticed, as when its replica went away. Then nothing was computed, and what is held is sent
     * once more, over another connection. A time-out is not repeated: the time is gone, and the service may be at work.
     */
    private Future<ProxyResponse> sendTwice(ProxyContext context, Buffer body) {
        return send(context, body)
                .recover(failure ->
                        RelayFailure.isDeadConnection(failure) ? send(context, body) : Future.failedFuture(failure));
    }

    private static Future<ProxyResponse> send(ProxyContext context, Buffer body) {
        context.request().setBody(body == null ? null : Body.body(body));
        return context.sendRequest();
    }

    private Future<ProxyResponse> fail(ProxyContext context, Throwable failure) {
        context.set(FAILED, true);
        ProxyRequest request = context.request();
        HttpServerRequest incoming = request.proxiedRequest();
        HttpServerResponse outgoing = incoming.response();
        ProblemException problem =
                failure instanceof ProblemException known ? known : RelayFailure.describe(service, failure);
        LOG.logf(
                outgoing.closed() ? Logger.Level.DEBUG : Logger.Level.WARN, // a caller who left is nobody's fault
                "%s %s was not answered by %s: %s (%s)",
                incoming.method(),
                incoming.path(),
                service,
                failure,
                outgoing.headers().get(REQUEST_ID));
        ProxyResponse response = request.release()
                .response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponse.MEDIA_TYPE)
                .setBody(Body.body(document(problem, outgoing.headers().get(REQUEST_ID))));
        if (problem.retryAfterSeconds() != null) {
            response.putHeader("Retry-After", problem.retryAfterSeconds().toString());
        }
        if (!incoming.isEnded()) {
            // The rest of the body is on its way and nobody wants it. Closing at once could cost the caller the answer.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            HttpConnection connection = incoming.connection();
            outgoing.endHandler(ended -> vertx.setTimer(LAST_WORDS_MILLIS, over -> connection.close()));
        }
        return Future.succeededFuture(response);
    }

    private Buffer document(ProblemException problem, String requestId) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Problems.of(problem, requestId)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document could not be written", e);
        }
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap theirs = context.response().headers();
        MultiMap ours = context.request().proxiedRequest().response().headers();
        theirs.remove("keep-alive");
        if (context.get(FAILED, Boolean.class) == null) { // otherwise "theirs" is what was said here
            theirs.remove(HttpHeaders.CONNECTION);
        }
        for (String name : List.copyOf(theirs.names())) {
            if (name.toLowerCase(Locale.ROOT).startsWith(ABOUT_CORS)) {
                theirs.remove(name); // only the gateway knows who may read its answers
            } else if (!name.equalsIgnoreCase("vary")) {
                ours.remove(name); // said by both, as the version and the id are: said once
            }
        }
        if (context.response().getBody() != null) {
            Body body = context.response().getBody();
            context.response()
                    .setBody(Body.body(
                            new AnswerBody(vertx, context.request().proxiedRequest(), body.stream()), body.length()));
        }
        return context.sendResponse();
    }
}
