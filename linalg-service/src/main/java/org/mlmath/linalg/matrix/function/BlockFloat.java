package org.mlmath.linalg.matrix.function;

import java.math.BigInteger;
import java.util.Arrays;
import org.mlmath.numerics.linear.Matrix;

/**
 * A square matrix in as many bits as are wanted: integers, row-major, times one power of two. Entries far below the largest have fewer
 * bits, which is all that an error measured in the norm asks for, and products are sums of integers, rounded once.
 *
 * @param bits of the largest entry, after every operation
 */
record BlockFloat(int n, BigInteger[] integers, int exponent, int bits) {

    /** Beyond those of the matrix, so that eliminating loses none of them. */
    private static final int GUARD = 32;

    /** Of two numbers that agree. */
    private static final int AGREEING = 60;

    /** An entry this many bits below the largest may be what cancelling has left of 0. */
    private static final int NEGLIGIBLE = 220;

    /** Bits of a double, and those by which the smallest normal number is below 1. */
    private static final int SIGNIFICAND = 53;

    private static final int LEAST_EXPONENT = -1074;

    /** @param inverse none where the matrix is singular in these bits */
    record Inverse(BlockFloat inverse, double logDeterminant) {}

    static BlockFloat of(Matrix a, int bits) {
        BigInteger[] integers = new BigInteger[a.values().length];
        int least = Integer.MAX_VALUE;
        for (double value : a.values()) {
            least = value == 0 ? least : Math.min(least, lowest(value));
        }
        for (int at = 0; at < integers.length; at++) {
            double value = a.values()[at];
            integers[at] = value == 0
                    ? BigInteger.ZERO
                    : BigInteger.valueOf((long) Math.scalb(value, -lowest(value)))
                            .shiftLeft(lowest(value) - least);
        }
        return rounded(a.rows(), integers, least == Integer.MAX_VALUE ? 0 : least, bits);
    }

    /** @return the exponent of a power of two of which the value is a multiple below 2⁵³ */
    private static int lowest(double value) {
        return Math.max(LEAST_EXPONENT, Math.getExponent(value) - SIGNIFICAND + 1);
    }

    private static BlockFloat rounded(int n, BigInteger[] integers, int exponent, int bits) {
        int surplus =
                Arrays.stream(integers).mapToInt(BigInteger::bitLength).max().orElse(0) - bits;
        BigInteger[] shifted =
                Arrays.stream(integers).map(value -> shifted(value, -surplus)).toArray(BigInteger[]::new);
        return new BlockFloat(n, shifted, exponent + surplus, bits);
    }

    /** @return value·2^places, to the nearest integer */
    private static BigInteger shifted(BigInteger value, int places) {
        if (places >= 0) {
            return value.shiftLeft(places);
        }
        return value.shiftRight(-places - 1).add(BigInteger.ONE).shiftRight(1);
    }

    boolean isZero() {
        return Arrays.stream(integers).allMatch(value -> value.signum() == 0);
    }

    /** @return the largest entry's logarithm to base 2, rounded up */
    int magnitude() {
        return exponent
                + Arrays.stream(integers)
                        .mapToInt(value -> value.abs().bitLength())
                        .max()
                        .orElse(0);
    }

