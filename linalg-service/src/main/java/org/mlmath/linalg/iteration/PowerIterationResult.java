package org.mlmath.linalg.iteration;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Where multiplying by A again and again leads")
public record PowerIterationResult(
        @Schema(
                description = "The eigenvalue: the Rayleigh quotient vᵀAv of the last vector",
                examples = "3.618033988749895")
        double value,

        @Schema(
                description = "The last vector, of 2-norm 1; the first of its largest entries is positive",
                examples = "[0.5257311121191336, 0.85065080835204]")
        double[] vector,

        @Schema(description = "Whether the residual is within the tolerance")
        boolean converged,

        @Schema(description = "Multiplications by A after the start", examples = "14")
        int iterations,

        @Schema(
                description =
                        "By which the residual was multiplied in a round, in the mean of the last ones: |λ₂/λ₁| as seen; absent after"
                                + " fewer than two rounds",
                examples = "0.38",
                nullable = true)
        Double convergenceRatio,

        @Schema(
                description =
                        "|λ₂|/|λ₁| of the eigenvalues themselves, for n up to 200; absent where A is nilpotent or n is 1",
                examples = "0.38196601125010515",
                nullable = true)
        Double eigenvalueRatio,

        @Schema(description = "The start, as number 0, and every round")
        List<Round> history,

        @Schema(description = "How right the eigenvalue is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "PowerIterationRound", description = "One round")
    public record Round(
            @Schema(description = "0 for the start", examples = "1")
            int iteration,

            @Schema(description = "Rayleigh quotient of the vector", examples = "3.5")
            double value,

            @Schema(description = "‖Av − value·v‖₂ / ‖Av‖₂", examples = "0.1")
            double residual,

            @Schema(
                    description =
                            "The vector, of 2-norm 1 and as multiplied: its sign alternates where the eigenvalue is"
                                    + " negative; left out for more than 100 dimensions or 100,000 numbers",
                    nullable = true)
            double[] vector) {}

    @Schema(name = "PowerIterationDiagnostics", description = "How right an eigenvalue is")
    public record Diagnostics(
            @Schema(description = "‖Av − λv‖₂ / ‖Av‖₂ of the answer", examples = "1e-13")
            double residual) {}
}
