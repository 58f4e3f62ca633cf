package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.DigammaDifference;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/**
 * Fisher's F distribution. With r = d₁f/d₂, P(F ≤ f) = I_x(d₁/2, d₂/2) at x = r/(1 + r), whose distance from its mean is
 * (d₁/2)(1 − f)/(1 + r): exact near f = 1 whatever the degrees of freedom.
 */
public final class FisherF implements Distribution {
    public static final Family FAMILY = Family.named("f")
            .title("Fisher's F distribution")
            .parameter(
                    Parameter.positive("numeratorDegreesOfFreedom", "degrees of freedom of the numerator, > 0", "d_1"))
            .parameter(Parameter.positive(
                    "denominatorDegreesOfFreedom", "degrees of freedom of the denominator, > 0", "d_2"))
            .support("x \\in [0, \\infty)")
            .density("\\frac{1}{x\\,B(d_1/2,\\,d_2/2)}\\left(\\frac{d_1x}{d_1x+d_2}\\right)^{d_1/2}"
                    + "\\left(\\frac{d_2}{d_1x+d_2}\\right)^{d_2/2}")
            .distributionFunction("I_{d_1x/(d_1x+d_2)}\\!\\left(\\tfrac{d_1}{2},\\tfrac{d_2}{2}\\right)")
            .moment("mean", "\\frac{d_2}{d_2-2}\\quad(d_2>2)")
            .moment("variance", "\\frac{2d_2^2(d_1+d_2-2)}{d_1(d_2-2)^2(d_2-4)}\\quad(d_2>4)")
            .moment("skewness", "\\frac{(2d_1+d_2-2)\\sqrt{8(d_2-4)}}{(d_2-6)\\sqrt{d_1(d_1+d_2-2)}}\\quad(d_2>6)")
            .moment(
                    "excessKurtosis",
                    "12\\,\\frac{d_1(5d_2-22)(d_1+d_2-2)+(d_2-4)(d_2-2)^2}{d_1(d_2-6)(d_2-8)(d_1+d_2-2)}\\quad(d_2>8)")
            .moment(
                    "entropy",
                    "\\ln B(\\tfrac{d_1}{2},\\tfrac{d_2}{2})+\\ln\\tfrac{d_2}{d_1}+(1-\\tfrac{d_1}{2})\\psi(\\tfrac{d_1}{2})"
                            + "-(1+\\tfrac{d_2}{2})\\psi(\\tfrac{d_2}{2})+\\tfrac{d_1+d_2}{2}\\psi(\\tfrac{d_1+d_2}{2})")
            .moment("median", "\\text{the } x \\text{ with } F(x)=\\tfrac12")
            .moment("mode", "\\frac{d_1-2}{d_1}\\,\\frac{d_2}{d_2+2}\\quad(d_1>2;\\ 0\\text{ for }d_1\\le2)")
            .fitting(FisherFFit::fit)
            .build(p -> new FisherF(p[0], p[1]));

    private static final double SMALLEST_RATIO = 1e-280;

    /** Where one mean square varies so much less than the other that it is constant to the last digit. */
    private static final double LIMIT = 1e17;

    private final double numerator;
    private final double denominator;

