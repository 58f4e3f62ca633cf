package org.mlmath.linalg.pca;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Data to express in the components of a model")
public record PcaTransformRequest(
        @Schema(description = "What fit returned") @NotNull @Valid
        PcaModel model,

        @Schema(
                description = "n×p: a row per observation, the columns in the order they were fitted in",
                examples = "[[3, 4]]")
        @NotNull
        Matrix data,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PcaTransformRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return PcaCost.ofProduct(model, data);
    }
}
