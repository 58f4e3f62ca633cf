package org.mlmath.stats.multiplicity;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "p-values of several tests that are judged together")
public record MultipleTestingRequest(
        @Schema(description = "The p-values, each from 0 to 1", examples = "[0.01, 0.04, 0.03, 0.005]") @NotNull
        double[] pValues,

        @Schema(description = "What is held to alpha, and how", examples = "holm") @NotNull
        PValueCorrection method,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    @Override
    public Cost cost() {
        return new Cost(1e-5 + 1e-7 * pValues.length, 4096 + 48L * pValues.length);
    }
}
