package org.mlmath.linalg.transformation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "M = Mₖ···M₂·M₁: the steps in one matrix")
public record TransformationBuildResult(
        @Schema(
                description = "M, n×n, or (n + 1)×(n + 1) and homogeneous where there is a translation",
                examples = "[[0, -2, 3], [1, 0, 0], [0, 0, 1]]")
        Matrix matrix,

        @Schema(description = "The matrix of each step, in their order")
        List<Matrix> matrices,

        @Schema(description = "Whether the matrices are homogeneous: their last row is (0, …, 0, 1)")
        boolean homogeneous,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
