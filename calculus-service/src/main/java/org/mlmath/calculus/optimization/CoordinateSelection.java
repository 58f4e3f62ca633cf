package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.optimization.descent.CoordinateDescent;

@Schema(description = "Which coordinate moves: one after the other, the one with the steepest slope, or any")
public enum CoordinateSelection {
    @JsonProperty("cyclic")
    CYCLIC,
    @JsonProperty("greedy")
    GREEDY,
    @JsonProperty("random")
    RANDOM;

    CoordinateDescent.Selection selection() {
        return CoordinateDescent.Selection.valueOf(name());
    }
}
