package org.mlmath.numerics.resampling;

import java.util.Arrays;
import org.mlmath.numerics.rank.Ranks;

/**
 * Estimators in the form that resampling wants: quick, on workspace they may reorder. Sums are plain: data are centred before they
 * are resampled wherever that changes nothing.
 */
public final class Estimators {
    /** Makes the median absolute deviation that of the normal distribution's standard deviation. */
    private static final double NORMAL_CONSISTENT = 1.482602218505602;

    private Estimators() {}

    public static double mean(double[] x) {
        // Four sums at once: additions do not wait for each other.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i];
        }
        return ((a + b) + (c + d)) / x.length;
    }

    /** With divisor n − 1; NaN for one value. */
    public static double variance(double[] x) {
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return x.length > 1 ? sum / (x.length - 1) : Double.NaN;
    }

    public static double median(double[] x) {
        return Selection.quantile(x, 0.5);
    }

    /** Of type 7. */
    public static double quantile(double[] x, double p) {
        return Selection.quantile(x, p);
    }

    /** The mean without ⌊n·share⌋ values at either end. */
    public static double trimmedMean(double[] x, double share) {
        int cut = (int) Math.floor(x.length * share);
        Arrays.sort(x);
        return mean(Arrays.copyOfRange(x, cut, x.length - cut));
    }

    public static double interquartileRange(double[] x) {
        double upper = Selection.quantile(x, 0.75);
        return upper - Selection.quantile(x, 0.25);
    }

    /** 1.4826 times the median distance from the median. */
    public static double medianAbsoluteDeviation(double[] x) {
        double median = median(x);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.abs(x[i] - median);
        }
        return NORMAL_CONSISTENT * median(x);
    }

    /** g₁; NaN where all values are equal. */
    public static double skewness(double[] x) {
        double[] moments = moments(x);
        return moments[1] / Math.pow(moments[0], 1.5);
    }

    /** g₂; NaN where all values are equal. */
    public static double excessKurtosis(double[] x) {
        double[] moments = moments(x);
        return moments[2] / (moments[0] * moments[0]) - 3;
    }

    private static double[] moments(double[] x) {
        double mean = mean(x);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : x) {
            double d = value - mean;
            double square = d * d;
            second += square;
            third += square * d;
            fourth += square * square;
        }
        double n = x.length;
        return new double[] {second / n, third / n, fourth / n};
    }

    /** Pearson's; NaN where one sample does not vary. */
    public static double correlation(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double u = x[i] - meanX;
            double v = y[i] - meanY;
            xx += u * u;
            yy += v * v;
            xy += u * v;
        }
        double r = xy / Math.sqrt(xx) / Math.sqrt(yy);
        return r > 1 ? 1 : Math.max(r, -1); // NaN stays NaN
    }

    public static double rankCorrelation(double[] x, double[] y) {
        return correlation(Ranks.of(x).values(), Ranks.of(y).values());
    }

    /** Welch's t of the difference of the means. */
    public static double welch(double[] x, double[] y) {
        return (mean(x) - mean(y)) / Math.sqrt(variance(x) / x.length + variance(y) / y.length);
    }

    /** Cohen's d with the pooled standard deviation. */
    public static double standardizedDifference(double[] x, double[] y) {
        double squares = (x.length - 1) * variance(x) + (y.length - 1) * variance(y);
        return (mean(x) - mean(y)) / Math.sqrt(squares / (x.length + y.length - 2));
    }
}
