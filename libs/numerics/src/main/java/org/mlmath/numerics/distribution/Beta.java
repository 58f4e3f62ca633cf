package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.DigammaDifference;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/** The beta distribution: P(X ≤ x) = I_x(α, β). */
public final class Beta implements Distribution {
    public static final Family FAMILY = Family.named("beta")
            .title("Beta distribution")
            .parameter(Parameter.positive("alpha", "shape at 0, α > 0", "\\alpha"))
            .parameter(Parameter.positive("beta", "shape at 1, β > 0", "\\beta"))
            .relation("beta", "alpha and beta must not exceed 1e15", p -> Math.max(p[0], p[1]) <= 1e15)
            .support("x \\in [0, 1]")
            .density("\\frac{x^{\\alpha-1}(1-x)^{\\beta-1}}{B(\\alpha,\\beta)}")
            .distributionFunction("I_x(\\alpha,\\beta)")
            .moment("mean", "\\frac{\\alpha}{\\alpha+\\beta}")
            .moment("variance", "\\frac{\\alpha\\beta}{(\\alpha+\\beta)^2(\\alpha+\\beta+1)}")
            .moment(
                    "skewness",
                    "\\frac{2(\\beta-\\alpha)\\sqrt{\\alpha+\\beta+1}}{(\\alpha+\\beta+2)\\sqrt{\\alpha\\beta}}")
            .moment(
                    "excessKurtosis",
                    "\\frac{6[(\\alpha-\\beta)^2(\\alpha+\\beta+1)-\\alpha\\beta(\\alpha+\\beta+2)]}"
                            + "{\\alpha\\beta(\\alpha+\\beta+2)(\\alpha+\\beta+3)}")
            .moment(
                    "entropy",
                    "\\ln B(\\alpha,\\beta)-(\\alpha-1)\\psi(\\alpha)-(\\beta-1)\\psi(\\beta)"
                            + "+(\\alpha+\\beta-2)\\psi(\\alpha+\\beta)")
            .moment("median", "\\text{the } x \\text{ with } I_x(\\alpha,\\beta)=\\tfrac12")
            .moment("mode", "\\frac{\\alpha-1}{\\alpha+\\beta-2}\\quad(\\alpha,\\beta>1)")
            .fitting(
                    ScoreFit.of(
                            0,
                            1,
                            Beta::score,
                            (data, sample) ->
                                    fromMoments(sample.mean(), sample.meanSquareAbout(sample.mean()), new double[] {
                                        Double.NaN, Double.NaN
                                    }),
                            Beta::fromMoments,
                            "No beta distribution has these moments: the variance must be positive and less than mean (1 - mean)."))
            .build(p -> new Beta(p[0], p[1]));

    private final double alpha;
    private final double beta;

    public Beta(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
    }

    @Override
    public Support support() {
        return new Support(0, 1, false);
    }

    @Override
    public double logDensity(double x) {
        if (!(x >= 0 && x <= 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0 || x == 1) {
            double here = x == 0 ? alpha : beta;
            double there = x == 0 ? beta : alpha;
            return here < 1 ? Double.POSITIVE_INFINITY : here == 1 ? Math.log(there) : Double.NEGATIVE_INFINITY;
        }
        double power = IncompleteBeta.logPower(alpha, beta, x, 1 - x, IncompleteBeta.excess(alpha, beta, x));
        return power - Math.log(x) - Math.log1p(-x);
    }

    @Override
    public Tails tails(double x) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        return x >= 1 ? Tails.ALL_BELOW : IncompleteBeta.tails(alpha, beta, x);
    }

    @Override
    public Moments moments() {
        double a = alpha;
        double b = beta;
        double n = a + b;
        double mean = a / n;
        double difference = (a - b) / n;
        double product = mean * (b / n);
        return Moments.of(
                mean,
                product / (n + 1),
                -2 * difference * Math.sqrt(n + 1) / ((n + 2) * Math.sqrt(product)),
                6 * (difference * difference * (n + 1) - product * (n + 2)) / (product * (n + 2) * (n + 3)),
                entropy(),
                quantile(0.5),
                mode());
    }

    /** The closed form with ψ(z) = log z + … and Stirling's formula put in, so that only what remains of them is computed. */
    private double entropy() {
        double n = alpha + beta;
        return GammaRatio.logGammaExcess(alpha)
                + GammaRatio.logGammaExcess(beta)
                - GammaRatio.logGammaExcess(n)
                + (1 - alpha) * DigammaDifference.minusLog(alpha)
                + (1 - beta) * DigammaDifference.minusLog(beta)
                + (n - 2) * DigammaDifference.minusLog(n)
                - Math.log(n);
    }

    /** None where the density is largest at both ends or everywhere. */
    private double mode() {
        if (alpha > 1 && beta > 1) {
            return (alpha - 1) / ((alpha - 1) + (beta - 1));
        }
        if (alpha < 1 && beta < 1 || alpha == 1 && beta == 1) {
            return Double.NaN;
        }
        return alpha <= 1 && beta >= 1 ? 0 : 1;
    }

    @Override
    public double sample(RandomGenerator random) {
        double logA = GammaSampler.logSample(alpha, random);
        double logB = GammaSampler.logSample(beta, random);
        double logRatio = logB - logA;
        return logRatio > 0 ? Math.exp(-logRatio) / (1 + Math.exp(-logRatio)) : 1 / (1 + Math.exp(logRatio));
    }

    @Override
    public double centre() {
        return Math.clamp(alpha / (alpha + beta), Double.MIN_NORMAL, Math.nextDown(1.0));
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        double both = GammaFunctions.digamma(p[0] + p[1]);
        double ofAlpha = both - GammaFunctions.digamma(p[0]);
        double ofBeta = both - GammaFunctions.digamma(p[1]);
        for (double x : data) {
            gradient[0] += Math.log(x) + ofAlpha;
            gradient[1] += Math.log1p(-x) + ofBeta;
        }
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double sum = mean * (1 - mean) / variance - 1;
        double alpha = fixed[0];
        double beta = fixed[1];
        if (Double.isNaN(alpha)) {
            alpha = Double.isNaN(beta) ? mean * sum : beta * mean / (1 - mean);
        }
        return new double[] {alpha, Double.isNaN(beta) ? alpha * (1 - mean) / mean : beta};
    }
}
