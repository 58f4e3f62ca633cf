package org.mlmath.linalg.pca;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The data nearest to scores")
public record PcaReconstructResult(
        @Schema(description = "n×p: a row per observation, a column per variable", examples = "[[5, 5]]")
        Matrix data,

        @Schema(description = "How far the model can be trusted")
        PcaModelDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
