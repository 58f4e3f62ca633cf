package org.mlmath.stats.number;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences and formulas: few digits, as people write them. */
public final class Words {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

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
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
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