    public FisherF(double numerator, double denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double logDensity(double f) {
        if (f < 0 || f == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (f == 0) {
            return numerator < 2 ? Double.POSITIVE_INFINITY : numerator == 2 ? 0 : Double.NEGATIVE_INFINITY;
        }
        double r = numerator / denominator * f;
        if (denominator > LIMIT * Math.max(1, numerator)) {
            return new ChiSquare(numerator).logDensity(numerator * f) + Math.log(numerator);
        }
        if (numerator > LIMIT * Math.max(1, denominator)) {
            double inverse = Math.clamp(denominator / f, Double.MIN_NORMAL, Double.MAX_VALUE);
            return new ChiSquare(denominator).logDensity(inverse) + Math.log(inverse) - Math.log(f);
        }
        if (negligible(r) || negligible(1 / r)) {
            return logLeadingTerm(r, f) - Math.log(f);
        }
        return IncompleteBeta.logPower(0.5 * numerator, 0.5 * denominator, share(r), share(1 / r), excess(f, r))
                - Math.log(f);
    }

    @Override
    public Tails tails(double f) {
        if (f <= 0) {
            return Tails.ALL_ABOVE;
        }
        double r = numerator / denominator * f;
        if (denominator > LIMIT * Math.max(1, numerator)) {
            return new ChiSquare(numerator).tails(Math.max(numerator * f, Double.MIN_NORMAL));
        }
        if (numerator > LIMIT * Math.max(1, denominator)) {
            return new ChiSquare(denominator)
                    .tails(Math.max(denominator / f, Double.MIN_NORMAL))
                    .mirrored();
        }
        if (negligible(r)) {
            return Tails.ofLogLower(logLeadingTerm(r, f) - Math.log(0.5 * numerator));
        }
        if (negligible(1 / r)) {
            return Tails.ofLogLower(logLeadingTerm(r, f) - Math.log(0.5 * denominator))
                    .mirrored();
        }
        return IncompleteBeta.tails(0.5 * numerator, 0.5 * denominator, share(r), share(1 / r), excess(f, r));
    }

    /** Whether r, or its reciprocal, is so small that the first term of the tail's series is all of it. */
    private boolean negligible(double r) {
        return r < SMALLEST_RATIO && r * Math.max(numerator, denominator) < 1e-17;
    }

    /** log(r^a / B(a, b)) or log(r^{−b} / B(a, b)): what is left of x^a y^b where r or 1/r is near the smallest double. */
    private double logLeadingTerm(double r, double f) {
        double logRatio = Math.log(numerator) - Math.log(denominator) + Math.log(f);
        double power = r < 1 ? 0.5 * numerator * logRatio : -0.5 * denominator * logRatio;
        return power - GammaRatio.logBeta(0.5 * numerator, 0.5 * denominator);
    }

    /** r/(1 + r). */
    private static double share(double r) {
        return r < 1 ? r / (1 + r) : 1 / (1 + 1 / r);
    }

    private double excess(double f, double r) {
        return 0.5 * numerator * ((1 - f) / (1 + r));
    }

    @Override
    public Moments moments() {
        double a = numerator;
        double b = denominator;
        double mean = b > 2 ? b / (b - 2) : Double.POSITIVE_INFINITY;
        double variance =
                b > 4 ? 2 * mean * mean * ((a + b - 2) / a) / (b - 4) : b > 2 ? Double.POSITIVE_INFINITY : Double.NaN;
        double skewness = b > 6
                ? (2 + (b - 2) / a) / (b - 6) * Math.sqrt(8 * (b - 4) * (a / (a + b - 2)))
                : b > 4 ? Double.POSITIVE_INFINITY : Double.NaN;
        double kurtosis = b > 8
                ? 12
                        * ((5 * b - 22) / ((b - 6) * (b - 8))
                                + (b - 4) / a * (b - 2) / (b - 6) * ((b - 2) / (b - 8)) / (a + b - 2))
                : b > 4 ? Double.POSITIVE_INFINITY : Double.NaN;
        double mode = a > 2 ? (a - 2) / a * (b / (b + 2)) : 0;
        return Moments.of(
                mean,
                variance,
                skewness,
                b > 4 && b <= 8 ? Double.POSITIVE_INFINITY : kurtosis,
                entropy(),
                quantile(0.5),
                mode);
    }

    /** The closed form with ψ(z) = log z + … and Stirling's formula put in, so that only what remains of them is computed. */
    private double entropy() {
        double a = 0.5 * numerator;
        double b = 0.5 * denominator;
        double n = a + b;
        return Math.log(n / a / b)
                + GammaRatio.logGammaExcess(a)
                + GammaRatio.logGammaExcess(b)
                - GammaRatio.logGammaExcess(n)
                + (1 - a) * DigammaDifference.minusLog(a)
                - (1 + b) * DigammaDifference.minusLog(b)
                + n * DigammaDifference.minusLog(n);
    }

    @Override
    public double sample(RandomGenerator random) {
        double above = GammaSampler.logSample(0.5 * numerator, random) - Math.log(numerator);
        double below = GammaSampler.logSample(0.5 * denominator, random) - Math.log(denominator);
        return Math.exp(above - below);
    }

    @Override
    public double centre() {
        return 1;
    }
}
