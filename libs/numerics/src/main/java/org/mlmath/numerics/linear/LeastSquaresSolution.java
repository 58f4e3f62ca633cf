package org.mlmath.numerics.linear;

/**
 * @param x n×k
 * @param rank number of singular values that count
 * @param singularValues of A, descending
 */
public record LeastSquaresSolution(Matrix x, int rank, double[] singularValues) {}
