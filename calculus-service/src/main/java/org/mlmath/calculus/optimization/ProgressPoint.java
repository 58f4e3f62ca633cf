package org.mlmath.calculus.optimization;

/**
 * What a stream tells of an iterate.
 *
 * @param iteration its number
 * @param point in the order of the variables
 * @param value there
 * @param gradientNorm there
 */
record ProgressPoint(long iteration, double[] point, double value, double gradientNorm) {}
