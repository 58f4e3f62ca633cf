package org.mlmath.numerics.resampling;

import java.util.Arrays;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.ErrorFunctions;

/**
 * Confidence intervals from a bootstrap distribution (A. C. Davison and D. V. Hinkley, <i>Bootstrap Methods and their Application</i>,
 * ch. 5). Quantiles of the distribution are of type 7, as SciPy's.
 *
 * @param defined false where the method has no interval for these values and the percentile interval stands in its place
 */
public record BootstrapInterval(double lower, double upper, boolean defined) {
    private static final Normal STANDARD = new Normal(0, 1);

    /** Between the quantiles of the distribution. */
    public static BootstrapInterval percentile(double[] sorted, double level) {
        double outside = 0.5 * (1 - level);
        return new BootstrapInterval(quantile(sorted, outside), quantile(sorted, 1 - outside), true);
    }

    /** The percentile interval mirrored at the estimate. */
    public static BootstrapInterval basic(double[] sorted, double estimate, double level) {
        BootstrapInterval percentile = percentile(sorted, level);
        return new BootstrapInterval(2 * estimate - percentile.upper, 2 * estimate - percentile.lower, true);
    }

    /**
     * Bias-corrected and accelerated (B. Efron, J. Amer. Statist. Assoc. 82 (1987), 171-185): percentiles moved by the median bias z₀
     * of the distribution and the rate a at which the standard error changes with the parameter.
     */
    public static BootstrapInterval accelerated(double[] sorted, double estimate, double acceleration, double level) {
        double below = 0;
        for (double value : sorted) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        double share = below / sorted.length;
        double bias = STANDARD.quantile(share);
        double reach = STANDARD.quantile(TailProbability.upper(0.5 * (1 - level)));
        double lower = moved(bias, -reach, acceleration);
        double upper = moved(bias, reach, acceleration);
        boolean defined = share > 0
                && share < 1
                && Double.isFinite(acceleration)
                && acceleration * (bias + reach) < 1
                && acceleration * (bias - reach) < 1;
        return defined
                ? new BootstrapInterval(quantile(sorted, lower), quantile(sorted, upper), true)
                : undefined(sorted, level);
    }

    private static double moved(double bias, double z, double acceleration) {
        return ErrorFunctions.normalProbability(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /**
     * The estimate less the quantiles of t = (θ* − θ̂)/se*, times its standard error.
     *
     * @param statistics t on the resamples, ascending
     */
    public static BootstrapInterval studentized(
            double[] statistics, double estimate, double standardError, double level) {
        double outside = 0.5 * (1 - level);
        return new BootstrapInterval(
                estimate - quantile(statistics, 1 - outside) * standardError,
                estimate - quantile(statistics, outside) * standardError,
                true);
    }

    private static BootstrapInterval undefined(double[] sorted, double level) {
        BootstrapInterval percentile = percentile(sorted, level);
        return new BootstrapInterval(percentile.lower, percentile.upper, false);
    }

    private static double quantile(double[] sorted, double p) {
        double position = (sorted.length - 1) * p;
        int k = Math.clamp((int) Math.floor(position), 0, sorted.length - 1);
        double lower = sorted[k];
        double upper = sorted[Math.min(k + 1, sorted.length - 1)];
        return lower == upper ? lower : lower + (position - k) * (upper - lower);
    }

    /** The values in ascending order, undefined and infinite ones left out. */
    public static double[] ascending(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
