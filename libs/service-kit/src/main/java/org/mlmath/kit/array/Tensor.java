package org.mlmath.kit.array;

/**
 * An array of two to four dimensions, such as an image with its channels.
 *
 * @param shape lengths from the outermost level inwards
 * @param values row-major
 */
public record Tensor(int[] shape, double[] values) {}
