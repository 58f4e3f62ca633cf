package org.mlmath.numerics.bayes;

/**
 * The joint distribution of a normal population's mean μ and variance σ²: σ² is inverse gamma with shape α and scale β, and given it μ is
 * normal with mean m and variance σ²/κ. Improper members, with κ = 0, β = 0 or α ≤ 0, serve as priors: p(μ, σ²) ∝ σ^{−2} has
 * α = −½, β = κ = 0.
 *
 * <p>Source: K. P. Murphy, <i>Conjugate Bayesian analysis of the Gaussian distribution</i>, 2007, section 6.
 */
public record NormalInverseGamma(double mean, double kappa, double shape, double scale) {
    /** p(μ, σ²) ∝ 1/σ². */
    public static final NormalInverseGamma REFERENCE = new NormalInverseGamma(0, 0, -0.5, 0);

    /**
     * With n observations more.
     *
     * @param sampleMean of the observations
     * @param standardDeviation with divisor n − 1; 0 for one observation
     */
    public NormalInverseGamma updated(double n, double sampleMean, double standardDeviation) {
        if (n == 0) {
            return this;
        }
        double total = kappa + n;
        double shift = sampleMean - mean;
        double between = kappa == 0 ? 0 : kappa * (n / total) * shift * shift;
        return new NormalInverseGamma(
                kappa == 0 ? sampleMean : mean + shift * (n / total),
                total,
                shape + 0.5 * n,
                scale + 0.5 * ((n - 1) * standardDeviation * standardDeviation + between));
    }

    /** Whether it is a probability distribution. */
    public boolean isProper() {
        return kappa > 0 && shape > 0 && scale > 0;
    }

    /** The distribution of μ alone: t with 2α degrees of freedom. */
    public StudentComparison.Mean marginalMean() {
        return new StudentComparison.Mean(2 * shape, mean, Math.sqrt(scale / shape / kappa));
    }

    /** The distribution of one more observation: t with 2α degrees of freedom. */
    public StudentComparison.Mean predictive() {
        return new StudentComparison.Mean(2 * shape, mean, Math.sqrt(scale / shape * (1 + 1 / kappa)));
    }
}
