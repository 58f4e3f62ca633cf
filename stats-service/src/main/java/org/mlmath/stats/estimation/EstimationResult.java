package org.mlmath.stats.estimation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Parameters estimated from data")
public record EstimationResult(
        @Schema(description = "Name of the family", examples = "exponential")
        String distribution,

        @Schema(description = "Estimated and fixed parameters by name")
        Map<String, Double> parameters,

        @Schema(
                description =
                        "Standard error of each estimated parameter from the observed information; null for an integer, or at a boundary")
        @JsonInclude(content = JsonInclude.Include.ALWAYS)
        Map<String, Double> standardErrors,

        @Schema(description = "Logarithm of the likelihood of the data at the parameters")
        double logLikelihood,

        @Schema(
                description =
                        "Logarithm of likelihood times prior density, which is the posterior's up to a constant; only with a prior",
                nullable = true)
        Double logPosterior,

        @Schema(description = "Number of observations used") int size,

        @Schema(description = "One curve for each estimated parameter, the others held at their estimates")
        List<LikelihoodCurve> curve,

        @Schema(description = "How the search ended") EstimationDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the estimate")
        List<Warning> warnings,

        @Schema(description = "The derivation, when asked for", nullable = true)
        List<Step> steps) {}
