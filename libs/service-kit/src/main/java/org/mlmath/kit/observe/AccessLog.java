package org.mlmath.kit.observe;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.mlmath.kit.problem.ProblemResponse;

/**
 * A line per answer, if asked for ({@code mlmath.access-log.enabled}): operation, status, cost, duration. Never what was asked: no
 * query, no header, no body. Where the log is JSON, each is a field of its own.
 */
@Singleton
final class AccessLog {
    private static final Logger LOG = Logger.getLogger("org.mlmath.access");

    private final boolean enabled;

    AccessLog(AccessLogSettings settings) {
        enabled = settings.enabled();
    }

    boolean isOn() {
        return enabled;
    }

    void log(RoutingContext context, Observation observation, int status, String problem, long nanos) {
        if (!enabled) {
            return;
        }
        String cost = context.response().headers().get("Mlmath-Cost");
        LOG.log(entry(observation.method().name(), observation.operation(), status, problem, cost, nanos));
    }

    /** Of what was refused before anybody looked at its path, which took no time worth measuring. */
    void log(Unread request, int status, String problem) {
        if (!enabled) {
            return;
        }
        ExtLogRecord entry = entry(request.method(), Operation.NONE, status, problem, null, 0);
        entry.putMdc(ProblemResponse.REQUEST_ID, request.requestId());
        String trace = LogFields.traceOf(request.header().apply("traceparent"));
        if (trace != null) {
            entry.putMdc(LogFields.TRACE_ID, trace);
        } else {
            entry.removeMdc(LogFields.TRACE_ID); // of whoever this thread worked for before
        }
        LOG.log(entry);
    }

    private static ExtLogRecord entry(
            String method, Operation operation, int status, String problem, String cost, long nanos) {
        String duration = String.format(Locale.ROOT, "%.6f", nanos / 1e9);
        StringBuilder line = new StringBuilder(160)
                .append(MethodName.of(method))
                .append(" operation=")
                .append(operation.name())
                .append(" status=")
                .append(status);
        if (!problem.equals("none")) {
            line.append(" problem=").append(problem);
        }
        if (cost != null) {
            line.append(" cost=").append(cost);
        }
        line.append(" duration=").append(duration);

        ExtLogRecord entry = new ExtLogRecord(Level.INFO, line.toString(), AccessLog.class.getName());
        entry.setLoggerName(LOG.getName());
        entry.putMdc("service", operation.service());
        entry.putMdc("operation", operation.name());
        entry.putMdc("status", Integer.toString(status));
        entry.putMdc("problem", problem);
        if (cost != null) {
            entry.putMdc("cost", cost);
        }
        entry.putMdc("duration", duration);
        return entry;
    }
}
