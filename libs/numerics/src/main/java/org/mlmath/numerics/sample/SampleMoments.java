package org.mlmath.numerics.sample;

/**
 * Size, mean and central moments of a sample.
 *
 * <p>The mean is carried in two doubles: where it is 1e9 and is compared with 1e9 + 1e-3, one would leave four digits. Central
 * moments are sums over deviations from it, compensated (A. Neumaier, ZAMM 54 (1974), 39-51), with the correction for the mean's own
 * rounding (T. F. Chan, G. H. Golub and R. J. LeVeque, Amer. Statist. 37 (1983), 242-247), on data divided by a power of two near
 * their largest modulus, so that no square over- or underflows.
 */
public final class SampleMoments {
    private final int size;
    private final double weight;
    private final double squaredWeight;
    private final double unit;
    private final double mean;
    private final double meanRest;
    private final double sum;
    private final double second;
    private final double third;
    private final double fourth;

    private SampleMoments(
            int size,
            double weight,
            double squaredWeight,
            double unit,
            double[] mean,
            double second,
            double third,
            double fourth) {
        this.size = size;
        this.weight = weight;
        this.squaredWeight = squaredWeight;
        this.unit = unit;
        this.mean = mean[0];
        this.meanRest = mean[1];
        this.sum = mean[2];
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /** @param data finite, at least one */
    public static SampleMoments of(double[] data) {
        return of(data, null);
    }

    /**
     * @param data finite, at least one
     * @param weights of the observations, not negative and not all 0; null where each counts once
     */
    public static SampleMoments of(double[] data, double[] weights) {
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, Math.abs(x));
        }
        // Exact to multiply and divide by, except that data near the smallest doubles lose what a subnormal cannot
        // hold.
        double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.clamp(Math.getExponent(largest), -1000, 1000));
        CompensatedSum weight = new CompensatedSum();
        CompensatedSum squaredWeight = new CompensatedSum();
        for (int i = 0; i < data.length; i++) {
            double w = weights == null ? 1 : weights[i];
            weight.add(w);
            squaredWeight.add(w * w);
        }
        double total = weight.value();
        double[] mean = mean(data, weights, unit, total);
        CompensatedSum first = new CompensatedSum();
        CompensatedSum second = new CompensatedSum();
        CompensatedSum third = new CompensatedSum();
        CompensatedSum fourth = new CompensatedSum();
        for (int i = 0; i < data.length; i++) {
            double w = weights == null ? 1 : weights[i];
            double deviation = (data[i] / unit - mean[0]) - mean[1];
            double square = deviation * deviation;
            first.add(w * deviation);
            second.add(w * square);
            third.add(w * square * deviation);
            fourth.add(w * square * square);
        }
        return new SampleMoments(
                data.length,
                total,
                squaredWeight.value(),
                unit,
                mean,
                Math.max(0, second.value() - first.value() * first.value() / total),
                third.value(),
                fourth.value());
    }

    private static double[] mean(double[] data, double[] weights, double unit, double total) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < data.length; i++) {
            double x = data[i] / unit;
            if (weights == null) {
                sum.add(x);
            } else {
                double product = weights[i] * x;
                sum.add(product);
                sum.add(Math.fma(weights[i], x, -product));
            }
        }
        double mean = sum.value() / total;
        double rest = (Math.fma(-mean, total, sum.high()) + sum.low()) / total;
        return new double[] {mean, rest, sum.value()};
    }

    public int size() {
        return size;
    }

    /** W = Σw, the number of observations where each counts once. */
    public double weight() {
        return weight;
    }

    /** Σw². */
    public double squaredWeight() {
        return squaredWeight;
    }

    /** Σwx; infinite where it overflows. */
    public double sum() {
        return sum * unit;
    }

    public double mean() {
        return (mean + meanRest) * unit;
    }

    /** x minus the mean, to its own relative accuracy. */
    public double deviation(double x) {
        return ((x / unit - mean) - meanRest) * unit;
    }

    /** The mean minus c, to its own relative accuracy. */
    public double meanMinus(double c) {
        return ((mean - c / unit) + meanRest) * unit;
    }

    /** This mean minus another's, to its own relative accuracy. */
    public double meanMinus(SampleMoments other) {
        if (unit == other.unit) {
            return ((mean - other.mean) + (meanRest - other.meanRest)) * unit;
        }
        double ratio = other.unit / unit;
        return ((mean - other.mean * ratio) + (meanRest - other.meanRest * ratio)) * unit;
    }

    /** √(Σ(x − mean)² / (n − 1)); NaN for one observation. */
    public double standardDeviation() {
        return standardDeviation(weight - 1);
    }

    /** √(Σw(x − mean)² / divisor); NaN where the divisor is not positive. */
    public double standardDeviation(double divisor) {
        return divisor > 0 ? Math.sqrt(second / divisor) * unit : Double.NaN;
    }

    /** Σw(x − mean)² / divisor; NaN where the divisor is not positive. */
    public double variance(double divisor) {
        return divisor > 0 ? second / divisor * unit * unit : Double.NaN;
    }

    /** g₁ = m₃ / m₂^{3/2}; NaN where all observations are equal. */
    public double skewness() {
        return second > 0 ? third / weight / Math.pow(second / weight, 1.5) : Double.NaN;
    }

    /** g₂ = m₄ / m₂² − 3; NaN where all observations are equal. */
    public double excessKurtosis() {
        return second > 0 ? fourth / second * (weight / second) - 3 : Double.NaN;
    }
}
