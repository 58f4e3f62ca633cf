package org.mlmath.stats.regression;

import org.mlmath.numerics.InvalidParameterException;

/** What is asked about a linear model beyond its estimates. */
record LeastSquaresQuestion(double level, StandardErrorKind standardErrors, boolean influence, boolean explain) {
    static LeastSquaresQuestion of(double level, StandardErrorKind standardErrors, boolean influence, boolean explain) {
        requireLevel(level);
        return new LeastSquaresQuestion(level, standardErrors, influence, explain);
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new InvalidParameterException("level is %s; it has to lie strictly between 0 and 1.".formatted(level))
                    .at("/level");
        }
    }
}
