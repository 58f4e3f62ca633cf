package org.mlmath.kit.observe;

import java.util.Set;

/** Methods of requests under names of which there are few: what callers make up, at any length, never becomes one. */
final class MethodName {
    /** As OpenTelemetry calls it (semantic conventions for HTTP). */
    static final String OTHER = "_OTHER";

    private static final Set<String> KNOWN =
            Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private MethodName() {}

    /** @param given null where it could not be read */
    static String of(String given) {
        return given != null && KNOWN.contains(given) ? given : OTHER;
    }
}
