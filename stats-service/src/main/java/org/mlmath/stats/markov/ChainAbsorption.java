package org.mlmath.stats.markov;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Label;

@Schema(description = "Where a chain that starts in a transient state ends, and how soon")
public record ChainAbsorption(
        @Schema(description = "The transient states, a row of the matrix for each")
        List<Label> transientStates,

        @Schema(description = "The recurrent classes, a column of the matrix for each")
        List<List<Label>> classes,

        @Schema(description = "The probability of ending in each class from each transient state")
        Matrix probabilities,

        @Schema(description = "Expected number of steps until a recurrent class is entered, from each transient state")
        double[] expectedSteps) {}
