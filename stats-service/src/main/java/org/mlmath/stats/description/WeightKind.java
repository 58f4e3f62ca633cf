package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.sample.SampleMoments;

/** What the weights of observations mean, which decides the divisor of a variance. */
public enum WeightKind {
    /** How often each was observed: W observations in all. */
    @JsonProperty("frequency")
    FREQUENCY {
        @Override
        double divisor(SampleMoments moments, double ddof) {
            return moments.weight() - ddof;
        }
    },

    /** How much each is to be relied on, whatever the scale: ddof 1 makes the variance unbiased. */
    @JsonProperty("reliability")
    RELIABILITY {
        @Override
        double divisor(SampleMoments moments, double ddof) {
            return moments.weight() - ddof * moments.squaredWeight() / moments.weight();
        }
    };

    /** What the sum of squared deviations is divided by. */
    abstract double divisor(SampleMoments moments, double ddof);
}
