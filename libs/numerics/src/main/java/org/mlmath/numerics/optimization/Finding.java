package org.mlmath.numerics.optimization;

import java.util.Map;

/**
 * One thing to be said about a run.
 *
 * @param iteration the iterate it is about, null when it is the run as a whole
 * @param evidence the numbers behind it, by name
 * @param message a sentence or two for whoever looks at the run
 */
public record Finding(Code code, Severity severity, Long iteration, Map<String, Double> evidence, String message) {
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    public enum Code {
        CONVERGED,
        STILL_DESCENDING,
        OSCILLATING,
        DIVERGED,
        LEFT_DOMAIN,
        PLATEAU_OR_SADDLE,
        ILL_CONDITIONED,
        RATE_TOO_SMALL,
        SINGULAR_HESSIAN,
        NO_DESCENT
    }
}
