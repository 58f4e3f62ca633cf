package org.mlmath.kit.work;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.mlmath.kit.problem.ProblemResponse;

/**
 * Lets callers who ask before they send a body, as curl does from 1 MiB on, hear of a refusal before they have sent it (RFC 9110 §10.1.1):
 * they are told to go on by whoever is about to read the body. To those who were not, and so may send it or not, the connection is closed.
 */
public final class Expectation {
    private static final String MET = Expectation.class.getName();

    private Expectation() {}

    private static boolean isAsked(HttpServerRequest request) {
        String expected = request.getHeader(HttpHeaders.EXPECT);
        return expected != null
                && request.version() != HttpVersion.HTTP_1_0
                && HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected);
    }

    /** Sees to the connection of a request that may be refused. */
    static void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isAsked(request) && request.version() != HttpVersion.HTTP_2) {
            context.addHeadersEndHandler(head -> {
                if (context.get(MET) == null && !request.isEnded()) {
                    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    context.addEndHandler(ended -> context.vertx()
                            .setTimer(ProblemResponse.LAST_WORDS_MILLIS, late -> request.connection()
                                    .close()));
                }
            });
        }
    }

    /** The body of this request is going to be read. */
    public static void meet(RoutingContext context) {
        if (isAsked(context.request()) && context.get(MET) == null) {
            context.put(MET, true);
            context.response().writeContinue();
        }
    }
}
