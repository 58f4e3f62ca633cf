package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.BesselFunctions;
import org.mlmath.numerics.special.Tails;

/**
 * The von Mises distribution of an angle, on the interval of length 2π about its mean. Each tail is the density at its end times
 * the integral of the density relative to that, by Gauss's rule on pieces of the density's own scale, so that it keeps its digits
 * for concentrations from 1e-300 to 1e300.
 */
public final class VonMises implements Distribution {
    public static final Family FAMILY = Family.named("von-mises")
            .title("Von Mises distribution")
            .parameter(Parameter.real("mean", "mean angle μ in radians", "\\mu"))
            .parameter(Parameter.of(
                    "concentration",
                    "concentration κ ≥ 0; 0 is the uniform distribution",
                    "\\kappa",
                    Parameter.Domain.NON_NEGATIVE))
            .support("x \\in [\\mu-\\pi, \\mu+\\pi]")
            .density("\\frac{e^{\\kappa\\cos(x-\\mu)}}{2\\pi I_0(\\kappa)}")
            .distributionFunction("\\int_{\\mu-\\pi}^x\\frac{e^{\\kappa\\cos(t-\\mu)}}{2\\pi I_0(\\kappa)}\\,dt")
            .moment("mean", "\\mu")
            .moment(
                    "variance",
                    "\\frac{\\pi^2}{3}+\\frac{4}{I_0(\\kappa)}\\sum_{j\\ge1}\\frac{(-1)^j}{j^2}I_j(\\kappa)"
                            + "\\quad\\left(\\text{the circular variance is } 1-\\frac{I_1(\\kappa)}{I_0(\\kappa)}\\right)")
            .moment("skewness", "0")
            .moment("excessKurtosis", "\\frac{E(x-\\mu)^4}{(E(x-\\mu)^2)^2}-3")
            .moment("entropy", "\\ln[2\\pi I_0(\\kappa)]-\\kappa\\frac{I_1(\\kappa)}{I_0(\\kappa)}")
            .moment("median", "\\mu")
            .moment("mode", "\\mu\\quad(\\kappa>0)")
            .fitting(VonMisesFit::fit)
            .build(p -> new VonMises(p[0], p[1]));

    private static final double LOG_TWO_PI = 1.83787706640934548356065947281;

    /** π less the double next to it. */
    private static final double PI_REST = 1.2246467991473532e-16;

    private static final double NEGLIGIBLE = 1e-18;

    private final double mean;
    private final double concentration;
    private final double logConstant; // of the density relative to its largest value e^κ

    public VonMises(double mean, double concentration) {
        this.mean = mean;
        this.concentration = concentration;
        this.logConstant = -LOG_TWO_PI - Math.log(BesselFunctions.scaledI0(concentration));
    }

    @Override
    public Support support() {
        return new Support(mean - Math.PI, mean + Math.PI, false);
    }

    @Override
    public double logDensity(double x) {
        return support().contains(x) ? logDensityAt(x - mean) : Double.NEGATIVE_INFINITY;
    }

    private double logDensityAt(double angle) {
        double sine = Math.sin(0.5 * angle);
        return logConstant - 2 * concentration * sine * sine;
    }

    @Override
    public Tails tails(double x) {
        double angle = x - mean;
        if (angle <= -Math.PI) {
            return Tails.ALL_ABOVE;
        }
        if (angle >= Math.PI) {
            return Tails.ALL_BELOW;
        }
        double back = angle - x;
        double rounding = (x - (angle - back)) - (mean + back); // of the subtraction: next to an end it is not little
        return angle > 0 ? below(-angle, -rounding).mirrored() : below(angle, rounding);
    }

    /** At an angle not above 0, given in two parts. */
    private Tails below(double angle, double rest) {
        double log = logDensityAt(angle);
        if (-angle * Math.exp(logConstant) < 0.1) {
            // Little lies between here and the mean: what does is right to its own size.
            double lower = 0.5 - Math.exp(log) * relativeIntegral(angle, 1, -angle);
            return Tails.of(lower, 1 - lower);
        }
        return Tails.ofLogLower(log + Math.log(relativeIntegral(angle, -1, (angle + Math.PI) + (PI_REST + rest))));
    }

