package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "A coefficient of a model and what is known about it")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RegressionCoefficient(
        @Schema(description = "intercept, or the name of the feature", examples = "x1")
        String name,

        @Schema(description = "The estimate; null where the column depends on those before it", nullable = true)
        Double estimate,

        @Schema(description = "Its standard error; null where no degrees of freedom are left", nullable = true)
        Double standardError,

        @Schema(description = "The statistic of the test against 0; `conventions` name it", nullable = true)
        Double statistic,

        @Schema(description = "Two-sided p-value of the test against 0", nullable = true)
        Double pValue,

        @Schema(description = "Confidence interval at the level asked for", nullable = true)
        Interval confidenceInterval) {

    static RegressionCoefficient aliased(String name) {
        return new RegressionCoefficient(name, null, null, null, null, null);
    }
}
