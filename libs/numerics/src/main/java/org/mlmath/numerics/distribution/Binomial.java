package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/**
 * The binomial distribution. The probability is Loader's saddle-point form, P(X ≤ k) = I_{1−p}(n − k, k + 1), with the distance of p from
 * k/n in twice the working precision, so that 10^15 trials cost no digits.
 */
public final class Binomial implements Distribution {
    public static final Family FAMILY = Family.named("binomial")
            .title("Binomial distribution")
            .parameter(Parameter.count("trials", "number of independent trials n", "n"))
            .parameter(Parameter.probability("probability", "probability of success p in each", "p"))
            .discrete()
            .support("k \\in \\{0, 1, \\dots, n\\}")
            .density("\\binom{n}{k}p^k(1-p)^{n-k}")
            .distributionFunction("I_{1-p}(n-\\lfloor k\\rfloor,\\,\\lfloor k\\rfloor+1)")
            .moment("mean", "np")
            .moment("variance", "np(1-p)")
            .moment("skewness", "\\frac{1-2p}{\\sqrt{np(1-p)}}")
            .moment("excessKurtosis", "\\frac{1-6p(1-p)}{np(1-p)}")
            .moment("entropy", "-\\sum_k P(k)\\ln P(k)")
            .moment("median", "\\min\\{k : F(k)\\ge\\tfrac12\\}")
            .moment("mode", "\\lfloor (n+1)p\\rfloor")
            .fitting(BinomialFit::fit)
            .build(p -> new Binomial(p[0], p[1]));

    private static final double MOST_SUMMED = 1e5;

    private final double trials;
    private final double probability;

    public Binomial(double trials, double probability) {
        this.trials = trials;
        this.probability = probability;
    }

    @Override
    public Support support() {
        return new Support(probability == 1 ? trials : 0, probability == 0 ? 0 : trials, true);
    }

    @Override
    public double logDensity(double k) {
        return support().contains(k) ? continuedLogDensity(k) : Double.NEGATIVE_INFINITY;
    }

    /** The logarithm of the probability for any real k from 0 to the number of trials. */
    double continuedLogDensity(double k) {
        if (k == 0) {
            return trials == 0 ? 0 : trials * Math.log1p(-probability);
        }
        if (k == trials) {
            return trials * Math.log(probability);
        }
        // x^a y^b / B(a, b) = (ab/n) · C(n, k) p^k q^{n−k} with a = k, b = n − k.
        double rest = trials - k;
        double d = IncompleteBeta.excess(k, rest, probability);
        return IncompleteBeta.logPower(k, rest, probability, 1 - probability, d)
                - Math.log(k)
                - Math.log(rest / trials);
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        if (k < 0) {
            return Tails.ALL_ABOVE;
        }
        if (k >= trials || probability == 0) {
            return Tails.ALL_BELOW;
        }
        if (probability == 1) {
            return Tails.ALL_ABOVE;
        }
        double d = IncompleteBeta.excess(k + 1, trials - k, probability);
        return IncompleteBeta.tails(k + 1, trials - k, probability, 1 - probability, d)
                .mirrored();
    }

    @Override
    public Moments moments() {
        double p = probability;
        double q = 1 - p;
        double variance = trials * p * q;
        return Moments.of(
                trials * p,
                variance,
                variance > 0 ? (q - p) / Math.sqrt(variance) : Double.NaN,
                variance > 0 ? (1 - 6 * p * q) / variance : Double.NaN,
                entropy(variance),
                quantile(0.5),
                Math.min(trials, Math.floor(Math.fma(trials, p, p))));
    }

    /** The sum itself up to a variance of 1e5; beyond, the expansion about a normal variable's. */
    private double entropy(double variance) {
        if (variance == 0) {
            return 0;
        }
        if (variance > MOST_SUMMED) {
            double squaredSkewness = (1 - 2 * probability) * (1 - 2 * probability) / variance;
            double kurtosis = (1 - 6 * probability * (1 - probability)) / variance;
            return DiscreteEntropy.ofNearlyNormal(variance, squaredSkewness, kurtosis);
        }
        double mean = trials * probability;
        double reach = 40 * Math.sqrt(variance) + 60;
        double last = Math.min(trials, Math.ceil(mean + reach));
        double sum = 0;
        for (double k = Math.max(0, Math.floor(mean - reach)); k <= last; k++) {
            double log = logDensity(k);
            sum -= log > -745 ? Math.exp(log) * log : 0;
        }
        return sum;
    }

    @Override
    public double sample(RandomGenerator random) {
        return probability <= 0.5
                ? BinomialSampler.sample(trials, probability, random)
                : trials - BinomialSampler.sample(trials, 1 - probability, random);
    }

    @Override
    public double centre() {
        return Math.rint(trials * probability);
    }
}
