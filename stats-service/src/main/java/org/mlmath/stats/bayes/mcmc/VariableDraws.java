package org.mlmath.stats.bayes.mcmc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "What the draws of one variable say, and what they are worth")
public record VariableDraws(
        @Schema(description = "Mean of all draws; null where it overflows", nullable = true)
        Double mean,

        @Schema(description = "Standard deviation of all draws; null where it overflows", nullable = true)
        Double standardDeviation,

        @Schema(description = "Median of all draws") double median,

        @Schema(description = "Equal-tailed interval of the draws at the level")
        Interval interval,

        @Schema(
                description =
                        "R̂: how much the chains differ, rank-normalized and split; should be below 1.01. Null for draws that do not vary",
                nullable = true)
        Double rHat,

        @Schema(description = "Effective number of independent draws for the centre", nullable = true)
        Double essBulk,

        @Schema(description = "Effective number of independent draws for the 5 % and 95 % quantiles", nullable = true)
        Double essTail,

        @Schema(description = "Monte-Carlo standard error of the mean", nullable = true)
        Double mcse) {}
