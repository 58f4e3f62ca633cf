package org.mlmath.kit.observe;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

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
        Operation operation = observation.operation();
        String cost = context.response().headers().get("Mlmath-Cost");
        String duration = String.format(Locale.ROOT, "%.6f", nanos / 1e9);
        StringBuilder line = new StringBuilder(160)
                .append(observation.method())
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
        LOG.log(entry);
    }
}
