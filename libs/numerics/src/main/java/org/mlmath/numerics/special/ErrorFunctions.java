package org.mlmath.numerics.special;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/** erf(x) = 2/√π ∫₀ˣ e^(−t²) dt, its complement, and the standard normal density and probability made of them. */
public final class ErrorFunctions {
    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    private ErrorFunctions() {}

    public static double erf(double x) {
        return Erf.value(x);
    }

    public static double erfc(double x) {
        return Erfc.value(x);
    }

    /** @return φ(x) = e^(−x²/2)/√(2π), to a few units in the last place also in the tails */
    public static double normalDensity(double x) {
        return INVERSE_ROOT_TWO_PI * gaussian(x);
    }

    /** @return Φ(x), the standard normal probability of a value below x, to a few units in the last place also in the lower tail */
    public static double normalProbability(double x) {
        if (x > -1) {
            return 0.5 * Erfc.value(-x * Math.sqrt(0.5));
        }
        // erfc would square the rounding of x/√2 into its exponent; the scaled function hardly feels it.
        return x < -40 ? 0 : 0.5 * Erfcx.value(-x * Math.sqrt(0.5)) * gaussian(x);
    }

    /** e^(−x²/2): the square is taken of a short head, exactly, and of the small rest. */
    private static double gaussian(double x) {
        if (Math.abs(x) > 40) {
            return x == x ? 0 : x;
        }
        double head = (float) x;
        double rest = x - head;
        return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * rest * (x + head));
    }
}
