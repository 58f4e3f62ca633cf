package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.optimization.descent.ConjugateGradient;

@Schema(description = "The β of conjugate gradients; Polak–Ribière and Hestenes–Stiefel never take a negative one")
public enum ConjugateVariant {
    @JsonProperty("fletcher-reeves")
    FLETCHER_REEVES,
    @JsonProperty("polak-ribiere")
    POLAK_RIBIERE,
    @JsonProperty("hestenes-stiefel")
    HESTENES_STIEFEL,
    @JsonProperty("dai-yuan")
    DAI_YUAN;

    ConjugateGradient.Variant variant() {
        return ConjugateGradient.Variant.valueOf(name());
    }
}
