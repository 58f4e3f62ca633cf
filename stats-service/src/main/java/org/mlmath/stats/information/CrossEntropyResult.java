package org.mlmath.stats.information;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What outcomes of p cost in a code made for q")
public record CrossEntropyResult(
        @Schema(description = "H(p, q) = entropy + klDivergence; Infinity where q rules out what p has")
        double value,

        @Schema(description = "H(p): what they would cost in the best code", nullable = true)
        Double entropy,

        @Schema(description = "D(p‖q): what the wrong code costs more")
        double klDivergence,

        @Schema(description = "The unit: nats, bits, hartleys", examples = "bits")
        String unit,

        @Schema(description = "How right the value is") InformationDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the value")
        List<Warning> warnings) {}
