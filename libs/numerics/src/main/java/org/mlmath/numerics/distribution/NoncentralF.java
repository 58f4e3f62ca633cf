package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/**
 * The noncentral F distribution, that of a noncentral chi-square variable over an independent central one, each divided by its degrees
 * of freedom: central beta distributions weighted as a Poisson variable with mean λ/2 takes its values. Each tail is computed for itself, to
 * about 1e-12 of its own size. Source: N. L. Johnson, S. Kotz and N. Balakrishnan, <i>Continuous Univariate Distributions</i>, vol.
 * 2, ch. 30.
 */
public final class NoncentralF {
    private static final double LIMIT = 1e14;

    private static final double VAST = 1e18;

    private final double numerator;
    private final double denominator;
    private final double noncentrality;

    /**
     * @param numerator degrees of freedom above the line, > 0
     * @param denominator degrees of freedom below it, > 0
     * @param noncentrality λ ≥ 0; infinite where it overflowed
     */
    public NoncentralF(double numerator, double denominator, double noncentrality) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.noncentrality = noncentrality;
    }

    public Tails tails(double f) {
        if (f <= 0) {
            return Tails.ALL_ABOVE;
        }
        if (noncentrality > VAST * Math.max(1, numerator)) {
            // The root of the numerator is normal around √λ, but for less than rounding does to λ's root: F is a
            // squared noncentral t.
            return Double.isInfinite(noncentrality)
                    ? Tails.ALL_ABOVE
                    : new NoncentralT(denominator, Math.sqrt(noncentrality)).tails(Math.sqrt(numerator * f));
        }
        double ratio = numerator / denominator * f;
        double x = share(ratio);
        double y = share(1 / ratio);
        double mean = 0.5 * noncentrality;
        return Tails.ofLogs(
                PoissonMixture.log(mean, j -> term(j, x, y).logLower()),
                PoissonMixture.log(mean, j -> term(j, x, y).logUpper()));
    }

    private Tails term(double j, double x, double y) {
        double a = 0.5 * numerator + j;
        double b = 0.5 * denominator;
        return IncompleteBeta.tails(
                a, b, x, y, x < y ? IncompleteBeta.excess(a, b, x) : -IncompleteBeta.excess(b, a, y));
    }

    /** r/(1 + r). */
    private static double share(double r) {
        return r < 1 ? r / (1 + r) : 1 / (1 + 1 / r);
    }

    /**
     * The noncentrality at which P(F ≤ f) (or P(F > f)) is p: a bound of a confidence interval for λ; 0 where even the central
     * distribution leaves f further out.
     */
    public static double noncentrality(double numerator, double denominator, double f, TailProbability p) {
        if (numerator * f > LIMIT * Math.max(1, numerator + denominator)) {
            // Beside so large a λ the numerator does not vary: F is λ over a central chi-square variable.
            TailProbability mirrored = TailProbability.ofLog(!p.upper(), p.log());
            return numerator * f * (new ChiSquare(denominator).quantile(mirrored) / denominator);
        }
        double spread = Math.sqrt(1 + numerator * Math.max(f, 0) / denominator);
        return NoncentralityBound.of(
                lambda -> new NoncentralF(numerator, denominator, lambda).tails(f),
                Math.sqrt(numerator * Math.max(f, 0)),
                spread,
                p);
    }
}
