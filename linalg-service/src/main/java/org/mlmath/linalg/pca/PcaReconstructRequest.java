package org.mlmath.linalg.pca;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Scores to turn back into data")
public record PcaReconstructRequest(
        @Schema(description = "What fit returned") @NotNull @Valid
        PcaModel model,

        @Schema(description = "n×k: a row per observation, a column per component", examples = "[[5]]") @NotNull
        Matrix scores,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PcaReconstructRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return PcaCost.ofProduct(model, scores);
    }
}
