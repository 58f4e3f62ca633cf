package org.mlmath.stats.bayes.mcmc;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether to believe the summary")
public record McmcDiagnosis(
        @Schema(description = "Whether nothing was found that speaks against the summary")
        boolean believable,

        @Schema(description = "The verdict in a sentence") String summary,
        @Schema(description = "What was found") List<McmcFinding> findings) {}
