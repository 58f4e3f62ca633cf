package org.mlmath.linalg.transformation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(description = "The images M·x + t")
public record TransformationApplyResult(
        @Schema(description = "The image of each point, in the form in which the points came")
        VectorOrMatrix points,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
