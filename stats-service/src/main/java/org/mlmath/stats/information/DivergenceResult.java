package org.mlmath.stats.information;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "How far two distributions are from each other")
public record DivergenceResult(
        @Schema(description = "The divergence, 0 for equal distributions; Infinity where q rules out what p has")
        double value,

        @Schema(description = "Of Jensen and Shannon: its square root, a metric", nullable = true)
        Double distance,

        @Schema(description = "What each outcome adds", nullable = true)
        double[] terms,

        @Schema(description = "The unit: nats, bits, hartleys", examples = "bits")
        String unit,

        @Schema(description = "How right the value is") InformationDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the value")
        List<Warning> warnings) {}
