package org.mlmath.linalg.matrix;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What operations on matrices take, and what their answers take to write. */
public final class MatrixCost {
    /** Seconds for one number: a pass of arithmetic over it, and writing it as JSON. */
    private static final double NUMBER = 1.1e-7;

    /** How often floating point is not enough, and elimination in fractions takes over. */
    public static final double RARELY = 0.1;

    /** What an entry takes in the memory of elimination in fractions. */
    private static final double FRACTION_BYTES = 2000;

    private MatrixCost() {}

    /** @return of an answer with so many entries, each from a few operations */
    public static Cost entries(double rows, double columns) {
        double numbers = rows * columns;
        return new Cost(1e-5 + NUMBER * numbers, bytes(4096 + 16 * numbers));
    }

    /** @return of an operation of the kernel, so many times, and a matrix of the same size as its answer */
    public static Cost of(Operation operation, Matrix a, double times) {
        if (a == null) {
            return Cost.SMALL;
        }
        double seconds = times * Kernels.current().cost().seconds(operation, a.rows(), a.columns());
        double numbers = (double) a.rows() * a.columns();
        return entries(a.rows(), a.columns()).plus(new Cost(seconds, bytes(8 * 6 * numbers)));
    }

    /** @return of (m×k)·(k×n), so many times */
    public static Cost product(int m, int k, int n, double times) {
        double seconds = times * Kernels.current().cost().multiply(m, k, n);
        double numbers = (double) m * k + (double) k * n + 2.0 * m * n;
        return entries(m, n).plus(new Cost(seconds, bytes(8 * numbers)));
    }

    /** @return of the rank without rounding, where that is decided */
    public static Cost exactRank(Matrix a) {
        return moderate(a) ? new Cost(ExactCost.of(a).rankSeconds(), fractionBytes(a)) : Cost.SMALL;
    }

    /** @param share of elimination in fractions, where that is possible */
    public static Cost elimination(Matrix a, double share) {
        return moderate(a) ? new Cost(share * ExactCost.of(a).eliminationSeconds(), fractionBytes(a)) : Cost.SMALL;
    }

    /** @param share of an inverse in fractions, where that is possible */
    public static Cost inversion(Matrix a, double share) {
        return moderate(a) && a.isSquare()
                ? new Cost(
                        share * ExactCost.of(a, Matrix.identity(a.rows())).eliminationSeconds(), 2 * fractionBytes(a))
                : Cost.SMALL;
    }

    private static boolean moderate(Matrix a) {
        return a != null && a.rows() > 0 && Fractions.bearable(a);
    }

    private static long fractionBytes(Matrix a) {
        return bytes(FRACTION_BYTES * a.rows() * a.columns());
    }

    private static long bytes(double bytes) {
        return (long) bytes; // saturates
    }
}
