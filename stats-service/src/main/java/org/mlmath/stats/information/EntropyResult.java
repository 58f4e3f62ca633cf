package org.mlmath.stats.information;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "How uncertain a random variable is")
public record EntropyResult(
        @Schema(description = "The entropy; differential where the variable is continuous", nullable = true)
        Double value,

        @Schema(description = "What each outcome adds: -p log p", nullable = true)
        double[] terms,

        @Schema(description = "The largest that so many outcomes can have", nullable = true)
        Double maximum,

        @Schema(description = "value / maximum, from 0 to 1", nullable = true)
        Double normalized,

        @Schema(description = "base^value: how many equally likely outcomes would be as uncertain", nullable = true)
        Double perplexity,

        @Schema(description = "The unit: nats, bits, hartleys", examples = "bits")
        String unit,

        @Schema(description = "How right the value is") InformationDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the value")
        List<Warning> warnings) {}
