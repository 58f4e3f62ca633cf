package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/**
 * The negative binomial distribution: failures before the r-th success, r being any positive number. P(X ≤ k) = I_p(r, k + 1), with the
 * same saddle-point form and care for the distance of p from the mean as {@link Binomial}.
 */
public final class NegativeBinomial implements Distribution {
    public static final Family FAMILY = Family.named("negative-binomial")
            .title("Negative binomial distribution (counts failures)")
            .parameter(Parameter.positive("successes", "number of successes r > 0, not necessarily an integer", "r"))
            .parameter(Parameter.of(
                    "probability",
                    "probability p > 0 of success in each trial",
                    "p",
                    Parameter.Domain.POSITIVE_PROBABILITY))
            .relation("successes", "successes must not exceed 1e15", p -> p[0] <= 1e15)
            .discrete()
            .support("k \\in \\{0, 1, \\dots\\}")
            .density("\\frac{\\Gamma(k+r)}{k!\\,\\Gamma(r)}p^r(1-p)^k")
            .distributionFunction("I_p(r,\\,\\lfloor k\\rfloor+1)")
            .moment("mean", "\\frac{r(1-p)}{p}")
            .moment("variance", "\\frac{r(1-p)}{p^2}")
            .moment("skewness", "\\frac{2-p}{\\sqrt{r(1-p)}}")
            .moment("excessKurtosis", "\\frac6r+\\frac{p^2}{r(1-p)}")
            .moment("entropy", "-\\sum_k P(k)\\ln P(k)")
            .moment("median", "\\min\\{k : F(k)\\ge\\tfrac12\\}")
            .moment("mode", "\\left\\lfloor\\frac{(r-1)(1-p)}{p}\\right\\rfloor\\quad(r>1;\\ 0\\text{ for }r\\le1)")
            .fitting(NegativeBinomialFit::fit)
            .build(p -> new NegativeBinomial(p[0], p[1]));

    private final double successes;
    private final double probability;

    public NegativeBinomial(double successes, double probability) {
        this.successes = successes;
        this.probability = probability;
    }

    @Override
    public Support support() {
        return new Support(0, probability == 1 ? 0 : Double.POSITIVE_INFINITY, true);
    }

    @Override
    public double logDensity(double k) {
        return support().contains(k) && k < Double.POSITIVE_INFINITY
                ? continuedLogDensity(k)
                : Double.NEGATIVE_INFINITY;
    }

    /** The logarithm of the probability for any real k ≥ 0. */
    double continuedLogDensity(double k) {
        if (k == 0) {
            return successes * Math.log(probability) + 0.0; // never -0
        }
        // x^a y^b / B(a, b) = k · Γ(k + r)/(k! Γ(r)) · p^r (1 − p)^k with a = r, b = k.
        double d = IncompleteBeta.excess(successes, k, probability);
        return IncompleteBeta.logPower(successes, k, probability, 1 - probability, d) - Math.log(k);
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        if (k < 0) {
            return Tails.ALL_ABOVE;
        }
        if (probability == 1 || k == Double.POSITIVE_INFINITY) {
            return Tails.ALL_BELOW;
        }
        return IncompleteBeta.tails(successes, k + 1, probability);
    }

    @Override
    public Moments moments() {
        double r = successes;
        double p = probability;
        double q = 1 - p;
        double mean = r * (q / p);
        double variance = mean / p;
        double skewness = q > 0 ? (2 - p) / Math.sqrt(r * q) : Double.NaN;
        double kurtosis = q > 0 ? 6 / r + p * p / (r * q) : Double.NaN;
        return Moments.of(
                mean,
                variance,
                skewness,
                kurtosis,
                DiscreteEntropy.of(this, this::continuedLogDensity, variance, skewness, kurtosis),
                quantile(0.5),
                r > 1 ? Math.floor((r - 1) * (q / p)) : 0);
    }

    /** A Poisson variable whose mean is a gamma variable. */
    @Override
    public double sample(RandomGenerator random) {
        double logOdds = Math.log1p(-probability) - Math.log(probability);
        return PoissonSampler.sample(Math.exp(GammaSampler.logSample(successes, random) + logOdds), random);
    }

    @Override
    public double centre() {
        return Math.min(Math.rint(successes * ((1 - probability) / probability)), Double.MAX_VALUE);
    }
}
