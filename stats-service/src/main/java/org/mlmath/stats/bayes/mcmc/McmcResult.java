package org.mlmath.stats.bayes.mcmc;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Draws from the distribution, summarized")
public record McmcResult(
        @Schema(description = "What the draws say, by variable")
        Map<String, VariableDraws> summary,

        @Schema(description = "Whether to believe it") McmcDiagnosis diagnosis,
        @Schema(description = "How each chain went") List<ChainReport> chains,

        @Schema(description = "The draws by variable, a row per chain, where asked for", nullable = true)
        Map<String, Matrix> samples,

        @Schema(description = "The seed used") long seed,
        @Schema(description = "How exact the answer is") McmcDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings) {}
