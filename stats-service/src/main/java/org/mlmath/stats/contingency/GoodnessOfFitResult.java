package org.mlmath.stats.contingency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "Whether counts follow a distribution")
public record GoodnessOfFitResult(
        @JsonUnwrapped TestResult test,

        @Schema(description = "Counts that the null hypothesis expects")
        double[] expected,

        @Schema(description = "Pearson residuals, (observed - expected) / √expected")
        double[] residuals) {}
