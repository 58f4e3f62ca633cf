package org.mlmath.numerics.linear;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Seconds of one core that an operation takes on a kernel: overhead + square·k·l + cubic·k²·l for an m×n matrix with
 * k = min(m, n), l = max(m, n). Fitted to measurements at n = 3 to 1000, right within a factor of three on such a machine.
 */
public final class KernelCost {
    /** What is paid for. */
    public enum Operation {
        MULTIPLY,
        SINGULAR_VALUES,
        SVD,
        SYMMETRIC_EIGEN,
        EIGEN,
        QR,
        LU,
        CHOLESKY,
        LDL,
        SCHUR,
        HESSENBERG
    }

    private record Terms(double overhead, double square, double cube) {
        double at(double k, double l) {
            return overhead + k * l * (square + cube * k);
        }
    }

    /** The kernel's input, its factors and what they multiply to; a result is there a second time while it is written. */
    private static final int COPIES = 3;

    /** Seconds to write one number of an answer as JSON. */
    private static final double WRITING = 1.1e-7;

    /** Vectors that larger factors are multiplied with for an estimate of their certificate, each several times. */
    private static final int PROBED = 32;

    private final Map<Operation, Terms> terms = new EnumMap<>(Operation.class);

    private KernelCost() {}

    /** What operations take on OpenBLAS, whether or not it has been loaded. */
    public static KernelCost openBlas() {
        // Two levels of cost, since the inner loops are vectorised from n of some dozens on.
        return new KernelCost()
                .with(Operation.MULTIPLY, 1e-6, 4e-9, 4e-11)
                .with(Operation.SINGULAR_VALUES, 4e-6, 5e-8, 1.5e-10)
                .with(Operation.SVD, 5e-6, 1.5e-7, 5.5e-10)
                .with(Operation.SYMMETRIC_EIGEN, 3e-6, 9e-8, 2.1e-10)
                .with(Operation.EIGEN, 5e-6, 7e-7, 1e-9)
                .with(Operation.QR, 2e-6, 2e-8, 1e-10)
                .with(Operation.LU, 1e-6, 1.2e-8, 3e-11)
                .with(Operation.CHOLESKY, 1e-6, 6e-9, 2e-11)
                .with(Operation.LDL, 1e-6, 1.5e-8, 3e-11)
                .with(Operation.SCHUR, 4e-6, 4e-7, 7e-10)
                .with(Operation.HESSENBERG, 3e-6, 3e-8, 3.5e-10);
    }

    /** What operations take on Hipparchus. */
    public static KernelCost hipparchus() {
        return new KernelCost()
                .with(Operation.MULTIPLY, 1e-6, 1e-8, 2.5e-9)
                .with(Operation.SINGULAR_VALUES, 2e-6, 1e-7, 1.5e-8)
                .with(Operation.SVD, 2e-6, 1e-7, 1.7e-8)
                .with(Operation.SYMMETRIC_EIGEN, 2e-6, 1e-7, 6e-9)
                .with(Operation.EIGEN, 3e-6, 2e-7, 1.2e-8)
                .with(Operation.QR, 3e-6, 3e-8, 3e-9)
                .with(Operation.LU, 1e-6, 1e-8, 1.5e-9) // beyond the cache three times what it is at n = 1000
                .with(Operation.CHOLESKY, 1e-6, 1e-8, 1.2e-9) // beyond the cache three times what it is at n = 1500
                .with(Operation.LDL, 1e-6, 1e-8, 2.5e-10)
                .with(Operation.SCHUR, 3e-6, 2e-7, 1.2e-8)
                .with(Operation.HESSENBERG, 3e-6, 5e-8, 6e-9);
    }

    private KernelCost with(Operation operation, double overhead, double square, double cube) {
        terms.put(operation, new Terms(overhead, square, cube));
        return this;
    }

