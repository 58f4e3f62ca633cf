package org.mlmath.numerics.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Quantiles of a sample by the nine definitions of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, Amer. Statist.
 * 50 (1996), 361-365.
 *
 * <p>Weights count as repetitions: with integer weights the quantiles are those of the sample with each observation repeated so
 * often; between them the position runs over the cumulated weights.
 */
public final class SampleQuantiles {
    /** Rounding of n·p that must not carry a position past an observation. */
    private static final double FUZZ = 4 * Math.ulp(1.0);

    private final double[] sorted;
    private final double[] cumulated;

    private SampleQuantiles(double[] sorted, double[] cumulated) {
        this.sorted = sorted;
        this.cumulated = cumulated;
    }

    /** @param data finite, at least one, left as they are */
    public static SampleQuantiles of(double[] data) {
        double[] sorted = data.clone();
        Arrays.sort(sorted);
        return new SampleQuantiles(sorted, null);
    }

    /**
     * @param data finite, at least one
     * @param weights not negative and not all 0; null where each counts once
     */
    public static SampleQuantiles of(double[] data, double[] weights) {
        if (weights == null) {
            return of(data);
        }
        int[] order = IntStream.range(0, data.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> data[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[order.length];
        double[] cumulated = new double[order.length];
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < order.length; k++) {
            sorted[k] = data[order[k]];
            sum.add(weights[order[k]]);
            cumulated[k] = sum.value();
        }
        return new SampleQuantiles(sorted, cumulated);
    }

    /** The observations that count, ascending; not to be changed. */
    public double[] sorted() {
        return sorted;
    }

    /** By definition 7, the usual one. */
    public double at(double p) {
        return at(p, 7);
    }

    /** The empirical distribution function: the share of the observations, by weight, that are at most x. */
    public double shareUpTo(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (cumulated == null) {
            return (double) low / sorted.length;
        }
        return low == 0 ? 0 : cumulated[low - 1] / cumulated[sorted.length - 1];
    }

    public double median() {
        return at(0.5, 7);
    }

    /** Q₃ − Q₁ by definition 7. */
    public double interquartileRange() {
        return at(0.75, 7) - at(0.25, 7);
    }

    /**
     * @param p from 0 to 1
     * @param type 1 to 9, as in the paper and in R
     */
    public double at(double p, int type) {
        double n = cumulated == null ? sorted.length : cumulated[cumulated.length - 1];
        return type <= 3 ? step(n * p, type) : interpolated(n, p, type);
    }

    private double step(double np, int type) {
        double position = type == 3 ? np - 0.5 : np;
        double j = floor(position);
        boolean beyond = position > j + fuzz(position);
        return switch (type) {
            case 1 -> observation(beyond ? j + 1 : j);
            case 2 -> beyond ? observation(j + 1) : between(observation(j), observation(j + 1), 0.5);
            default -> observation(beyond || j % 2 != 0 ? j + 1 : j);
        };
    }

    private double interpolated(double n, double p, int type) {
        double a =
                switch (type) {
                    case 4 -> 0;
                    case 5 -> 0.5;
                    case 6 -> 0;
                    case 7 -> 1;
                    case 8 -> 1.0 / 3;
                    case 9 -> 3.0 / 8;
                    default -> throw new IllegalArgumentException("type " + type);
                };
        double b = type == 4 ? 1 : a;
        double position = a + p * (n + 1 - a - b);
        double j = floor(position);
        double fraction = position - j;
        if (Math.abs(fraction) <= fuzz(position)) {
            fraction = 0;
        }
        return between(observation(j), observation(j + 1), fraction);
    }

    private static double floor(double position) {
        return Math.floor(position + fuzz(position));
    }

    private static double fuzz(double position) {
        return FUZZ * Math.max(1, Math.abs(position));
    }

    /** Neither overflows nor leaves the interval. */
    private static double between(double low, double high, double fraction) {
        return low == high || fraction == 0 ? low : (1 - fraction) * low + fraction * high;
    }

    /** The observation at a position counted from 1, the first or last one beyond the ends. */
    private double observation(double position) {
        if (cumulated == null) {
            return sorted[(int) Math.clamp(position - 1, 0, sorted.length - 1.0)];
        }
        int at = Arrays.binarySearch(cumulated, position);
        int index = at >= 0 ? at : -at - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }
}
