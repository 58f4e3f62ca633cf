package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.ExponentialDifference;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.Tails;

/**
 * The noncentral t distribution, that of (Z + δ)/S with Z standard normal and νS² an independent chi-square variable.
 *
 * <p>P(T ≤ t) = E Φ(tS − δ), integrated over v = log S, where the density of v is proportional to exp(−½ν(e^{2v} − 1 − 2v)): the
 * integrand is entire in v, so the trapezoidal rule converges geometrically (L. N. Trefethen and J. A. C. Weideman, SIAM Review 56
 * (2014), 385-458); its terms are positive, so each tail is accurate to its own size. About 1e-13 relative.
 */
public final class NoncentralT {
    private static final double LOG_TWO = 0.693147180559945309417232121458;
    private static final double NEGLIGIBLE = -42;
    private static final int FINEST = 8;

    /** Halving the step squares the error, so the finer of two sums that agree to this is right to the last digit. */
    private static final double AGREEMENT = 1e-10;

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
        double peak = peak(t, delta);
        double top = logIntegrand(peak, t, delta);
        double width = Math.min(fall(peak, 1, top, t, delta), fall(peak, -1, top, t, delta));
        double step = 0.5 * width;
        double sum = 1 + sweep(peak, step, step, top, t, delta) + sweep(peak, -step, -step, top, t, delta);
        double previous = step * sum;
        for (int level = 0; level < FINEST; level++) {
            sum += sweep(peak, 0.5 * step, step, top, t, delta) + sweep(peak, -0.5 * step, -step, top, t, delta);
            step *= 0.5;
            double value = step * sum;
            if (Math.abs(value - previous) <= AGREEMENT * value) {
                previous = value;
                break;
            }
            previous = value;
        }
        return top + Math.log(previous);
    }

    private double sweep(double peak, double from, double stride, double top, double t, double delta) {
        double sum = 0;
        double offset = from;
        for (double g = 0; g > NEGLIGIBLE; offset += stride) {
            g = logIntegrand(peak + offset, t, delta) - top;
            sum += Math.exp(g);
        }
        return sum;
    }

    /** How far from the peak the logarithm has fallen by about 1. */
    private double fall(double peak, int direction, double top, double t, double delta) {
        double reach = 1e-3 / Math.sqrt(1 + degreesOfFreedom);
        while (logIntegrand(peak + direction * reach, t, delta) > top - 1) {
            reach *= 1.5;
        }
        return reach;
    }

    /** Where the integrand is largest, by golden section on an interval that holds it. */
    private double peak(double t, double delta) {
        double low = -1;
        double high = 1;
        while (logIntegrand(low - 1, t, delta) > logIntegrand(low, t, delta)) {
            low -= Math.max(1, -low);
        }
        low -= 1;
        while (logIntegrand(high + 1, t, delta) > logIntegrand(high, t, delta)) {
            high += 1;
        }
        high += 1;
        double golden = 0.381966011250105;
        double a = low + golden * (high - low);
        double b = high - golden * (high - low);
        double fa = logIntegrand(a, t, delta);
        double fb = logIntegrand(b, t, delta);
        double enough = 0.05 / Math.sqrt(1 + degreesOfFreedom);
        while (high - low > enough) {
            if (fa > fb) {
                high = b;
                b = a;
                fb = fa;
                a = low + golden * (high - low);
                fa = logIntegrand(a, t, delta);
            } else {
                low = a;
                a = b;
                fa = fb;
                b = high - golden * (high - low);
                fb = logIntegrand(b, t, delta);
            }
        }
        return fa > fb ? a : b;
    }

    private double logIntegrand(double v, double t, double delta) {
        double s = Math.exp(v);
        return Normal.standardTails(t * s - delta).logLower()
                + logConstant
                - 0.5 * degreesOfFreedom * ExponentialDifference.expMinusOneMinus(2 * v);
    }
}