    /** @return seconds for an m×n matrix, thin factors included */
    public double seconds(Operation operation, int rows, int columns) {
        return terms.get(operation).at(Math.min(rows, columns), Math.max(rows, columns));
    }

    /**
     * Bytes that are alive at once for an operation on an m×n matrix, beside what it came in: the kernel's copy and workspace, the
     * factors, what they multiply to, and what is written of them.
     *
     * @param results how many numbers the factors have
     */
    public static long bytes(int rows, int columns, long results) {
        return 8L * COPIES * ((long) rows * columns + 2 * results);
    }

    /** @return how many numbers the result of an operation on an n×n matrix has */
    private static long results(Operation operation, int n) {
        return switch (operation) {
            case SINGULAR_VALUES -> n;
            case MULTIPLY -> (long) n * n;
            default -> 2L * n * n;
        };
    }

    /**
     * @param bytes for the body, as npy, the array that is read from it, and the operation
     * @return the largest n for which an operation on an n×n matrix, or on two, holds no more
     */
    public static int largestOrder(Operation operation, long bytes) {
        int arrays = operation == Operation.MULTIPLY ? 2 : 1;
        return last(
                Integer.MAX_VALUE / 2,
                n -> 2 * 8.0 * arrays * n * n + 8.0 * COPIES * ((double) n * n + 2 * results(operation, n)) <= bytes);
    }

    /**
     * @param seconds of one core
     * @param most no larger n is looked for
     * @return the largest n for which the answer to the operation on an n×n matrix is estimated to take no longer
     */
    public int largestOrder(Operation operation, double seconds, int most) {
        return last(most, n -> answered(operation, n) <= seconds);
    }

    /** @return the last from 1 to {@code most} that fits, where none does that comes after one that does not; 0 if the first does not */
    private static int last(int most, IntPredicate fit) {
        int fits = 0;
        int above = most + 1;
        while (above - fits > 1) {
            int middle = (fits + above) >>> 1;
            if (fit.test(middle)) {
                fits = middle;
            } else {
                above = middle;
            }
        }
        return fits;
    }

    /** @return seconds for (m×k)·(k×n) */
    public double multiply(int m, int k, int n) {
        Terms product = terms.get(Operation.MULTIPLY);
        return product.overhead
                + product.square * ((double) m * k + (double) k * n + (double) m * n) / 3
                + product.cube * m * k * n;
    }

    /** @return seconds for a factorisation whose larger orthogonal factor is completed to a square one, which that of a square matrix is */
    public double full(Operation operation, int rows, int columns) {
        int larger = Math.max(rows, columns);
        return seconds(operation, rows, columns) + (rows == columns ? 0 : seconds(Operation.QR, larger, larger));
    }

    /**
     * @param full whether the larger factor is square
     * @param vectors whether there are factors, or singular values alone
     * @return seconds for a factorisation, its certificates, and writing the factors
     */
    public double answered(Operation operation, int rows, int columns, boolean full, boolean vectors) {
        int k = Math.min(rows, columns);
        double factored = full ? full(operation, rows, columns) : seconds(operation, rows, columns);
        double certificates = vectors ? 2 * multiply(rows, k < Certificate.FULL_BELOW ? k : PROBED, columns) : 0;
        return factored + certificates + WRITING * numbers(rows, columns, full, vectors);
    }

    /** @return how many numbers the factors have */
    public static long numbers(int rows, int columns, boolean full, boolean vectors) {
        long k = Math.min(rows, columns);
        long larger = Math.max(rows, columns);
        return vectors ? larger * (full ? larger : k) + k * k : k;
    }

    /** @return seconds for the answer to an operation on an n×n matrix, or on two */
    private double answered(Operation operation, int n) {
        return switch (operation) {
            case MULTIPLY -> multiply(n, n, n) + WRITING * n * n;
            case SINGULAR_VALUES -> answered(operation, n, n, false, false);
            default -> answered(operation, n, n, false, true);
        };
    }
}
