package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "How far a step goes: always the learning rate's length, the first of ever shorter lengths with enough descent"
                        + " (Armijo), or a length where the slope has flattened too (strong Wolfe)")
public enum LineSearchKind {
    @JsonProperty("none")
    NONE,
    @JsonProperty("armijo")
    ARMIJO,
    @JsonProperty("strong-wolfe")
    STRONG_WOLFE
}
