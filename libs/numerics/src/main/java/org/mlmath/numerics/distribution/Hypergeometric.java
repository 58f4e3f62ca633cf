package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.Tails;

/**
 * The hypergeometric distribution: successes among n draws without replacement. Its probability is a quotient of three binomial ones,
 * b(k; K, p)·b(n − k; N − K, p)/b(n; N, p) for any p, here n/N, near which none of them is small (Loader's form, as R does it); a tail
 * is the sum of its probabilities.
 */
public final class Hypergeometric implements Distribution {
    public static final Family FAMILY = Family.named("hypergeometric")
            .title("Hypergeometric distribution")
            .parameter(Parameter.count("population", "size N of the population", "N"))
            .parameter(Parameter.count("successes", "number of successes in the population, K ≤ N", "K"))
            .parameter(Parameter.count("draws", "number of draws without replacement, n ≤ N", "n"))
            .relation("successes", "successes cannot exceed population", p -> p[1] <= p[0])
            .relation("draws", "draws cannot exceed population", p -> p[2] <= p[0])
            .discrete()
            .support("k \\in \\{\\max(0, n+K-N), \\dots, \\min(n, K)\\}")
            .density("\\frac{\\binom{K}{k}\\binom{N-K}{n-k}}{\\binom{N}{n}}")
            .distributionFunction("\\sum_{j\\le k}P(j)")
            .moment("mean", "\\frac{nK}{N}")
            .moment("variance", "n\\frac{K}{N}\\frac{N-K}{N}\\frac{N-n}{N-1}")
            .moment("skewness", "\\frac{(N-2K)(N-2n)\\sqrt{N-1}}{(N-2)\\sqrt{nK(N-K)(N-n)}}")
            .moment(
                    "excessKurtosis",
                    "\\frac{(N-1)N^2[N(N+1)-6K(N-K)-6n(N-n)]+6nK(N-K)(N-n)(5N-6)}{nK(N-K)(N-n)(N-2)(N-3)}")
            .moment("entropy", "-\\sum_k P(k)\\ln P(k)")
            .moment("median", "\\min\\{k : F(k)\\ge\\tfrac12\\}")
            .moment("mode", "\\left\\lfloor\\frac{(n+1)(K+1)}{N+2}\\right\\rfloor")
            .fitting(HypergeometricFit::fit)
            .build(p -> new Hypergeometric(p[0], p[1], p[2]));

    private final double population;
    private final double successes;
    private final double draws;
    private final Support support;
    private final Binomial amongSuccesses;
    private final Binomial amongFailures;
    private final double logOfAll;
    private final double standardDeviation;

    public Hypergeometric(double population, double successes, double draws) {
        this.population = population;
        this.successes = successes;
        this.draws = draws;
        this.support = new Support(Math.max(0, draws - (population - successes)), Math.min(draws, successes), true);
        double share = population == 0 ? 0 : draws / population;
        this.amongSuccesses = new Binomial(successes, share);
        this.amongFailures = new Binomial(population - successes, share);
        this.logOfAll = new Binomial(population, share).continuedLogDensity(draws);
        this.standardDeviation = Math.sqrt(variance());
    }

    private double variance() {
        return population > 1
                ? draws
                        * (successes / population)
                        * ((population - successes) / population)
                        * ((population - draws) / (population - 1))
                : 0;
    }

    @Override
    public Support support() {
        return support;
    }

    @Override
    public double logDensity(double k) {
        return support.contains(k) ? continuedLogDensity(k) : Double.NEGATIVE_INFINITY;
    }

    private double continuedLogDensity(double k) {
        return support.lower() == support.upper()
                ? 0
                : amongSuccesses.continuedLogDensity(k) + amongFailures.continuedLogDensity(draws - k) - logOfAll;
    }

    /** P(k + 1)/P(k). */
    private double quotient(double k) {
        return (successes - k) / (k + 1) * ((draws - k) / (population - successes - draws + k + 1));
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        if (k < support.lower()) {
            return Tails.ALL_ABOVE;
        }
        if (k >= support.upper()) {
            return Tails.ALL_BELOW;
        }
        return k < centre()
                ? Tails.ofLogLower(logSum(k, false))
                : Tails.ofLogLower(logSum(k + 1, true)).mirrored();
    }

    private double logSum(double k, boolean upwards) {
        return LatticeSum.log(
                this::continuedLogDensity, this::quotient, k, upwards, support, standardDeviation, population, true);
    }

    @Override
    public Moments moments() {
        double variance = variance();
        double skewness = Double.NaN;
        double kurtosis = Double.NaN;
        if (variance > 0 && population > 3) {
            double n = population;
            // Numbers as shares of the population, so that N⁵ does not overflow and 1e9 keeps its digits.
            double p = successes / n;
            double f = draws / n;
            double inside = p * (1 - p);
            double drawn = f * (1 - f);
            skewness = (1 - 2 * p) * (1 - 2 * f) * Math.sqrt((n - 1) / (inside * drawn)) / (n - 2);
            kurtosis = ((n - 1) * (1 + 1 / n - 6 * inside - 6 * drawn) / (inside * drawn) + 6 * (5 * n - 6))
                    / ((n - 2) * (n - 3));
        } else if (variance > 0) {
            // Two or three in all: the value is one of two, as for a single trial.
            double p = draws * successes / population - support.lower();
            skewness = (1 - 2 * p) / Math.sqrt(p * (1 - p));
            kurtosis = (1 - 6 * p * (1 - p)) / (p * (1 - p));
        }
        return Moments.of(
                population > 0 ? draws * (successes / population) : 0,
                variance,
                skewness,
                kurtosis,
                DiscreteEntropy.of(this, this::continuedLogDensity, variance, skewness, kurtosis),
                quantile(0.5),
                mode());
    }

    double mode() {
        double mode = Math.floor((draws + 1) * ((successes + 1) / (population + 2)));
        return Math.clamp(mode, support.lower(), support.upper());
    }

    @Override
    public double sample(RandomGenerator random) {
        return LogConcaveSampler.sample(this, mode(), random);
    }

    @Override
    public double centre() {
        return population == 0
                ? 0
                : Math.clamp(Math.rint(draws * (successes / population)), support.lower(), support.upper());
    }
}
