package org.mlmath.linalg.transformation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The same vector, or map, in the basis asked for")
public record ChangeOfBasisResult(
        @Schema(description = "Coordinates in the basis `to`: P·vector", examples = "[2, 1]", nullable = true)
        double[] vector,

        @Schema(description = "The map in the basis `to`: P·matrix·P⁻¹", nullable = true)
        Matrix matrix,

        @Schema(
                description =
                        "P = T⁻¹·F, with the vectors of `to` and `from` as columns of T and F: it takes old coordinates to new ones",
                examples = "[[0.5, 0.5], [0.5, -0.5]]")
        Matrix transition,

        @Schema(description = "How right the answer is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "ChangeOfBasisDiagnostics", description = "How right the coordinates are")
    public record Diagnostics(
            @Schema(description = "‖T·P − F‖_F / (‖T‖_F·‖P‖_F)", examples = "1.1e-16")
            double backwardError,

            @Schema(description = "Estimate of the condition number of T in the 1-norm", examples = "1")
            double conditionEstimate,

            @Schema(
                    description = "Whether it was computed in fractions and rounded once, so that every digit is right",
                    examples = "true")
            boolean exact) {}
}
