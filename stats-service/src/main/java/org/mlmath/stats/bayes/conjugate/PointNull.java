package org.mlmath.stats.bayes.conjugate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A single value of the parameter against the prior over all values")
public record PointNull(
        @Schema(description = "The value held against the prior")
        double nullValue,

        @Schema(description = "BF₀₁ = p(data | value) / p(data | prior): above 1 it speaks for the value")
        double forNull,

        @Schema(description = "BF₁₀ = 1 / BF₀₁") double againstNull,

        @Schema(description = "log BF₀₁, right where the factors over- or underflow")
        double logForNull) {}
