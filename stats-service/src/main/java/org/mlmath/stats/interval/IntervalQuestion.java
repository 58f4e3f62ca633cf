package org.mlmath.stats.interval;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.stats.number.Words;

/** How sure an interval is to be, and whether its derivation is shown. */
record IntervalQuestion(double level, boolean explain) {
    private static final double USUAL_LEVEL = 0.95;

    /** @throws InvalidParameterException at {@code /level} unless 0 < level < 1 */
    static IntervalQuestion of(Double level, Boolean explain) {
        double asked = level == null ? USUAL_LEVEL : level;
        if (!(asked > 0 && asked < 1)) {
            throw new InvalidParameterException(
                            "level must lie strictly between 0 and 1, but is " + Words.exact(asked) + ".")
                    .at("/level");
        }
        return new IntervalQuestion(asked, Boolean.TRUE.equals(explain));
    }

    /** What may lie outside at each end. */
    double outside() {
        return 0.5 * (1 - level);
    }

    TailProbability above() {
        return TailProbability.upper(outside());
    }

    TailProbability below() {
        return TailProbability.lower(outside());
    }
}
