package org.mlmath.stats.markov;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Label;

@Schema(description = "States each of which leads to every other")
public record ChainClass(
        @Schema(description = "The states") List<Label> states,

        @Schema(description = "Whether the chain never leaves them")
        boolean recurrent,

        @Schema(
                description =
                        "Greatest common divisor of the lengths of ways back; 0 for a state that is never seen again")
        int period) {}
