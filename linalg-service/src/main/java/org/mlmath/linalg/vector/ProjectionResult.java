package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;

@Schema(description = "v = projection + residual, the residual orthogonal to every vector projected onto")
public record ProjectionResult(
        @Schema(description = "The vector of the span that is nearest to v", examples = "[3, 4, 0]")
        double[] projection,

        @Schema(description = "v − projection", examples = "[0, 0, 5]")
        double[] residual,

        @Schema(
                description = "The projection is their combination of the vectors projected onto, one per vector",
                examples = "[-1, 4]")
        double[] coefficients,

        @Schema(description = "‖residual‖: how far v is from the span", examples = "5")
        double distance,

        @Schema(description = "How right the projection is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "ProjectionDiagnostics", description = "How right a projection is")
    public record Diagnostics(
            @Schema(description = "Dimension of the span", examples = "2")
            int rank,

            @Schema(
                    description =
                            "What decided the rank: `exact`, fractions; `tolerance`, sizes relative to the largest")
            RankDecision rankDecidedBy,

            @Schema(description = "The relative tolerance, where that decided", nullable = true)
            Double tolerance,

            @Schema(
                    description =
                            "Largest cosine between the residual and a vector projected onto, in modulus, times ‖residual‖/‖v‖; 0 for"
                                    + " right angles",
                    examples = "1e-16")
            double orthogonality) {}
}
