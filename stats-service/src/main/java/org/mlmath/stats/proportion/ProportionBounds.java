package org.mlmath.stats.proportion;

import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.stats.number.Interval;

/**
 * Confidence intervals of a probability, each end with its own probability of lying on the wrong side.
 *
 * <p>Source: L. D. Brown, T. T. Cai and A. DasGupta, Statist. Sci. 16 (2001), 101-133; Wilson's with continuity correction: R. G.
 * Newcombe, Statist. Med. 17 (1998), 857-872.
 */
public final class ProportionBounds {
    private static final Normal STANDARD = new Normal(0, 1);

    private ProportionBounds() {}

    /** Where the z test with the null hypothesis' standard error does not reject. */
    public static Interval wilson(double successes, double trials, double outside) {
        return wilson(successes, trials, outside, 0);
    }

    /** @param shift by how much a count is brought nearer to what is expected, up to ½ */
    static Interval wilson(double successes, double trials, double outside, double shift) {
        double z = STANDARD.quantile(TailProbability.upper(outside));
        double failures = trials - successes;
        double lower = successes <= shift ? 0 : wilsonLower(successes - shift, failures + shift, z);
        double upper = failures <= shift ? 1 : 1 - wilsonLower(failures - shift, successes + shift, z);
        return new Interval(
                z > 0 ? lower : wilsonLower(successes, failures, z),
                z > 0 ? upper : 1 - wilsonLower(failures, successes, z));
    }

    /** The smaller root of n(p̂ − p)² = z²p(1 − p) without cancellation: x²/(n·…) where the usual form would subtract. */
    private static double wilsonLower(double x, double rest, double z) {
        double n = x + rest;
        double square = z * z;
        double root = Math.abs(z) * Math.sqrt(square / 4 + x * (rest / n));
        if (z < 0) {
            return (x + square / 2 + root) / (n + square);
        }
        return x * (x / n) / (x + square / 2 + root);
    }

    /** p̂ ± z·√(p̂(1 − p̂)/n), cut at 0 and 1. */
    public static Interval wald(double successes, double trials, double outside) {
        double z = STANDARD.quantile(TailProbability.upper(outside));
        double p = successes / trials;
        double reach = z * Math.sqrt(p * ((trials - successes) / trials) / trials);
        return new Interval(Math.clamp(p - reach, 0, 1), Math.clamp(p + reach, 0, 1));
    }

    /** Wald's with z²/2 added to successes and failures, cut at 0 and 1. */
    public static Interval agrestiCoull(double successes, double trials, double outside) {
        double z = STANDARD.quantile(TailProbability.upper(outside));
        double n = trials + z * z;
        double p = (successes + z * z / 2) / n;
        double reach = z * Math.sqrt(p * (1 - p) / n);
        return new Interval(Math.clamp(p - reach, 0, 1), Math.clamp(p + reach, 0, 1));
    }

    /** The equal-tailed posterior interval for the prior Beta(½, ½), from 0 where nothing and to 1 where everything succeeded. */
    public static Interval jeffreys(double successes, double trials, double outside) {
        double failures = trials - successes;
        return new Interval(
                successes == 0 ? 0 : beta(successes + 0.5, failures + 0.5, TailProbability.lower(outside)),
                failures == 0 ? 1 : beta(successes + 0.5, failures + 0.5, TailProbability.upper(outside)));
    }

    /** Where neither one-sided exact test rejects. */
    public static Interval clopperPearson(double successes, double trials, double outside) {
        double failures = trials - successes;
        return new Interval(
                successes == 0 ? 0 : beta(successes, failures + 1, TailProbability.lower(outside)),
                failures == 0 ? 1 : beta(successes + 1, failures, TailProbability.upper(outside)));
    }

    /** A quantile of the beta distribution by that of F. */
    private static double beta(double a, double b, TailProbability p) {
        double ratio = a / b * new FisherF(2 * a, 2 * b).quantile(p);
        return ratio < 1 ? ratio / (1 + ratio) : 1 / (1 + 1 / ratio);
    }
}
