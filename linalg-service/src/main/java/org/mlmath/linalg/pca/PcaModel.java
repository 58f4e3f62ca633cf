package org.mlmath.linalg.pca;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;

/** What of a fit's answer its use needs. The rest of the answer may stand beside it, so that a caller can send it as it came. */
@Schema(
        description =
                "What fit returned. The answer may be sent as it came: of its fields these are used, and the others"
                        + " skipped",
        additionalProperties = Schema.True.class)
@JsonIgnoreProperties({
    "explainedVarianceRatio",
    "cumulativeVarianceRatio",
    "singularValues",
    "loadings",
    "scores",
    "reconstructionError",
    "residualNorm",
    "totalVariance",
    "rank",
    "solver",
    "seed",
    "diagnostics",
    "conventions",
    "warnings",
    "steps"
})
public record PcaModel(
        @Schema(description = "k×p: its rows are the components", examples = "[[0.8, 0.6]]") @NotNull
        Matrix components,

        @Schema(description = "What is subtracted from each of the p columns", examples = "[1, 2]") @NotNull
        double[] mean,

        @Schema(description = "What each column is divided by; nothing when absent", examples = "[1, 2]")
        double[] scale,

        @Schema(description = "The variance of each component's scores, needed for whitening", examples = "[1.8]")
        double[] explainedVariance,

        @Schema(description = "Whether scores are divided by their standard deviations", defaultValue = "false")
        Boolean whiten) {

    public PcaModel {
        whiten = whiten != null && whiten;
    }
}
