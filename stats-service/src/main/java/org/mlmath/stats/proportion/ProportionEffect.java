package org.mlmath.stats.proportion;

import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.Interval;

/** Cohen's h = 2·arcsin √p − 2·arcsin √p₀: how far apart probabilities are on the scale on which samples tell them apart equally well. */
final class ProportionEffect {
    private ProportionEffect() {}

    static double angle(double proportion) {
        return 2 * Math.asin(Math.sqrt(proportion));
    }

    /** @param ends of the interval of the probability, which become those of h */
    static EffectSize against(double nullValue, double proportion, Interval ends, TestQuestion question) {
        double from = angle(nullValue);
        return new EffectSize(
                "cohens-h",
                angle(proportion) - from,
                question.interval(angle(ends.lower()) - from, angle(ends.upper()) - from, -from, Math.PI - from));
    }
}
