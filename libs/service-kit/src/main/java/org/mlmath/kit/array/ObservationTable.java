package org.mlmath.kit.array;

/**
 * A vector or a matrix of data in which values may be missing: {@code null} on the wire, NaN here.
 *
 * @param rows number of observations
 * @param columns number of variables, 1 for a vector
 * @param values row-major
 * @param vector whether it is a vector
 */
public record ObservationTable(int rows, int columns, double[] values, boolean vector) {}
