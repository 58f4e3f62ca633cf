package org.mlmath.stats.markov;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Label;

@Schema(description = "What a Markov chain does in the long run")
public record ChainAnalysisResult(
        @Schema(description = "The states in the order of vectors and matrices")
        List<Label> states,

        @Schema(description = "The communicating classes, by their first states")
        List<ChainClass> classes,

        @Schema(description = "The period of each state; 0 for one that is never seen again")
        int[] periods,

        @Schema(description = "Whether every state leads to every other")
        boolean irreducible,

        @Schema(description = "Whether every recurrent class has period 1")
        boolean aperiodic,

        @Schema(description = "Whether all powers of the matrix from some on are positive: irreducible and aperiodic")
        boolean regular,

        @Schema(description = "The stationary distribution; null where there are several", nullable = true)
        double[] stationary,

        @Schema(
                description =
                        "The stationary distribution of each recurrent class, over all states: all stationary ones are their mixtures")
        List<double[]> stationaryByClass,

        @Schema(description = "Where the chain ends from transient states; null where there are none", nullable = true)
        ChainAbsorption absorption,

        @Schema(
                description =
                        "Row i, column j: expected steps from i until in j, 0 for i = j; Infinity where it is not sure. Null for"
                                + " more than 150 states",
                nullable = true)
        Matrix hittingTimes,

        @Schema(description = "Row i, column j: probability of ever being in j from i on", nullable = true)
        Matrix hittingProbabilities,

        @Schema(
                description =
                        "Expected steps until each state is seen again, 1 / stationary; null where there are several stationary distributions",
                nullable = true)
        double[] returnTimes,

        @Schema(
                description = "Whether the stationary chain looks alike run backwards; null where there are several",
                nullable = true)
        Boolean reversible,

        @Schema(
                description = "How soon it forgets where it began; null unless regular, and for more than 150 states",
                nullable = true)
        ChainMixing mixing,

        @Schema(
                description = "Expected steps to a state drawn from the stationary distribution, whatever the start",
                nullable = true)
        Double kemenyConstant,

        @Schema(description = "Entropy of a step of the stationary chain in nats", nullable = true)
        Double entropyRate,

        @Schema(description = "The distribution after so many steps, when asked for", nullable = true)
        double[] after,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the chain")
        List<Warning> warnings) {}
