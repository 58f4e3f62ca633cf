package org.mlmath.stats.contingency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "Whether the rows and columns of a table are independent")
public record IndependenceTestResult(
        @JsonUnwrapped TestResult test,

        @Schema(description = "Counts that independence expects: row sum times column sum over the total")
        Matrix expected,

        @Schema(description = "Pearson residuals, (observed - expected) / √expected; null where nothing is expected")
        Matrix residuals,

        @Schema(
                description =
                        "Residuals over their standard errors under independence, beyond ±2 where the table departs from it; null where nothing is expected")
        Matrix standardizedResiduals) {}
