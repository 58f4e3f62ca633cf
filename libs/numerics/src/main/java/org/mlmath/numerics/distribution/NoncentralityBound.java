package org.mlmath.numerics.distribution;

import java.util.function.DoubleFunction;
import org.mlmath.numerics.root.BracketedRoot;
import org.mlmath.numerics.special.Tails;

/**
 * The λ at which a noncentral distribution puts a given probability beyond a point. As a function of √λ the normal quantile of that
 * probability is nearly a straight line, so that few evaluations are needed.
 */
final class NoncentralityBound {
    private NoncentralityBound() {}

    /**
     * @param tails at the point, for each λ; the upper one grows with λ
     * @param centre a guess at √λ
     * @param spread what √λ varies by, roughly
     */
    static double of(DoubleFunction<Tails> tails, double centre, double spread, TailProbability p) {
        if (excess(tails, 0, p) >= 0) {
            return 0;
        }
        double z = Normal.standardQuantile(TailProbability.ofLog(true, p.log())) * (p.upper() ? -1 : 1);
        double guess = Math.max(centre + z * spread, 0);
        double low = Math.max(guess - spread, 0);
        double high = guess + spread;
        for (double step = spread; low > 0 && excess(tails, low, p) > 0; step *= 2) {
            high = low;
            low = Math.max(low - step, 0);
        }
        for (double step = spread; excess(tails, high, p) < 0; step *= 2) {
            low = high;
            high += step;
        }
        double root = BracketedRoot.of(x -> excess(tails, x, p), low, high);
        return root * root;
    }

    /** How far the upper tail lies above what is asked for, on the scale of normal quantiles. */
    private static double excess(DoubleFunction<Tails> tails, double root, TailProbability p) {
        Tails at = tails.apply(root * root);
        double sign = p.upper() ? 1 : -1;
        double log = p.upper() ? at.logUpper() : at.logLower();
        double bounded = Math.clamp(log, -1e300, 0);
        return sign
                * (Normal.standardQuantile(TailProbability.ofLog(false, bounded))
                        - Normal.standardQuantile(TailProbability.ofLog(false, p.log())));
    }
}
