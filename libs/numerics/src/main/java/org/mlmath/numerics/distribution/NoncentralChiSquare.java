package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.IncompleteGamma;
import org.mlmath.numerics.special.Tails;

/**
 * The noncentral chi-square distribution, that of a sum of squares of ν normal variables with variance 1 whose means' squares add up
 * to λ: the central ones with ν + 2j degrees of freedom, weighted as a Poisson variable with mean λ/2 takes the values j. Each tail is
 * computed for itself, to about 1e-12 of its own size. Source: N. L. Johnson, S. Kotz and N. Balakrishnan, <i>Continuous Univariate
 * Distributions</i>, vol. 2, ch. 29.
 */
public final class NoncentralChiSquare {
    private static final double LIMIT = 1e14;

    private static final double VAST = 1e18;

    private final double degreesOfFreedom;
    private final double noncentrality;

    /**
     * @param degreesOfFreedom ν > 0
     * @param noncentrality λ ≥ 0; infinite where it overflowed
     */
    public NoncentralChiSquare(double degreesOfFreedom, double noncentrality) {
        this.degreesOfFreedom = degreesOfFreedom;
        this.noncentrality = noncentrality;
    }

    public Tails tails(double x) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        if (noncentrality > VAST * Math.max(1, degreesOfFreedom)) {
            // √X is normal around √λ, but for less than the rounding of x and λ does to the difference of their roots.
            return Double.isInfinite(noncentrality)
                    ? Tails.ALL_ABOVE
                    : Normal.standardTails(Math.sqrt(x) - Math.sqrt(noncentrality));
        }
        double shape = 0.5 * degreesOfFreedom;
        double mean = 0.5 * noncentrality;
        return Tails.ofLogs(
                PoissonMixture.log(
                        mean, j -> IncompleteGamma.tails(shape + j, 0.5 * x).logLower()),
                PoissonMixture.log(
                        mean, j -> IncompleteGamma.tails(shape + j, 0.5 * x).logUpper()));
    }

    /**
     * The noncentrality at which P(X ≤ x) (or P(X > x)) is p: a bound of a confidence interval for λ; 0 where even the central
     * distribution leaves x further out.
     */
    public static double noncentrality(double degreesOfFreedom, double x, TailProbability p) {
        if (x > LIMIT * Math.max(1, degreesOfFreedom)) {
            // √X is normal around √λ, to far less than a rounding error of it.
            double root = Math.sqrt(x) - Normal.standardQuantile(p);
            return root * root;
        }
        return NoncentralityBound.of(
                lambda -> new NoncentralChiSquare(degreesOfFreedom, lambda).tails(x), Math.sqrt(Math.max(0, x)), 1, p);
    }
}
