package org.mlmath.kit.array;

/**
 * A vector of data in which values may be missing: {@code null} on the wire, NaN here.
 *
 * @param values in the order given
 */
public record Observations(double[] values) {}
