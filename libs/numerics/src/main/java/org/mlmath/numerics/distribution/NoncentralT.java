package org.mlmath.numerics.distribution;

import java.util.Arrays;
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
    /** Tails from 1e-4 to 1 less that. */
    private static final double MODERATE = -9.2;

    private static final double NEGLIGIBLE = -42;

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
     * The noncentralities δ at which P(T ≤ t) (or P(T > t)) is p: the bounds of confidence intervals for δ. Both tails are monotone in δ.
     * What does not depend on p is computed once.
     */
    public static final class Noncentralities {
        private final double degreesOfFreedom;
        private final double t;
        private ScaleNodes nodes;
        private boolean tooMany;

        public Noncentralities(double degreesOfFreedom, double t) {
            this.degreesOfFreedom = degreesOfFreedom;
            this.t = t;
        }

        public double at(TailProbability p) {
            // The sign that makes the tail grow with the unknown.
            double sign = p.upper() ? 1 : -1;
            double spread = Math.sqrt(1 + t * t / (2 * degreesOfFreedom));
            double aim = Normal.standardQuantile(TailProbability.ofLog(false, p.log()));
            DoubleUnaryOperator log = logTail(p);
            // How far the tail lies above p on the scale of normal quantiles, where it is nearly a straight line in δ.
            DoubleUnaryOperator excess = delta ->
                    Normal.standardQuantile(TailProbability.ofLog(false, Math.min(log.applyAsDouble(delta), 0))) - aim;
            double guess = t + sign * spread * aim;
            double found = secant(excess, guess, spread / sign);
            return Double.isNaN(found) ? bracketed(excess, sign, guess, spread) : found;
        }

        /** As a function of δ. */
        private DoubleUnaryOperator logTail(TailProbability p) {
            boolean moderate = p.log() > MODERATE && p.log() < -Math.exp(MODERATE);
            if (moderate && nodes == null && !tooMany) {
                nodes = ScaleNodes.of(degreesOfFreedom, t);
                tooMany = nodes == null;
            }
            if (moderate && nodes != null) {
                return delta -> Math.log(nodes.tail(delta, p.upper()));
            }
            return delta -> {
                NoncentralT distribution = new NoncentralT(degreesOfFreedom, delta);
                return p.upper() ? distribution.logTail(-t, -delta) : distribution.logTail(t, delta);
            };
        }
    }

    /**
     * @param inverseSlope about
     * @return NaN where it does not converge at once
     */
    private static double secant(DoubleUnaryOperator excess, double start, double inverseSlope) {
        double before = start;
        double atBefore = excess.applyAsDouble(before);
        double x = before - atBefore * inverseSlope;
        for (int i = 0; i < 12; i++) {
            double value = excess.applyAsDouble(x);
            double change = value * (x - before) / (value - atBefore);
            if (value == 0 || value == atBefore && Math.abs(x - before) <= 1e-13 * Math.abs(x)) {
                return x;
            }
            if (!Double.isFinite(change)) {
                return Double.NaN;
            }
            // What is left is at most the product of this step and the one before, in units of the spread: the line is
            // nearly straight.
            double left = Math.abs(change * (x - before) / inverseSlope);
            before = x;
            atBefore = value;
            x -= change;
            if (left <= 1e-15 * Math.max(Math.abs(x), Math.abs(inverseSlope))) {
                return x;
            }
        }
        return Double.NaN;
    }

    private static double bracketed(DoubleUnaryOperator excess, double sign, double guess, double spread) {
        double low = guess - spread;
        double high = guess + spread;
        double below = excess.applyAsDouble(low);
        for (double step = spread; below * sign > 0; step *= 2) {
            high = low;
            low -= step;
            below = excess.applyAsDouble(low);
        }
        double above = excess.applyAsDouble(high);
        for (double step = spread; above * sign < 0; step *= 2) {
            low = high;
            below = above;
            high += step;
            above = excess.applyAsDouble(high);
        }
        return root(excess, low, below, high, above);
    }

    /** Regula falsi, the Illinois variant. */
    private static double root(
            DoubleUnaryOperator excess, double lowest, double atLowest, double highest, double atHighest) {
        double low = lowest;
        double below = atLowest;
        double high = highest;
        double above = atHighest;
        double x = low;
        for (int i = 0; i < 200 && high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))); i++) {
            double previous = x;
            x = (low * above - high * below) / (above - below);
            if (!(x > low && x < high)) {
                x = 0.5 * (low + high);
            }
            double value = excess.applyAsDouble(x);
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

    /**
     * The density of S at equal steps of v = log S: where neither tail is small the same nodes serve for every δ, each then taking
     * but a sum of Φ(tS − δ).
     */
    private record ScaleNodes(double[] scaled, double[] weights) {
        private static final int MOST = 600;

        /** @return null where there would be too many */
        static ScaleNodes of(double nu, double t) {
            // A fraction of the width of the density and of that of Φ(te^v − δ), wherever the latter may rise.
            // And of the strip |Im v| < π/4 in which e^{2v} falls to both sides.
            double step = Math.min(0.13, 0.45 / Math.hypot(Math.sqrt(2 * nu), t * (1 + 4 / Math.sqrt(2 * nu))));
            double[] scaled = new double[MOST];
            double[] weights = new double[MOST];
            int count = 0;
            double total = 0;
            for (int direction = -1; direction <= 1; direction += 2) {
                for (int k = direction < 0 ? 1 : 0; ; k++) {
                    double v = direction * k * step;
                    double g = -0.5 * nu * ExponentialDifference.expMinusOneMinus(2 * v);
                    if (g < NEGLIGIBLE) {
                        break;
                    }
                    if (count == MOST) {
                        return null;
                    }
                    scaled[count] = t * Math.exp(v);
                    weights[count] = Math.exp(g);
                    total += weights[count++];
                }
            }
            for (int i = 0; i < count; i++) {
                weights[i] /= total;
            }
            return new ScaleNodes(Arrays.copyOf(scaled, count), Arrays.copyOf(weights, count));
        }

        double tail(double delta, boolean upper) {
            double sum = 0;
            for (int i = 0; i < scaled.length; i++) {
                double z = upper ? delta - scaled[i] : scaled[i] - delta;
                sum += weights[i] * Normal.standardLower(z);
            }
            return sum;
        }
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
