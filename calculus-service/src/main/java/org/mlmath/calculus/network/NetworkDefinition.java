package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Dense layers, one after the other")
public record NetworkDefinition(
        @Schema(description = "From the inputs to the outputs; each takes as many inputs as the one before has outputs")
        @NotEmpty
        List<@NotNull @Valid LayerDefinition> layers) {

    /** @return how many multiplications one example takes, 0 where that cannot be said */
    double weights() {
        double weights = 0;
        if (layers != null) {
            for (LayerDefinition layer : layers) {
                weights += layer == null || layer.weights() == null
                        ? 0
                        : layer.weights().values().length;
            }
        }
        return weights;
    }

    /** @return how many units there are, 0 where that cannot be said */
    double units() {
        double units = 0;
        if (layers != null) {
            for (LayerDefinition layer : layers) {
                units += layer == null || layer.weights() == null
                        ? 0
                        : layer.weights().rows();
            }
        }
        return units;
    }
}
