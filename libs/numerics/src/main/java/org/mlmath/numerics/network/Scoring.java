package org.mlmath.numerics.network;

import org.mlmath.numerics.linear.Matrix;

/**
 * How predictions are counted as right.
 *
 * @param kind whether at all, and how
 * @param outputThreshold above which an output says yes
 * @param targetThreshold above which a target does
 */
public record Scoring(Kind kind, double outputThreshold, double targetThreshold) {
    public enum Kind {
        /** Outputs are quantities: close or not, never right. */
        NONE,
        /** The largest output of an example names its class. */
        LARGEST,
        /** Each output says yes or no. */
        THRESHOLD
    }

    public static final Scoring NONE = new Scoring(Kind.NONE, 0, 0);
    public static final Scoring LARGEST = new Scoring(Kind.LARGEST, 0, 0);

    /** @return how many things are judged in so many examples */
    long judged(Matrix outputs) {
        return kind == Kind.LARGEST ? outputs.rows() : outputs.values().length;
    }

    /** @return how many of them are right */
    long right(Matrix outputs, Matrix targets) {
        long right = 0;
        switch (kind) {
            case NONE -> {}
            case LARGEST -> {
                for (int i = 0; i < outputs.rows(); i++) {
                    right += largest(outputs, i) == largest(targets, i) ? 1 : 0;
                }
            }
            case THRESHOLD -> {
                double[] y = outputs.values();
                double[] t = targets.values();
                for (int i = 0; i < y.length; i++) {
                    right += (y[i] > outputThreshold) == (t[i] > targetThreshold) ? 1 : 0;
                }
            }
        }
        return right;
    }

    /** @return the part that is right, NaN where nothing is judged */
    public double accuracy(Matrix outputs, Matrix targets) {
        return kind == Kind.NONE ? Double.NaN : (double) right(outputs, targets) / judged(outputs);
    }

    /** @return the class of an example: the first of the largest outputs */
    public static int largest(Matrix outputs, int row) {
        int from = row * outputs.columns();
        int largest = 0;
        for (int j = 1; j < outputs.columns(); j++) {
            if (outputs.values()[from + j] > outputs.values()[from + largest]) {
                largest = j;
            }
        }
        return largest;
    }
}
