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
        String trace = traceOf(request.getHeader("traceparent"));
        if (trace != null) {
            MDC.put(TRACE_ID, trace);
        }
    }

    /**
     * @param given what a request says in {@code traceparent}, or null
     * @return the id of its trace, or null
     */
    static String traceOf(String given) {
        if (given == null) {
            return null;
        }
        Matcher parent = TRACE_PARENT.matcher(given);
        return parent.matches() ? parent.group(1) : null;
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
