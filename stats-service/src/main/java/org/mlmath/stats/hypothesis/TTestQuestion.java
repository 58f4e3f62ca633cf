package org.mlmath.stats.hypothesis;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.stats.number.SampleOrSummary;
import org.mlmath.stats.number.Words;

/** What is asked of a sample, whatever the sample. */
record TTestQuestion(double nullValue, Alternative alternative, double alpha, boolean explain) {
    private static final double SECONDS_PER_OBSERVATION = 4e-8;
    /** The interval of the effect size solves for two noncentralities. */
    private static final double SECONDS = 6e-4;

    /** @throws InvalidParameterException at {@code /alpha} unless 0 < alpha < 1 */
    static TTestQuestion of(double nullValue, Alternative alternative, double alpha, boolean explain) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new InvalidParameterException(
                            "alpha must lie strictly between 0 and 1, but is " + Words.exact(alpha) + ".")
                    .at("/alpha");
        }
        return new TTestQuestion(nullValue, alternative, alpha, explain);
    }

    static Cost cost(SampleOrSummary... samples) {
        long count = 0;
        for (SampleOrSummary sample : samples) {
            count += sample == null || sample.observations() == null ? 0 : sample.observations().length;
        }
        return new Cost(SECONDS + count * SECONDS_PER_OBSERVATION, 4096 + 16 * count);
    }

    boolean boundedBelow() {
        return alternative != Alternative.LESS;
    }

    boolean boundedAbove() {
        return alternative != Alternative.GREATER;
    }

    /** What may lie outside at each bounded end of a confidence interval. */
    double outside() {
        return alternative == Alternative.TWO_SIDED ? 0.5 * alpha : alpha;
    }

    TailProbability outsideAbove() {
        return TailProbability.upper(outside());
    }
}
