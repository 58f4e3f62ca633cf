package org.mlmath.stats.variance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "An analysis of variance of two factors; the statistic is that of all effects together")
public record TwoWayAnovaResult(
        @JsonUnwrapped TestResult test,

        @Schema(description = "The table: factorA, factorB, their interaction, residuals, total")
        List<VarianceSource> table,

        @Schema(
                description =
                        "Whether all cells hold the same number of observations: then the types of sums of squares agree")
        boolean balanced,

        @Schema(description = "The size of each effect") List<FactorEffect> effects) {}
