package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.special.ExponentialDifference;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteGamma;
import org.mlmath.numerics.special.Tails;

/**
 * The noncentral t distribution, that of (Z + δ)/S with Z standard normal and νS² an independent chi-square variable.
 *
 * <p>P(T ≤ t) = E Φ(tS − δ), integrated over v = log S, where the density of v is proportional to exp(−½ν(e^{2v} − 1 − 2v)) and the
 * integrand is entire in v. Each tail is computed for itself, to about 1e-13 of its own size.
 */
public final class NoncentralT {
    private static final double LOG_TWO = 0.693147180559945309417232121458;
    private static final double STEEP = 20;
    private static final double FAR_FROM_ZERO = 40;

    private final double degreesOfFreedom;
    private final double noncentrality;
    private final double logConstant;

    public NoncentralT(double degreesOfFreedom, double noncentrality) {
        this.degreesOfFreedom = degreesOfFreedom;
        this.noncentrality = noncentrality;
        double a = 0.5 * degreesOfFreedom;
        this.logConstant = LOG_TWO + Math.log(a) - GammaRatio.logGammaExcess(a);
    }

    public Tails tails(double t) {
        return Tails.ofLogs(logTail(t, noncentrality), logTail(-t, -noncentrality));
    }

    /**
     * The noncentrality at which P(T ≤ t) (or P(T > t)) is p: the bounds of a confidence interval for δ. Both tails are
     * monotone in δ.
     */
    public static double noncentrality(double degreesOfFreedom, double t, TailProbability p) {
        // The sign that makes the tail grow with the unknown.
        double sign = p.upper() ? 1 : -1;
        double spread = Math.sqrt(1 + t * t / (2 * degreesOfFreedom));
        double z = -sign * Normal.standardQuantile(TailProbability.ofLog(true, p.log()));
        double guess = t + spread * z;
        double low = guess - spread;
        double high = guess + spread;
        double step = spread;
        while (excess(degreesOfFreedom, low, t, p) * sign > 0) {
            high = low;
            low -= step;
            step *= 2;
        }
        step = spread;
        while (excess(degreesOfFreedom, high, t, p) * sign < 0) {
            low = high;
            high += step;
            step *= 2;
        }
        return root(degreesOfFreedom, t, p, low, high);
    }

    /** Regula falsi on the normal scale, where the tail is nearly a straight line in δ (the Illinois variant). */
    private static double root(double nu, double t, TailProbability p, double low, double high) {
        double below = excess(nu, low, t, p);
        double above = excess(nu, high, t, p);
        double x = low;
        for (int i = 0; i < 200 && high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))); i++) {
            double previous = x;
            x = (low * above - high * below) / (above - below);
            if (!(x > low && x < high)) {
                x = 0.5 * (low + high);
            }
            double value = excess(nu, x, t, p);
            if (value == 0 || Math.abs(x - previous) <= 1e-14 * Math.abs(x)) {
                return x;
            }
            if (value * below > 0) {
                low = x;
                below = value;
                above *= 0.5;
            } else {
                high = x;
                above = value;
                below *= 0.5;
            }
        }
        return x;
    }

    /** How far the tail at this δ lies above p, on the scale of normal quantiles. */
    private static double excess(double nu, double delta, double t, TailProbability p) {
        NoncentralT distribution = new NoncentralT(nu, delta);
        double log = p.upper() ? distribution.logTail(-t, -delta) : distribution.logTail(t, delta);
        return Normal.standardQuantile(TailProbability.ofLog(false, Math.min(log, 0)))
                - Normal.standardQuantile(TailProbability.ofLog(false, p.log()));
    }

    /** log P(T ≤ t) where the noncentrality is δ; the upper tail is this at −t and −δ. */
    private double logTail(double t, double delta) {
        double large = STEEP * Math.sqrt(2 * degreesOfFreedom);
        if (Math.abs(delta) > Math.max(FAR_FROM_ZERO, large) && t * delta > 0) {
            return logTailByNormal(t, delta);
        }
        return new LogConcaveIntegral(v -> logIntegrand(v, t, delta), 0.05 / Math.sqrt(1 + degreesOfFreedom)).log(0);
    }

    private double logIntegrand(double v, double t, double delta) {
        double s = Math.exp(v);
        return Normal.standardTails(t * s - delta).logLower()
                + logConstant
                - 0.5 * degreesOfFreedom * ExponentialDifference.expMinusOneMinus(2 * v);
    }

    /**
     * The same with the roles exchanged, E P(S ≥ (Z + δ)/t) over Z, for a δ so large that Φ(tS − δ) is a step next to the density
     * of S. What lies beyond Z = −δ is below e^{−800}.
     */
    private double logTailByNormal(double t, double delta) {
        double shape = 0.5 * degreesOfFreedom;
        double size = Math.abs(delta);
        DoubleUnaryOperator exponent = z -> {
            if (z <= -size) {
                return Double.NEGATIVE_INFINITY;
            }
            double s = (z + size) / Math.abs(t);
            Tails tails = IncompleteGamma.tails(shape, shape * s * s);
            return -0.5 * z * z - Normal.HALF_LOG_TWO_PI + (delta > 0 ? tails.logUpper() : tails.logLower());
        };
        return Math.min(0, new LogConcaveIntegral(exponent, 0.05).log(0));
    }
}
