package org.mlmath.calculus.activation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(description = "What an activation makes of its inputs")
public record ActivationResult(
        @Schema(description = "The function", examples = "relu")
        ActivationName activation,

        @Schema(description = "Its parameters, defaults filled in")
        Map<String, Object> parameters,

        @Schema(description = "g(z), of the shape of the inputs", examples = "[0, 0, 3]")
        VectorOrMatrix outputs,

        @Schema(
                description =
                        "g'(z), of the shape of the inputs. For softmax and log-softmax the Jacobian ∂aᵢ/∂zⱼ of a vector, a list of"
                                + " Jacobians for the rows of a matrix; left out where these have more than 1,000,000 entries.",
                nullable = true,
                examples = "[0, 0, 1]")
        Derivatives derivatives,

        @Schema(description = "The formula, as LaTeX", examples = "g(z) = \\max(0, z)")
        String latex,

        @Schema(description = "How right the values are") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "ActivationDiagnostics", description = "How right the values are")
    public record Diagnostics(
            @Schema(
                    description = "Bound of the relative error of outputs and derivatives, away from their zeros",
                    examples = "1e-14")
            double relativeErrorBound) {}
}
