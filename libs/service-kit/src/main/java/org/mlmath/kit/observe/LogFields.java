package org.mlmath.kit.observe;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.mlmath.kit.problem.ProblemResponse;

/** What every line of the log says that is written while a request is worked on: which request, of which trace. */
public final class LogFields {
    static final String TRACE_ID = "traceId";

    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private LogFields() {}

    /** The trace that a request belongs to is known whether or not this process adds to it. */
    static void trace(HttpServerRequest request) {
        String given = request.getHeader("traceparent");
        if (given != null) {
            Matcher parent = TRACE_PARENT.matcher(given);
            if (parent.matches()) {
                MDC.put(TRACE_ID, parent.group(1));
            }
        }
    }

    /** @return this work, to be done in another thread for the request that the present one works for */
    public static Runnable carry(Runnable work) {
        Object request = MDC.get(ProblemResponse.REQUEST_ID);
        Object trace = MDC.get(TRACE_ID);
        return () -> {
            put(ProblemResponse.REQUEST_ID, request);
            put(TRACE_ID, trace);
            try {
                work.run();
            } finally {
                MDC.remove(ProblemResponse.REQUEST_ID);
                MDC.remove(TRACE_ID);
            }
        };
    }

    private static void put(String field, Object value) {
        if (value != null) {
            MDC.put(field, value);
        }
    }
}
