package org.mlmath.kit.observe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether answers are logged. */
@ConfigMapping(prefix = "mlmath.access-log")
public interface AccessLogSettings {
    /** A line for every answer: method, operation, status, type of problem, cost and duration; never what was asked, or with which key. */
    @WithDefault("false")
    boolean enabled();
}
