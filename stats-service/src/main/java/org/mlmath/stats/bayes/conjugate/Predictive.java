package org.mlmath.stats.bayes.conjugate;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "The distribution of what will be observed next, the parameter's uncertainty included")
public record Predictive(
        @Schema(description = "Name of the distribution", examples = "beta-binomial")
        String distribution,

        @Schema(description = "Its parameters by name") Map<String, Double> parameters,

        @Schema(description = "Mean; null where there is none", nullable = true)
        Double mean,

        @Schema(description = "Variance; null where there is none", nullable = true)
        Double variance,

        @Schema(description = "Equal-tailed interval at the level")
        Interval interval,

        @Schema(description = "Probabilities of 0, 1, 2, … events; only of counts", nullable = true)
        double[] probabilities) {}
