package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.root.BracketedRoot;
import org.mlmath.numerics.special.ExponentialDifference;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.Tails;

/**
 * The studentized range: the range of k standard normal variables over an independent root mean square with ν degrees of freedom.
 *
 * <p>The range exceeds w with probability k·∫ φ(z)·(Φ(z)^{k−1} − (Φ(z) − Φ(z−w))^{k−1}) dz, whose integrand is positive and has its
 * difference taken without cancellation; that it does not is the same integral of the second power. Each is integrated over the
 * logarithm v of the root mean square, with the density proportional to exp(−½ν(e^{2v} − 1 − 2v)), by trapezoidal rules that converge
 * geometrically; so both tails are right to about 1e-12 of their own size. Source of the formula: H. L. Harter, Ann. Math. Statist. 31
 * (1960), 1122-1147.
 */
public final class StudentizedRange {
    private static final double LOG_TWO = 0.693147180559945309417232121458;

    private static final double FAR = -50;

    /** Ranges that add nothing to any tail, whose search only needs to know the way back. */
    private static final double HOPELESS = 1e4;

    /** Ranges below this, over √k, are expanded to the second power; the fourth adds less than an ulp. */
    private static final double NARROW = 1e-3;

    private final double groups;
    private final double degreesOfFreedom;
    private final double logConstant;

    /**
     * @param groups k ≥ 2
     * @param degreesOfFreedom ν > 0
     */
    public StudentizedRange(int groups, double degreesOfFreedom) {
        this.groups = groups;
        this.degreesOfFreedom = degreesOfFreedom;
        double a = 0.5 * degreesOfFreedom;
        this.logConstant = LOG_TWO + Math.log(a) - GammaRatio.logGammaExcess(a);
    }

    /** P(Q ≤ q) and P(Q > q). */
    public Tails tails(double q) {
        if (q <= 0) {
            return Tails.ALL_ABOVE;
        }
        double upper = logTail(q, true);
        // Complements keep their digits until little is left of them.
        return upper < -0.01 ? Tails.ofLogLower(upper).mirrored() : Tails.ofLogs(logTail(q, false), upper);
    }

    /** The q with P(Q > q) = p. */
    public double upperQuantile(double p) {
        double log = Math.log(p);
        double low = 1;
        double high = 4;
        while (logTail(low, true) < log) {
            high = low;
            low *= 0.5;
        }
        while (logTail(high, true) > log) {
            low = high;
            high *= 2;
        }
        // The tail is nearly a power of q for few degrees of freedom and nearly normal for many.
        return Math.exp(BracketedRoot.of(x -> logTail(Math.exp(x), true) - log, Math.log(low), Math.log(high)));
    }

    private double logTail(double q, boolean upper) {
        DoubleUnaryOperator exponent = v -> logRange(q * Math.exp(v), upper)
                + logConstant
                - 0.5 * degreesOfFreedom * ExponentialDifference.expMinusOneMinus(2 * v);
        double start = Math.min(0, 1 - Math.log(q));
        return Math.min(0, new LogConcaveIntegral(exponent, 0.05 / Math.sqrt(1 + degreesOfFreedom)).log(start));
    }

    /** log P(R > w), or log P(R ≤ w), of the range of k standard normal variables. */
    private double logRange(double w, boolean exceeds) {
        if (exceeds && w > HOPELESS) {
            return -0.25 * w * w;
        }
        if (w < NARROW / Math.sqrt(groups)) {
            double within = logNarrow(w);
            return exceeds ? Math.log1p(-Math.exp(within)) : within;
        }
        DoubleUnaryOperator exponent = z -> {
            double logBelow = Normal.standardTails(z).logLower();
            double logUnder = Normal.standardTails(z - w).logLower();
            return -0.5 * z * z
                    - Normal.HALF_LOG_TWO_PI
                    + (groups - 1) * logBelow
                    + logPower(logUnder - logBelow, exceeds);
        };
        return Math.log(groups) + new LogConcaveIntegral(exponent, 0.02).log(0.5 * w);
    }

    /**
     * log P(R ≤ w) next to 0, where the difference of two normal probabilities would lose its digits: log of
     * √k·(w/√(2π))^{k−1}·(1 − (k−1)(k+2)w²/(24k)), by expanding the integrand around the middle of the range.
     */
    private double logNarrow(double w) {
        double rest = groups - 1;
        return 0.5 * Math.log(groups)
                + rest * (Math.log(w) - Normal.HALF_LOG_TWO_PI)
                - rest * (groups + 2) / groups * (w * w / 24);
    }

    /** The logarithm of (1 − e^x)^{k−1}, or of what that lacks of 1, which far out is (k − 1)·e^x. */
    private double logPower(double x, boolean lacking) {
        if (lacking && x < FAR) {
            return Math.log(groups - 1) + x;
        }
        double power = (groups - 1) * logOneMinusExp(x);
        return lacking ? logOneMinusExp(power) : power;
    }

    /** log(1 − e^x) for x ≤ 0. */
    private static double logOneMinusExp(double x) {
        if (x >= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > -LOG_TWO ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }
}
