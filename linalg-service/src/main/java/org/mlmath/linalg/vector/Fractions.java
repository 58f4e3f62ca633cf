package org.mlmath.linalg.vector;

import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/** Few and short enough vectors to be computed with in fractions, which takes milliseconds and leaves nothing to rounding. */
final class Fractions {
    /** What fractions may take. */
    static final double SECONDS = 0.02;

    private static final int MOST_PRODUCTS = 2000;

    private Fractions() {}

    /** @param vectors in rows */
    static boolean fit(Matrix vectors) {
        double k = vectors.rows();
        double n = vectors.columns();
        if (k * n == 0 || k * k * n > MOST_PRODUCTS) {
            return false;
        }
        ExactCost cost = ExactCost.of(vectors);
        return cost.bearable() && cost.fractionFreeSeconds() < SECONDS;
    }

    static RationalMatrix of(Matrix vectors, String pointer) {
        try {
            return RationalMatrix.of(vectors);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    static Rational dot(Rational[] x, Rational[] y) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < x.length; i++) {
            if (x[i].signum() != 0 && y[i].signum() != 0) {
                sum = sum.add(x[i].multiply(y[i]));
            }
        }
        return sum;
    }

    static Rational[] row(RationalMatrix a, int row) {
        Rational[] entries = new Rational[a.columns()];
        for (int j = 0; j < entries.length; j++) {
            entries[j] = a.get(row, j);
        }
        return entries;
    }

    /** @return x + factor·y */
    static Rational[] plus(Rational[] x, Rational factor, Rational[] y) {
        Rational[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            if (factor.signum() != 0 && y[i].signum() != 0) {
                sum[i] = sum[i].add(factor.multiply(y[i]));
            }
        }
        return sum;
    }

    static double[] doubles(Rational[] x) {
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = x[i].doubleValue();
        }
        return values;
    }
}
