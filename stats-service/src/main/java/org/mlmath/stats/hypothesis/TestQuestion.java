package org.mlmath.stats.hypothesis;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * What is asked of the data, whatever the test.
 *
 * @param nullValue of the parameter under the null hypothesis; NaN where the hypothesis is not about a number
 */
public record TestQuestion(double nullValue, Alternative alternative, double alpha, boolean explain) {
    private static final double USUAL_ALPHA = 0.05;

    /**
     * @param nullValue 0 where null
     * @param alternative two-sided where null
     * @param alpha 0.05 where null
     * @throws InvalidParameterException at {@code /alpha} unless 0 < alpha < 1
     */
    public static TestQuestion of(Double nullValue, Alternative alternative, Double alpha, Boolean explain) {
        double level = alpha == null ? USUAL_ALPHA : alpha;
        if (!(level > 0 && level < 1)) {
            throw new InvalidParameterException(
                            "alpha must lie strictly between 0 and 1, but is " + Words.exact(level) + ".")
                    .at("/alpha");
        }
        return new TestQuestion(
                nullValue == null ? 0 : nullValue,
                alternative == null ? Alternative.TWO_SIDED : alternative,
                level,
                Boolean.TRUE.equals(explain));
    }

    /** Of a test whose alternative has no direction, such as that some of several means differ. */
    public static TestQuestion of(Double alpha, Boolean explain) {
        return of(Double.NaN, Alternative.TWO_SIDED, alpha, explain);
    }

    public boolean boundedBelow() {
        return alternative != Alternative.LESS;
    }

    public boolean boundedAbove() {
        return alternative != Alternative.GREATER;
    }

    /** What may lie outside at each bounded end of a confidence interval. */
    public double outside() {
        return alternative == Alternative.TWO_SIDED ? 0.5 * alpha : alpha;
    }

    public TailProbability outsideAbove() {
        return TailProbability.upper(outside());
    }

    public TailProbability outsideBelow() {
        return TailProbability.lower(outside());
    }

    /** From the probabilities of a statistic that grows with the parameter; two-sided it is twice the smaller one. */
    public double pValue(Tails tails) {
        return switch (alternative) {
            case LESS -> tails.lower();
            case GREATER -> tails.upper();
            case TWO_SIDED -> Math.min(1, 2 * Math.min(tails.lower(), tails.upper()));
        };
    }

    /** The interval between these ends as far as the alternative bounds it; an end that overflows is undefined, not infinite. */
    public Interval interval(double lower, double upper) {
        return interval(lower, upper, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same for a parameter that has a smallest and a largest value itself. */
    public Interval interval(double lower, double upper, double smallest, double largest) {
        return new Interval(boundedBelow() ? defined(lower) : smallest, boundedAbove() ? defined(upper) : largest);
    }

    private static double defined(double end) {
        return Double.isFinite(end) ? end : Double.NaN;
    }
}