    /** The integral of the density from an angle on, over the density there. */
    private double relativeIntegral(double angle, int direction, double length) {
        double sum = 0;
        for (double start = 0; start < length; ) {
            double slope = concentration * Math.abs(Math.sin(angle + direction * start));
            double end = Math.min(length, start + 2 / (slope + Math.sqrt(concentration) + 1));
            double piece = LatticeSum.integral(
                    u -> Math.exp(
                            -2 * concentration * direction * Math.sin(angle + 0.5 * direction * u) * Math.sin(0.5 * u)),
                    start,
                    end);
            sum += piece;
            if (piece < NEGLIGIBLE * sum || end == start) {
                break;
            }
            start = end;
        }
        return sum;
    }

    @Override
    public Moments moments() {
        double variance = evenMoment(2);
        return Moments.of(
                mean,
                variance,
                0,
                evenMoment(4) / (variance * variance) - 3,
                entropy(),
                mean,
                concentration > 0 ? mean : Double.NaN);
    }

    /** E (X − μ)^order. */
    private double evenMoment(int order) {
        double sum = 0;
        for (double start = 0; start < Math.PI; ) {
            double slope = concentration * Math.sin(start);
            double end = Math.min(Math.PI, start + 2 / (slope + Math.sqrt(concentration) + 1));
            double piece =
                    LatticeSum.integral(angle -> Math.pow(angle, order) * Math.exp(logDensityAt(angle)), start, end);
            sum += piece;
            if (piece < NEGLIGIBLE * sum || end == start) {
                break;
            }
            start = end;
        }
        return 2 * sum;
    }

    /** log 2πI₀ − κI₁/I₀ = −constant + κ(1 − I₁/I₀). */
    private double entropy() {
        return concentration * deficit(concentration) - logConstant;
    }

    /** 1 − I₁(κ)/I₀(κ), the circular variance. */
    static double deficit(double concentration) {
        return BesselFunctions.scaledDifference(concentration) / BesselFunctions.scaledI0(concentration);
    }

    /**
     * Rejection from a wrapped Cauchy variable (D. J. Best and N. I. Fisher, Applied Statistics 28 (1979), 152-157), with 1 − cos θ
     * in place of cos θ so that large concentrations keep their digits; from a uniform variable where the density hardly varies.
     */
    @Override
    public double sample(RandomGenerator random) {
        if (concentration < 0.5) {
            while (true) {
                double angle = Math.PI * (2 * random.nextDouble() - 1);
                double sine = Math.sin(0.5 * angle);
                if (random.nextExponential() >= 2 * concentration * sine * sine) {
                    return mean + angle;
                }
            }
        }
        double twice = 2 * concentration;
        double root = Math.hypot(1, twice);
        double tau = 1 + root;
        // 1 − ρ with ρ = (τ − √2τ)/2κ, from 2κ − √(1 + 4κ²) = −1/(2κ + √(1 + 4κ²)).
        double oneMinusRho = (Math.sqrt(2 * tau) - 1 - 1 / (twice + root)) / twice;
        double rho = 1 - oneMinusRho;
        double rMinusOne = oneMinusRho * oneMinusRho / (2 * rho);
        while (true) {
            double z = Math.cos(Math.PI * random.nextDouble());
            double versine = rMinusOne * (1 - z) / (1 + rMinusOne + z);
            double c = concentration * (rMinusOne + versine);
            double u = 1 - random.nextDouble();
            if (c * (2 - c) > u || Math.log(c / u) + 1 >= c) {
                double angle = 2 * Math.asin(Math.sqrt(Math.min(1, 0.5 * versine)));
                return mean + (random.nextBoolean() ? angle : -angle);
            }
        }
    }

    @Override
    public double centre() {
        return mean;
    }
}
