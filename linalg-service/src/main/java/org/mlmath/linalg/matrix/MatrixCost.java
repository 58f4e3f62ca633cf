package org.mlmath.linalg.matrix;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What operations on matrices take, and what their answers take to write. */
public final class MatrixCost {
    /** Seconds for one number: a pass of arithmetic over it, and writing it as JSON. */
    private static final double NUMBER = 1.1e-7;

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

    private static long bytes(double bytes) {
        return (long) bytes; // saturates
    }
}
