package org.mlmath.calculus.root;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A run of Newton's method")
public record NewtonIterationResult(
        @Schema(description = "The iterates, the start first", examples = "[1, 1.5, 1.4166666666666667]")
        double[] iterates,

        @Schema(description = "What happened at each iterate")
        List<NewtonIterate> history,

        @Schema(
                description = "The root, where the iteration converged",
                nullable = true,
                examples = "1.4142135623730951")
        Double root,

        @Schema(
                description =
                        "The order of convergence observed over the last steps: 2 at a simple root, 1 at a multiple one; null where they are too few",
                nullable = true,
                examples = "2")
        Double order,

        @Schema(description = "Whether the iteration converged", examples = "true")
        boolean converged,

        @Schema(description = "Why it ended", examples = "converged")
        NewtonOutcome reason,

        @Schema(description = "The length of the cycle, where it ended in one", nullable = true, examples = "2")
        Integer period,

        @Schema(
                description =
                        "The multiplicity of the root as the slow convergence shows it; null where it was not slow",
                nullable = true,
                examples = "2")
        Integer multiplicity,

        @Schema(description = "The derivative that was used", examples = "2*x")
        String derivative,

        @Schema(description = "The variable", examples = "x")
        String variable,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps,

        @Schema(description = "How right the root is") NewtonDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to look out for, and what to try next")
        List<Warning> warnings) {

    @Schema(description = "An iterate and the step from it")
    public record NewtonIterate(
            @Schema(description = "Its number, 0 for the start", examples = "1")
            int iteration,

            @Schema(description = "Where it is", examples = "1.5")
            double x,

            @Schema(
                    description = "The expression there; null where it is undefined",
                    nullable = true,
                    examples = "0.25")
            Double value,

            @Schema(description = "The derivative there; null where there is none", nullable = true, examples = "3")
            Double derivative,

            @Schema(
                    description =
                            "The step that the tangent asks for, not taken from the last iterate; null where there is none",
                    nullable = true,
                    examples = "-0.08333333333333333")
            Double step,

            @Schema(
                    description = "The distance to the root; null where the iteration did not converge",
                    nullable = true,
                    examples = "0.08578643762690485")
            Double error) {}

    @Schema(description = "How right the root is")
    public record NewtonDiagnostics(
            @Schema(
                    description = "The modulus of the expression at the last iterate",
                    nullable = true,
                    examples = "4.4e-16")
            Double residual,

            @Schema(description = "How often the expression and its derivative were evaluated", examples = "6")
            int evaluations,

            @Schema(
                    description =
                            "Proven distance of the last iterate from the only root nearby; null where there is no proof",
                    nullable = true,
                    examples = "2.3e-16")
            Double errorBound) {}
}
