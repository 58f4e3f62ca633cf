package org.mlmath.kit.array;

/**
 * What was read of nested JSON arrays: the numbers in order and the lengths of each level.
 *
 * @param shape lengths from the outermost level inwards
 * @param values row-major
 * @param texts null, or the entries that were written as text
 */
record NumericArray(int[] shape, double[] values, String[] texts) {}
