package org.mlmath.stats.information;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What one variable tells of another")
public record MutualInformationResult(
        @Schema(description = "The mutual information, 0 for independent variables")
        double value,

        @Schema(description = "Entropy of the first variable", nullable = true)
        Double entropyX,

        @Schema(description = "Entropy of the second variable", nullable = true)
        Double entropyY,

        @Schema(description = "Entropy of both together", nullable = true)
        Double jointEntropy,

        @Schema(description = "value over the mean of the two entropies, from 0 to 1", nullable = true)
        Double normalized,

        @Schema(description = "The unit: nats, bits, hartleys", examples = "bits")
        String unit,

        @Schema(description = "How right the value is") InformationDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the value")
        List<Warning> warnings) {}
