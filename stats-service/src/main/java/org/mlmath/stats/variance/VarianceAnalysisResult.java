package org.mlmath.stats.variance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "An analysis of variance of one factor")
public record VarianceAnalysisResult(
        @JsonUnwrapped TestResult test,

        @Schema(description = "The table: groups, residuals, total")
        List<VarianceSource> table) {}
