package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.Tails;

/**
 * The beta-binomial distribution: binomial with a probability that is a beta variable. Its probability is a quotient of three
 * negative binomial ones, with α, β and α + β successes and any probability, here (α + β)/(n + α + β), near which none of them is small; a tail
 * is the sum of its probabilities.
 */
public final class BetaBinomial implements Distribution {
    public static final Family FAMILY = Family.named("beta-binomial")
            .title("Beta-binomial distribution")
            .parameter(Parameter.count("trials", "number of trials n", "n"))
            .parameter(Parameter.positive("alpha", "shape α > 0 of the probability's beta distribution", "\\alpha"))
            .parameter(Parameter.positive("beta", "shape β > 0 of the probability's beta distribution", "\\beta"))
            .relation("beta", "alpha and beta must not exceed 1e15", p -> Math.max(p[1], p[2]) <= 1e15)
            .discrete()
            .support("k \\in \\{0, 1, \\dots, n\\}")
            .density("\\binom{n}{k}\\frac{B(k+\\alpha,\\,n-k+\\beta)}{B(\\alpha,\\beta)}")
            .distributionFunction("\\sum_{j\\le k}P(j)")
            .moment("mean", "\\frac{n\\alpha}{\\alpha+\\beta}")
            .moment("variance", "\\frac{n\\alpha\\beta(\\alpha+\\beta+n)}{(\\alpha+\\beta)^2(\\alpha+\\beta+1)}")
            .moment(
                    "skewness",
                    "\\frac{(s+2n)(\\beta-\\alpha)}{s+2}\\sqrt{\\frac{1+s}{n\\alpha\\beta(n+s)}},\\ s=\\alpha+\\beta")
            .moment(
                    "excessKurtosis",
                    "\\frac{(1+s)s^2[s(s-1+6n)+6n^2]-6\\alpha\\beta[s^3+(5n+1)s^2+n(5n+6)s+6n^2]}"
                            + "{n\\alpha\\beta(s+2)(s+3)(s+n)},\\ s=\\alpha+\\beta")
            .moment("entropy", "-\\sum_k P(k)\\ln P(k)")
            .moment("median", "\\min\\{k : F(k)\\ge\\tfrac12\\}")
            .moment(
                    "mode",
                    "\\left\\lfloor\\frac{(n+1)(\\alpha-1)}{\\alpha+\\beta-2}\\right\\rfloor\\quad(\\alpha,\\beta>1)")
            .fitting(BetaBinomial::fit)
            .build(p -> new BetaBinomial(p[0], p[1], p[2]));

    /** A lower tail above this leaves too few digits of its complement. */
    private static final double MOSTLY = 0.9;

    private final double trials;
    private final double alpha;
    private final double beta;
    private final NegativeBinomial ofSuccesses;
    private final NegativeBinomial ofFailures;
    private final double logOfAll;
    private final double standardDeviation;
    private final Support support;

    public BetaBinomial(double trials, double alpha, double beta) {
        this.trials = trials;
        this.alpha = alpha;
        this.beta = beta;
        double sum = alpha + beta;
        double share = sum / (trials + sum);
        this.ofSuccesses = new NegativeBinomial(alpha, share);
        this.ofFailures = new NegativeBinomial(beta, share);
        this.logOfAll = new NegativeBinomial(sum, share).continuedLogDensity(trials);
        this.support = new Support(0, trials, true);
        this.standardDeviation = Math.sqrt(variance());
    }

    private double variance() {
        double sum = alpha + beta;
        return trials * (alpha / sum) * (beta / sum) * ((sum + trials) / (sum + 1));
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
        return trials == 0
                ? 0
                : ofSuccesses.continuedLogDensity(k) + ofFailures.continuedLogDensity(trials - k) - logOfAll;
    }

    /** P(k + 1)/P(k). */
    private double quotient(double k) {
        return (trials - k) / (k + 1) * ((k + alpha) / (trials - k - 1 + beta));
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        if (k < 0) {
            return Tails.ALL_ABOVE;
        }
        if (k >= trials) {
            return Tails.ALL_BELOW;
        }
        boolean below = k < trials * (alpha / (alpha + beta));
        double log = below ? logSum(k, false) : logSum(k + 1, true);
        Tails tails = Math.exp(log) <= MOSTLY
                ? Tails.ofLogLower(log)
                : Tails.ofLogs(log, below ? logSum(k + 1, true) : logSum(k, false));
        return below ? tails : tails.mirrored();
    }

