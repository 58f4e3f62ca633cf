package org.mlmath.numerics.bayes;

import java.util.function.DoubleFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;

/**
 * Inverts a distribution function whose values are expensive: as the standard normal quantile of the probability it is nearly a
 * straight line for what comes of much data, so that the secant method (regula falsi with the Illinois weights once there is a
 * bracket) needs few values.
 */
final class ProbitRoot {
    private static final Normal STANDARD = new Normal(0, 1);
    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-13;

    private ProbitRoot() {}

    /**
     * @param centre where to begin
     * @param spread about the standard deviation
     * @param lower the support's end, which may be infinite
     */
    static double find(
            DoubleFunction<Tails> distribution,
            TailProbability probability,
            double centre,
            double spread,
            double lower,
            double upper,
            Deadline deadline) {
        double target = STANDARD.quantile(probability);
        Bracket bracket = new Bracket(lower, upper);
        double x = centre + target * spread;
        if (!(x > lower && x < upper)) {
            x = Bracket.between(centre, target < 0 ? lower : upper);
        }
        double reach = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            deadline.check();
            double excess = probit(distribution.apply(x)) - target;
            if (excess == 0) {
                return x;
            }
            bracket.add(x, excess);
            double next;
            if (bracket.complete()) {
                next = step % 8 == 7 ? bracket.middle() : bracket.secant();
                if (bracket.width() <= CLOSE * Math.max(Math.abs(next), spread)
                        || Math.abs(next - x) <= CLOSE * Math.max(Math.abs(next), spread)
                        || next == bracket.low()
                        || next == bracket.high()) {
                    return next;
                }
            } else {
                // What a straight line of slope 1/spread would need, and a little more so as to get to the other side.
                reach = Math.max(2 * reach, spread * Math.clamp(1.05 * Math.abs(excess), 1e-3, 50));
                double far = excess < 0 ? x + reach : x - reach;
                next = far > lower && far < upper ? far : Bracket.between(x, excess < 0 ? upper : lower);
                if (next == x) {
                    return x;
                }
            }
            x = next;
        }
        return x;
    }

    private static double probit(Tails tails) {
        return STANDARD.quantile(
                tails.lower() < tails.upper()
                        ? TailProbability.ofLog(false, tails.logLower())
                        : TailProbability.ofLog(true, tails.logUpper()));
    }
}