    BlockFloat times(BlockFloat other) {
        BigInteger[] product = new BigInteger[n * n];
        Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                BigInteger factor = integers[i * n + k];
                for (int j = 0; factor.signum() != 0 && j < n; j++) {
                    int at = i * n + j;
                    product[at] = product[at].add(factor.multiply(other.integers[k * n + j]));
                }
            }
        }
        return rounded(n, product, exponent + other.exponent, bits);
    }

    /**
     * @param other the same in fewer bits
     * @return whether every entry is that of the other to the last bit of a double, or the difference far below the largest entry
     */
    boolean agrees(BlockFloat other) {
        int negligible = magnitude() - exponent - NEGLIGIBLE;
        for (int at = 0; at < integers.length; at++) {
            if (!agrees(other, at) && difference(other, at).bitLength() > negligible) {
                return false;
            }
        }
        return true;
    }

    private boolean agrees(BlockFloat other, int at) {
        BigInteger difference = difference(other, at);
        return difference.signum() == 0
                || difference.bitLength() <= integers[at].abs().bitLength() - AGREEING;
    }

    private BigInteger difference(BlockFloat other, int at) {
        return integers[at]
                .subtract(shifted(other.integers[at], other.exponent - exponent))
                .abs();
    }

    /** @return this times 2^places */
    BlockFloat scaled(int places) {
        return new BlockFloat(n, integers, exponent + places, bits);
    }

    /** @return this over a number that is not 0 */
    BlockFloat over(int divisor) {
        BigInteger by = BigInteger.valueOf(divisor);
        BigInteger[] quotients = Arrays.stream(integers)
                .map(value -> value.shiftLeft(GUARD).divide(by))
                .toArray(BigInteger[]::new);
        return rounded(n, quotients, exponent - GUARD, bits);
    }

    BlockFloat plus(BlockFloat other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        int common = Math.max(magnitude(), other.magnitude()) - bits - GUARD;
        BigInteger[] sum = new BigInteger[n * n];
        for (int at = 0; at < sum.length; at++) {
            sum[at] =
                    shifted(integers[at], exponent - common).add(shifted(other.integers[at], other.exponent - common));
        }
        return rounded(n, sum, common, bits);
    }

    BlockFloat plusIdentity(int sign) {
        BigInteger[] identity = new BigInteger[n * n];
        Arrays.fill(identity, BigInteger.ZERO);
        for (int i = 0; i < n; i++) {
            identity[i * (n + 1)] = BigInteger.valueOf(sign);
        }
        return plus(new BlockFloat(n, identity, 0, bits));
    }

    /** By Gauss and Jordan, with the largest entry of a column as its pivot; null where that is 0. */
    Inverse inverse() {
        int fraction = bits + GUARD;
        BigInteger[][] left = new BigInteger[n][n];
        BigInteger[][] right = new BigInteger[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(right[i], BigInteger.ZERO);
            right[i][i] = BigInteger.ONE.shiftLeft(2 * fraction);
            for (int j = 0; j < n; j++) {
                left[i][j] = integers[i * n + j].shiftLeft(GUARD);
            }
        }
        double logDeterminant = (double) n * (exponent - GUARD);
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = left[i][k].abs().compareTo(left[pivot][k].abs()) > 0 ? i : pivot;
            }
            swap(left, k, pivot);
            swap(right, k, pivot);
            BigInteger divisor = left[k][k];
            if (divisor.signum() == 0) {
                return null;
            }
            logDeterminant += divisor.abs().bitLength();
            for (int i = 0; i < n; i++) {
                if (i != k && left[i][k].signum() != 0) {
                    BigInteger factor = left[i][k].shiftLeft(fraction).divide(divisor);
                    subtract(left[i], factor, left[k], fraction);
                    subtract(right[i], factor, right[k], fraction);
                    left[i][k] = BigInteger.ZERO;
                }
            }
        }
        BigInteger[] inverse = new BigInteger[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i * n + j] = right[i][j].divide(left[i][i]);
            }
        }
        return new Inverse(rounded(n, inverse, GUARD - exponent - 2 * fraction, bits), logDeterminant);
    }

    private static void swap(BigInteger[][] rows, int i, int k) {
        BigInteger[] row = rows[i];
        rows[i] = rows[k];
        rows[k] = row;
    }

    private static void subtract(BigInteger[] row, BigInteger factor, BigInteger[] other, int fraction) {
        for (int j = 0; j < row.length; j++) {
            if (other[j].signum() != 0) {
                row[j] = row[j].subtract(factor.multiply(other[j]).shiftRight(fraction));
            }
        }
    }

    /**
     * @param other the same in fewer bits, which this agrees with
     * @return the nearest doubles; 0 for what cancelling has left of it
     */
    Matrix toMatrix(BlockFloat other) {
        double[] values = new double[n * n];
        for (int at = 0; at < values.length; at++) {
            if (agrees(other, at)) {
                int surplus = Math.max(0, integers[at].abs().bitLength() - 2 * SIGNIFICAND);
                values[at] = Math.scalb(integers[at].shiftRight(surplus).doubleValue(), exponent + surplus);
            }
        }
        return new Matrix(n, n, values);
    }
}
