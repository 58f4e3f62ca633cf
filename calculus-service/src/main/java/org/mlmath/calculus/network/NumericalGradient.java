package org.mlmath.calculus.network;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function at 0 from its values alone: central differences with steps shrinking by 4, extrapolated to step 0; the
 * estimate is taken at which two neighbours in the table differ least.
 *
 * <p>Source: C. J. F. Ridders, <i>Accurate computation of F′(x) and F′(x)·F″(x)</i>, Advances in Engineering Software 4(2), 1982.
 *
 * @param value the derivative
 * @param kink whether the slopes to both sides differ however small the step, or do so closer by than steps can be told apart
 */
record NumericalGradient(double value, boolean kink) {
    private static final int STEPS = 5;
    private static final double SHRINKING = 4;
    private static final double FIRST_STEP = 0.02;

    /** How many steps there are at most, where a kink lies within the longer ones. */
    private static final int MOST_STEPS = 9;

    /** Two neighbours in the table that agree to this part of them agree for good, not by chance. */
    private static final double AGREEMENT = 1e-7;

    /** How often the function is evaluated, where no kink is near. */
    static final int EVALUATIONS = 2 * STEPS;

    /** How many times its rounding error a jump of the slope must be to count. */
    private static final double NOISE = 1000;

    /**
     * @param scale of the argument: the first step is a fiftieth of it
     * @param atZero the function's value at 0
     */
    static NumericalGradient extrapolated(DoubleUnaryOperator function, double scale, double atZero) {
        double[] row = new double[MOST_STEPS];
        double ulp = Math.ulp(Math.max(Math.abs(atZero), Double.MIN_NORMAL));
        boolean agree = false;
        double best = Double.NaN;
        double smallestChange = Double.POSITIVE_INFINITY;
        double h = FIRST_STEP * scale;
        double noise = 0;
        double jump = Double.NaN;
        double jumpBefore = Double.NaN;
        for (int i = 0; i < STEPS || i < MOST_STEPS && !agree; i++, h /= SHRINKING) {
            double above = function.applyAsDouble(h);
            double below = function.applyAsDouble(-h);
            double estimate = (above - below) / (2 * h);
            double factor = 1;
            for (int k = 0; k <= i; k++) {
                double left = estimate;
                double old = row[k];
                row[k] = estimate;
                if (k < i) {
                    factor *= SHRINKING * SHRINKING;
                    estimate = left + (left - old) / (factor - 1);
                    double change = Math.max(Math.abs(estimate - left), Math.abs(estimate - old));
                    if (change < smallestChange) {
                        smallestChange = change;
                        best = estimate;
                    }
                }
            }
            if (i == 0) {
                best = row[0];
            }
            jumpBefore = jump;
            jump = Math.abs(above - 2 * atZero + below) / h;
            noise = NOISE * ulp / h;
            agree = smallestChange <= Math.max(AGREEMENT * Math.abs(best), noise);
        }
        boolean near = Double.isFinite(smallestChange) && !agree;
        return new NumericalGradient(best, near || jump > 0.5 * jumpBefore && jump > noise);
    }

    /** (f(h) − f(−h)) / 2h */
    static NumericalGradient central(DoubleUnaryOperator function, double h) {
        return new NumericalGradient((function.applyAsDouble(h) - function.applyAsDouble(-h)) / (2 * h), false);
    }
}
