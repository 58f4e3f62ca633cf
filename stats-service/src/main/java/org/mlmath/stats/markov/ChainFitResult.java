package org.mlmath.stats.markov;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Label;

@Schema(description = "A Markov chain estimated from a sequence")
public record ChainFitResult(
        @Schema(description = "The states in the order of the matrices")
        List<Label> states,

        @Schema(description = "Estimated transition probabilities; null in the row of a state that was never left")
        Matrix transition,

        @Schema(description = "Observed transitions: row i, column j from i to j")
        long[][] counts,

        @Schema(description = "Standard errors of the probabilities, √(p(1 - p)/n)")
        Matrix standardErrors,

        @Schema(description = "Lower ends of Wilson's confidence intervals of the observed shares")
        Matrix lower,

        @Schema(description = "Upper ends of Wilson's confidence intervals of the observed shares")
        Matrix upper,

        @Schema(description = "Logarithm of the probability of the sequence given its first state")
        double logLikelihood,

        @Schema(description = "Number of transitions") int transitions,

        @Schema(description = "What to know about the estimates")
        List<Warning> warnings) {}
