package org.mlmath.stats.hypothesis;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Degrees of freedom of a reference distribution.
 *
 * @param value a Double, or a {@link Pair} where the statistic is a quotient
 */
public record DegreesOfFreedom(@JsonValue Object value) {
    /** Those of the mean square above the line and of the one below it. */
    public record Pair(double numerator, double denominator) {}

    public static DegreesOfFreedom of(double value) {
        return new DegreesOfFreedom(value);
    }

    public static DegreesOfFreedom of(double numerator, double denominator) {
        return new DegreesOfFreedom(new Pair(numerator, denominator));
    }
}
