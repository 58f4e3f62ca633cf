package org.mlmath.calculus.activation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Pre-activations; parameters are refused where the activation has none of the name")
public record ActivationRequest(
        @Schema(description = "z: a vector, or a matrix with an example per row", examples = "[-2, 0, 3]") @NotNull
        VectorOrMatrix inputs,

        @Schema(description = "leaky-relu: slope of the negative side", defaultValue = "0.01")
        Double negativeSlope,

        @Schema(description = "elu: minus the limit for large negative inputs", defaultValue = "1")
        Double alpha,

        @Schema(description = "gelu: exact, or by tanh as in BERT and GPT-2", defaultValue = "none")
        GeluApproximation approximate,

        @Schema(description = "Adds the working, for up to 10 inputs", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_ENTRY = 1e-7;

    @Override
    public Cost cost() {
        if (inputs == null || inputs.matrix().values().length < 50) {
            return Cost.SMALL;
        }
        double entries = inputs.matrix().values().length;
        return new Cost(SECONDS_PER_ENTRY * entries, (long) (32 * entries));
    }
}
