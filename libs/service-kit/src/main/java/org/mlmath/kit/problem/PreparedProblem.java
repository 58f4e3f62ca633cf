package org.mlmath.kit.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A refusal that is always the same but for the id of its request, written once: where there is too much to do it should cost nothing. */
public final class PreparedProblem {
    private static final String ID = "(the id)";
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");
    private static final CharSequence MEDIA_TYPE = HttpHeaders.createOptimized(ProblemResponse.MEDIA_TYPE);

    private final ProblemType type;
    private final CharSequence retryAfter;
    private final byte[] before;
    private final byte[] after;

    /** @param problem with the time after which to try again, and no headers of its own */
    public PreparedProblem(ProblemException problem) {
        type = problem.type();
        retryAfter = HttpHeaders.createOptimized(problem.retryAfterSeconds().toString());
        String[] parts = ProblemResponse.document(problem, ID).encode().split(Pattern.quote(ID));
        before = parts[0].getBytes(StandardCharsets.UTF_8);
        after = parts[1].getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the response with it, whether or not the body of the request has come. */
    public void send(RoutingContext context) {
        ProblemResponse.dropBody(context);
        ProblemResponse.note(context, type);
        HttpServerResponse response = context.response().setStatusCode(type.status());
        response.headers().set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).set(RETRY_AFTER, retryAfter);
        response.end(document(ProblemResponse.requestId(context)));
    }

    /** @return the same, for where it is sent without a router: with these headers, which every answer has */
    public WholeRefusal whole(Map<CharSequence, CharSequence> headers) {
        return new WholeRefusal(type, retryAfter, headers, before, after);
    }

    Buffer document(String requestId) {
        byte[] id = requestId.getBytes(StandardCharsets.US_ASCII);
        return Buffer.buffer(before.length + id.length + after.length)
                .appendBytes(before)
                .appendBytes(id)
                .appendBytes(after);
    }
}
