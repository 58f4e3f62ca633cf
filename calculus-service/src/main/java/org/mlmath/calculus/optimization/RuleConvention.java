package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.optimization.Convention;

@Schema(description = "Whose way of writing a method is followed where they differ: PyTorch's, Keras's or the course's")
public enum RuleConvention {
    @JsonProperty("torch")
    TORCH(Convention.TORCH),
    @JsonProperty("keras")
    KERAS(Convention.KERAS),
    @JsonProperty("course")
    COURSE(Convention.COURSE);

    private final Convention convention;

    RuleConvention(Convention convention) {
        this.convention = convention;
    }

    /** @return as on the wire */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    Convention convention() {
        return convention;
    }
}
