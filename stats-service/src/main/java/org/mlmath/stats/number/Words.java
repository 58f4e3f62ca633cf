package org.mlmath.stats.number;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences and formulas: few digits, as people write them. */
public final class Words {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    /** Powers of ten that are doubles, and scale a number by a single rounding. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    /** How far from a tie the scaling's rounding, 1e-12 at most, does not matter. */
    private static final double CLEAR = 1e-6;

    private Words() {}

    /** Four digits of a number. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = fourDigits(value).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
    }

    /** To the nearest. Written out in decimal a double has up to a thousand digits, of which hardly ever more than five decide. */
    private static BigDecimal fourDigits(double value) {
        int places = 3 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (places >= 0 && places < POWERS.length) {
            double scaled = value * POWERS[places];
            double nearest = Math.rint(scaled);
            boolean clear = Math.abs(scaled - nearest) < 0.5 - CLEAR;
            if (clear && Math.abs(nearest) >= 1_000 && Math.abs(nearest) <= 9_999) {
                return BigDecimal.valueOf((long) nearest, places);
            }
        }
        return new BigDecimal(value).round(FOUR_DIGITS);
    }

    /** All digits of a number, an integer's without a point. */
    public static String exact(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A number inside LaTeX: powers of ten written as such. */
    public static String latex(double value) {
        String text = number(value);
        int exponent = text.indexOf('e');
        return exponent < 0 || text.contains("u") || text.contains("i")
                ? text.replace("infinity", "\\infty")
                : text.substring(0, exponent) + " \\cdot 10^{" + text.substring(exponent + 1) + "}";
    }

    /** A subtrahend inside LaTeX. */
    public static String bracketed(double value) {
        return value < 0 ? "(" + latex(value) + ")" : latex(value);
    }

    /** A share as a percentage. */
    public static String percent(double share) {
        return number(100 * share) + " %";
    }

    /** An interval in a sentence: "from 1 to 2". */
    public static String range(Interval interval) {
        if (interval.lower() == Double.NEGATIVE_INFINITY) {
            return "up to " + number(interval.upper());
        }
        return interval.upper() == Double.POSITIVE_INFINITY
                ? "from " + number(interval.lower()) + " on"
                : "from " + number(interval.lower()) + " to " + number(interval.upper());
    }
}
