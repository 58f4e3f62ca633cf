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
    private final double unit;
    private final double mean;
    private final double meanRest;
    private final double second;
    private final double third;
    private final double fourth;

    private SampleMoments(int size, double unit, double[] mean, double second, double third, double fourth) {
        this.size = size;
        this.unit = unit;
        this.mean = mean[0];
        this.meanRest = mean[1];
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /** @param data finite, at least one */
    public static SampleMoments of(double[] data) {
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, Math.abs(x));
        }
        // Exact to multiply and divide by, except that data near the smallest doubles lose what a subnormal cannot
        // hold.
        double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.clamp(Math.getExponent(largest), -1000, 1000));
        double[] mean = mean(data, unit);
        double n = data.length;
        double first = 0;
        CompensatedSum second = new CompensatedSum();
        CompensatedSum third = new CompensatedSum();
        CompensatedSum fourth = new CompensatedSum();
        for (double x : data) {
            double deviation = (x / unit - mean[0]) - mean[1];
            double square = deviation * deviation;
            first += deviation;
            second.add(square);
            third.add(square * deviation);
            fourth.add(square * square);
        }
        return new SampleMoments(
                data.length,
                unit,
                mean,
                Math.max(0, second.value() - first * first / n),
                third.value(),
                fourth.value());
    }

    private static double[] mean(double[] data, double unit) {
        CompensatedSum sum = new CompensatedSum();
        for (double x : data) {
            sum.add(x / unit);
        }
        double n = data.length;
        double mean = sum.value() / n;
        double rest = (Math.fma(-mean, n, sum.high()) + sum.low()) / n;
        return new double[] {mean, rest};
    }

    public int size() {
        return size;
    }

    public double mean() {
        return (mean + meanRest) * unit;
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
        return size > 1 ? Math.sqrt(second / (size - 1)) * unit : Double.NaN;
    }

    /** g₁ = m₃ / m₂^{3/2}; NaN where all observations are equal. */
    public double skewness() {
        return second > 0 ? third / size / Math.pow(second / size, 1.5) : Double.NaN;
    }

    /** g₂ = m₄ / m₂² − 3; NaN where all observations are equal. */
    public double excessKurtosis() {
        return second > 0 ? fourth / second * (size / second) - 3 : Double.NaN;
    }
}
