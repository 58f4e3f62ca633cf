package org.mlmath.stats.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;

@Schema(description = "How often an interval holds the true value")
public record CoverageResult(
        @Schema(description = "Share of the intervals that hold it")
        double coverage,

        @Schema(description = "What chance does to that share: √(c(1 - c)/repetitions)")
        double monteCarloError,

        @Schema(description = "Wilson's 95 % interval of the probability to hold it")
        Interval coverageInterval,

        @Schema(description = "The level that was promised") double level,
        @Schema(description = "The true value") double trueValue,
        @Schema(description = "Mean width of the intervals") double meanWidth,

        @Schema(description = "Intervals wholly above the true value")
        int missedAbove,

        @Schema(description = "Intervals wholly below the true value")
        int missedBelow,

        @Schema(description = "The first hundred, to be drawn")
        List<CoveringInterval> intervals,

        @Schema(description = "The seed that gives these samples again")
        long seed,

        @Schema(description = "What to know about the coverage")
        List<Warning> warnings) {}
