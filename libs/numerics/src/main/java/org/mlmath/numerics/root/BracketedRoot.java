package org.mlmath.numerics.root;

import java.util.function.DoubleUnaryOperator;

/**
 * A zero of a continuous function between two points where it has different signs: regula falsi, halving the value of an end that
 * stays (the Illinois variant), and bisection wherever two steps have not halved the bracket, so that no function takes more than twice the
 * steps of bisection. Source: M. Dowell and P. Jarratt, BIT 11 (1971), 168-174.
 */
public final class BracketedRoot {
    private static final int MOST_STEPS = 250;

    private BracketedRoot() {}

    /**
     * @param low where the function has one sign, or is 0
     * @param high where it has the other, or is 0
     * @return the zero to about 2 ulp; NaN where the function is undefined on the way
     */
    public static double of(DoubleUnaryOperator function, double low, double high) {
        double a = low;
        double b = high;
        double fa = function.applyAsDouble(a);
        double fb = function.applyAsDouble(b);
        if (fa == 0) {
            return a;
        }
        double before = b - a;
        for (int i = 0; i < MOST_STEPS && fb != 0; i++) {
            if (Double.isNaN(fa) || Double.isNaN(fb)) {
                return Double.NaN;
            }
            double width = b - a;
            if (Math.abs(width) <= 4 * Math.ulp(Math.max(Math.abs(a), Math.abs(b)))) {
                break;
            }
            boolean slow = i % 3 == 2 && Math.abs(width) > 0.5 * Math.abs(before);
            if (i % 3 == 2) {
                before = width;
            }
            double x = slow ? a + 0.5 * width : (a * fb - b * fa) / (fb - fa);
            if (!(x > Math.min(a, b) && x < Math.max(a, b))) {
                x = a + 0.5 * width;
            }
            double fx = function.applyAsDouble(x);
            if (fx * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa *= 0.5;
            }
            b = x;
            fb = fx;
        }
        return b;
    }
}
