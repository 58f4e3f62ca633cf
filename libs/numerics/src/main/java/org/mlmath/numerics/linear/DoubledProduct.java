package org.mlmath.numerics.linear;

import java.util.Arrays;

/**
 * The product of a row with a fixed vector in twice the working precision: Dot2 on as many partial sums as make loops without
 * dependencies between their rounds, which are compiled to vector instructions; then the sums are folded onto each other, each time
 * with the error of the sum. Source: Ogita, Rump and Oishi, <i>Accurate sum and dot product</i>, SIAM J. Sci. Comput. 26 (2005).
 */
final class DoubledProduct {
    /** From this length on it is quicker than one sum. */
    static final int WORTHWHILE_FROM = 128;

    private static final int LANES = 64;

    /** Below so many sums the rest is added one by one. */
    private static final int LAST = 8;

    private final int length;
    private final double[][] pieces;
    private final double[] row = new double[LANES];
    private final double[] sums = new double[LANES];
    private final double[] upper = new double[LANES];
    private final double[] errors = new double[LANES];

    private DoubledProduct(int length, double[][] pieces) {
        this.length = length;
        this.pieces = pieces;
    }

    /** @param x multiplied by −1 */
    static DoubledProduct withNegated(double[] x) {
        double[][] pieces = new double[(x.length + LANES - 1) / LANES][LANES];
        for (int j = 0; j < x.length; j++) {
            pieces[j / LANES][j % LANES] = -x[j];
        }
        return new DoubledProduct(x.length, pieces);
    }

    /** @return b + f·c − Σ aⱼ·xⱼ over the row of A that begins there, rounded once */
    double plus(double b, double f, double c, double[] a, int from) {
        Arrays.fill(sums, 0);
        Arrays.fill(errors, 0);
        sums[0] = b;
        if (f != 0) {
            double product = f * c;
            errors[0] = Math.fma(f, c, -product);
            sums[1] = product;
        }
        for (int piece = 0; piece < pieces.length; piece++) {
            int start = piece * LANES;
            int count = Math.min(LANES, length - start);
            System.arraycopy(a, from + start, row, 0, count);
            add(row, pieces[piece], sums, errors, count);
        }
        int width = LANES;
        while (width > LAST) {
            width /= 2;
            System.arraycopy(sums, width, upper, 0, width);
            fold(upper, sums, errors, width);
        }
        double sum = sums[0];
        double error = 0;
        for (int lane = 1; lane < width; lane++) {
            double next = sum + sums[lane];
            double part = next - sum;
            error += (sum - (next - part)) + (sums[lane] - part);
            sum = next;
        }
        for (double e : errors) {
            error += e;
        }
        return sum + error;
    }

    private static void add(double[] row, double[] x, double[] sums, double[] errors, int count) {
        for (int lane = 0; lane < count; lane++) {
            double product = row[lane] * x[lane];
            double productError = Math.fma(row[lane], x[lane], -product);
            double sum = sums[lane];
            double next = sum + product;
            double part = next - sum;
            sums[lane] = next;
            errors[lane] += (sum - (next - part)) + (product - part) + productError;
        }
    }

    private static void fold(double[] upper, double[] sums, double[] errors, int width) {
        for (int lane = 0; lane < width; lane++) {
            double sum = sums[lane];
            double next = sum + upper[lane];
            double part = next - sum;
            sums[lane] = next;
            errors[lane] += (sum - (next - part)) + (upper[lane] - part);
        }
    }
}
