package org.mlmath.numerics.optimization;

import org.mlmath.numerics.linear.Matrix;

/**
 * The recorded part of a run, one row or entry per recorded iterate.
 *
 * @param iterations ascending
 * @param points an iterate in each row
 * @param values the objective there
 * @param gradientNorms Euclidean, of the objective's gradient before clipping
 * @param memory the rule's memory in each row; null unless asked for
 */
public record Trajectory(long[] iterations, Matrix points, double[] values, double[] gradientNorms, Matrix memory) {}
