package org.mlmath.stats.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The empirical distribution function, a step function, with a band for the true one")
public record EcdfResult(
        @Schema(description = "Where it steps, ascending, or the points asked for")
        double[] x,

        @Schema(description = "Share of the observations up to and including each x")
        double[] p,

        @Schema(description = "Lower end of the simultaneous band at each x")
        double[] lower,

        @Schema(description = "Upper end of the simultaneous band at each x")
        double[] upper,

        @Schema(description = "Half the height of the band where nothing cuts it off")
        double margin,

        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the function")
        List<Warning> warnings) {}