    private double logSum(double k, boolean upwards) {
        boolean falling = alpha >= 1 && beta >= 1 && (quotient(k) <= 1) == upwards;
        return LatticeSum.log(
                this::continuedLogDensity, this::quotient, k, upwards, support, standardDeviation, trials, falling);
    }

    @Override
    public Moments moments() {
        double n = trials;
        double s = alpha + beta;
        double variance = variance();
        double p = alpha / s;
        double q = beta / s;
        double skewness = variance > 0
                ? (s + 2 * n) / (s + 2) * (q - p) * Math.sqrt((1 + s) / (n * p * q * (n + s)))
                : Double.NaN;
        // Divided by s² throughout, so that only αβ/s² = pq is left.
        double above = (1 + s) * (s * (s - 1 + 6 * n) + 6 * n * n)
                - 6 * p * q * (((s + 5 * n + 1) * s + n * (5 * n + 6)) * s + 6 * n * n);
        double kurtosis = variance > 0 ? above / (n * p * q * (s + 2) * (s + 3) * (s + n)) : Double.NaN;
        return Moments.of(
                n * p,
                variance,
                skewness,
                kurtosis,
                DiscreteEntropy.of(this, this::continuedLogDensity, variance, skewness, kurtosis),
                quantile(0.5),
                mode());
    }

    /** None where both ends are most likely, or all values are. */
    private double mode() {
        if (trials == 0) {
            return 0;
        }
        if (alpha > 1 && beta > 1) {
            return Math.min(trials, Math.floor((trials + 1) * ((alpha - 1) / ((alpha - 1) + (beta - 1)))));
        }
        if (alpha == beta) {
            return Double.NaN;
        }
        return alpha < beta ? 0 : trials;
    }

    @Override
    public double sample(RandomGenerator random) {
        double logOdds = GammaSampler.logSample(beta, random) - GammaSampler.logSample(alpha, random);
        double less = Math.exp(-Math.abs(logOdds));
        double smaller = BinomialSampler.sample(trials, less / (1 + less), random);
        return logOdds > 0 ? smaller : trials - smaller;
    }

    @Override
    public double centre() {
        return Math.rint(trials * (alpha / (alpha + beta)));
    }

    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        double n = fixed[0];
        if (Double.isNaN(n)) {
            throw new InvalidParameterException("The number of trials is not estimated: fix trials.")
                    .at("/fixed/trials");
        }
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, n, false);
        if (n < 2 && Double.isNaN(fixed[1]) && Double.isNaN(fixed[2])) {
            throw new InvalidParameterException("With fewer than 2 trials the data cannot tell alpha from beta.")
                    .at("/fixed/trials");
        }
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fixed),
                    fixed,
                    "No beta-binomial distribution has these moments: the variance must exceed the binomial one.");
        }
        double[] start = fromMoments(sample.mean(), sample.meanSquareAbout(sample.mean()), fixed);
        boolean usable = start[1] > 0 && start[2] > 0 && start[1] < 1e6 && start[2] < 1e6;
        return LikelihoodFit.fit(
                family, data, BetaBinomial::score, usable ? start : new double[] {n, 1, 1}, fixed, deadline);
    }

    /** With m = mean/n: the variance n m(1 − m)(s + n)/(s + 1) solved for s = α + β. */
    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double n = fixed[0];
        double m = mean / n;
        double inflation = variance / (n * m * (1 - m));
        double alpha = fixed[1];
        double beta = fixed[2];
        if (Double.isNaN(alpha)) {
            alpha = Double.isNaN(beta) ? m * (n - inflation) / (inflation - 1) : beta * m / (1 - m);
        }
        return new double[] {n, alpha, Double.isNaN(beta) ? alpha * (1 - m) / m : beta};
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        double n = p[0];
        double all = GammaFunctions.digamma(p[1] + p[2]) - GammaFunctions.digamma(n + p[1] + p[2]);
        double ofAlpha = all - GammaFunctions.digamma(p[1]);
        double ofBeta = all - GammaFunctions.digamma(p[2]);
        for (double k : data) {
            gradient[1] += GammaFunctions.digamma(k + p[1]) + ofAlpha;
            gradient[2] += GammaFunctions.digamma(n - k + p[2]) + ofBeta;
        }
    }
}
