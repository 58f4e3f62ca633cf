package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.Tails;

/** The triangular distribution: the density rises linearly from a to the mode c and falls linearly to b. */
public final class Triangular implements Distribution {
    public static final Family FAMILY = Family.named("triangular")
            .title("Triangular distribution")
            .parameter(Parameter.real("lower", "lower end a", "a"))
            .parameter(Parameter.real("mode", "where the density is largest, a ≤ c ≤ b", "c"))
            .parameter(Parameter.real("upper", "upper end b > a", "b"))
            .relation("upper", "upper must be greater than lower", p -> p[0] < p[2])
            .relation("mode", "mode must lie between lower and upper", p -> p[0] <= p[1] && p[1] <= p[2])
            .relation("upper", "upper - lower must not overflow", p -> Double.isFinite(p[2] - p[0]))
            .support("x \\in [a, b]")
            .density("\\frac{2(x-a)}{(b-a)(c-a)}\\text{ for } x<c\\text{, else } \\frac{2(b-x)}{(b-a)(b-c)}")
            .distributionFunction(
                    "\\frac{(x-a)^2}{(b-a)(c-a)}\\text{ for } x\\le c\\text{, else } 1-\\frac{(b-x)^2}{(b-a)(b-c)}")
            .moment("mean", "\\frac{a+b+c}{3}")
            .moment("variance", "\\frac{a^2+b^2+c^2-ab-ac-bc}{18}")
            .moment("skewness", "\\frac{\\sqrt2\\,(a+b-2c)(2a-b-c)(a-2b+c)}{5\\,(a^2+b^2+c^2-ab-ac-bc)^{3/2}}")
            .moment("excessKurtosis", "-\\tfrac35")
            .moment("entropy", "\\tfrac12+\\ln\\frac{b-a}{2}")
            .moment("median", "\\text{the } x \\text{ with } F(x)=\\tfrac12")
            .moment("mode", "c")
            .fitting(TriangularFit::fit)
            .build(p -> new Triangular(p[0], p[1], p[2]));

    private final double lower;
    private final double mode;
    private final double upper;
    private final double width;
    private final double rise; // (c − a)/(b − a), the probability below the mode
    private final double fall;

    public Triangular(double lower, double mode, double upper) {
        this.lower = lower;
        this.mode = mode;
        this.upper = upper;
        this.width = upper - lower;
        this.rise = (mode - lower) / width;
        this.fall = (upper - mode) / width;
    }

    @Override
    public Support support() {
        return new Support(lower, upper, false);
    }

    @Override
    public double density(double x) {
        if (!support().contains(x)) {
            return 0;
        }
        double height = 2 / width;
        if (x == mode) {
            return height;
        }
        return height * (x < mode ? (x - lower) / (mode - lower) : (upper - x) / (upper - mode));
    }

    @Override
    public double logDensity(double x) {
        if (!support().contains(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        double relative = x == mode ? 1 : x < mode ? (x - lower) / (mode - lower) : (upper - x) / (upper - mode);
        return LocationScale.LOG_TWO - Math.log(width) + Math.log(relative);
    }

    @Override
    public Tails tails(double x) {
        if (x <= lower) {
            return Tails.ALL_ABOVE;
        }
        if (x >= upper) {
            return Tails.ALL_BELOW;
        }
        return x <= mode
                ? Tails.ofLogLower(
                        logShare(rise, fall) + 2 * logShare((x - lower) / (mode - lower), (mode - x) / (mode - lower)))
                : Tails.ofLogLower(logShare(fall, rise)
                                + 2 * logShare((upper - x) / (upper - mode), (x - mode) / (upper - mode)))
                        .mirrored();
    }

    /** log(share), whose complement has the digits that a share near 1 has not. */
    private static double logShare(double share, double rest) {
        return share < 0.5 ? Math.log(share) : Math.log1p(-rest);
    }

    @Override
    public double quantile(TailProbability probability) {
        double below = probability.logLower() - logShare(rise, fall);
        return below <= 0
                ? onSide(lower, mode, 0.5 * below)
                : onSide(upper, mode, 0.5 * (probability.logUpper() - logShare(fall, rise)));
    }

    /** The point at exp(logShare) of the way from an end to the mode, measured from where it is nearer. */
    private static double onSide(double end, double mode, double logShare) {
        return logShare < -LocationScale.LOG_TWO
                ? end + (mode - end) * Math.exp(logShare)
                : mode + (mode - end) * Math.expm1(Math.min(logShare, 0));
    }

    @Override
    public Moments moments() {
        double u = rise;
        double w = fall;
        double form = u * u + u * w + w * w;
        double deviation = width * Math.sqrt(form / 18);
        return new Moments(
                lower + width * (1 + u) / 3,
                deviation * deviation,
                deviation,
                Math.sqrt(2) * (w - u) * (2 * u + w) * (u + 2 * w) / (5 * form * Math.sqrt(form)),
                -0.6,
                0.5 + Math.log(width) - LocationScale.LOG_TWO,
                quantile(0.5),
                mode);
    }

    @Override
    public double sample(RandomGenerator random) {
        double u = random.nextDouble();
        return u < rise ? lower + width * Math.sqrt(u * rise) : upper - width * Math.sqrt((1 - u) * fall);
    }

    @Override
    public double centre() {
        return lower + 0.5 * width;
    }
}
