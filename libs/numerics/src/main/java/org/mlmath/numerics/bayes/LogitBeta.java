package org.mlmath.numerics.bayes;

import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/**
 * A beta variable x by its logit t = log(x/(1 − x)), whose density x^α (1 − x)^β / B(α, β) is log-concave with its mode at log(α/β) and
 * falls as e^{αt} and e^{−βt}.
 */
final class LogitBeta {
    /** Beyond e^-300 a density is its leading term, even for parameters of 1e15: what follows is x·α, x·β smaller. */
    private static final double LEADING = 300;

    private final double alpha;
    private final double beta;
    private final double logBeta;

    LogitBeta(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
        this.logBeta = GammaRatio.logBeta(alpha, beta);
    }

    double mean() {
        return alpha / (alpha + beta);
    }

    /** The mode in x of the density over t. */
    double mode() {
        return mean();
    }

    /** mean − other's mean without cancellation: (α₁β₂ − α₂β₁)/(n₁n₂), in doubled precision. */
    double meanMinus(LogitBeta other) {
        double product = alpha * other.beta;
        double back = other.alpha * beta;
        double rounding = Math.fma(alpha, other.beta, -product) - Math.fma(other.alpha, beta, -back);
        return ((product - back) + rounding) / (alpha + beta) / (other.alpha + other.beta);
    }

    double variance() {
        double n = alpha + beta;
        return alpha / n * (beta / n) / (n + 1);
    }

    /** E[1/x]; infinite for α ≤ 1. */
    double meanInverse() {
        return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : Double.POSITIVE_INFINITY;
    }

    /** The width of the density over t. */
    double width() {
        return Math.sqrt(1 / alpha + 1 / beta);
    }

    ScaledIntegral.Scale scale() {
        return new ScaledIntegral.Scale(Math.log(alpha / beta), width());
    }

    /**
     * The same seen in another variable.
     *
     * @param at its value where this one is at its mode; outside (0, 1) nothing is seen and the width is 0
     * @param slope of this variable in the other
     */
    ScaledIntegral.Scale scale(double at, double slope) {
        if (!(at > 0 && at < 1)) {
            return new ScaledIntegral.Scale(0, 0);
        }
        double width = width() * mean() * (beta / (alpha + beta)) / (slope * at * (1 - at));
        return new ScaledIntegral.Scale(Math.log(at / (1 - at)), width);
    }

    /** Where the density has died away, below. */
    double lowest() {
        return Math.log(alpha / beta) - 14 * Math.sqrt(1 / alpha + 1 / beta) - 60 / alpha - 60;
    }

    double highest() {
        return Math.log(alpha / beta) + 14 * Math.sqrt(1 / alpha + 1 / beta) + 60 / beta + 60;
    }

    /** Of t, not of x. */
    double logDensity(LogitPoint point) {
        if (point.t() < -LEADING) {
            return alpha * point.t() - logBeta;
        }
        if (point.t() > LEADING) {
            return -beta * point.t() - logBeta;
        }
        return IncompleteBeta.logPower(alpha, beta, point.x(), point.y(), excess(point));
    }

    double logTail(LogitPoint point, boolean lower) {
        Tails tails = tails(point);
        return lower ? tails.logLower() : tails.logUpper();
    }

    private Tails tails(LogitPoint point) {
        if (point.t() < -LEADING) {
            return Tails.ofLogLower(alpha * point.t() - logBeta - Math.log(alpha));
        }
        if (point.t() > LEADING) {
            return Tails.ofLogLower(-beta * point.t() - logBeta - Math.log(beta))
                    .mirrored();
        }
        return IncompleteBeta.tails(alpha, beta, point.x(), point.y(), excess(point));
    }

    /** α·y − β·x from whichever of x and y is exact. */
    private double excess(LogitPoint point) {
        return point.t() < 0
                ? IncompleteBeta.excess(alpha, beta, point.x())
                : -IncompleteBeta.excess(beta, alpha, point.y());
    }
}
