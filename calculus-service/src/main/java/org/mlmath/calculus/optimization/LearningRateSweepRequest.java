package org.mlmath.calculus.optimization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Runs of one method at several learning rates")
public record LearningRateSweepRequest(
        @Schema(description = "What is minimised") @NotNull @Valid
        Objective objective,

        @Schema(description = "How; its learningRate is the sweep's to set") @NotNull @Valid
        OptimizationMethod method,

        @Schema(
                description = "Where each run starts, as for `minimize`; for a model the zero weights by default",
                examples = "[1, 1]",
                nullable = true)
        Start start,

        @Schema(description = "How many steps each run makes unless a criterion is met before", examples = "100")
        @NotNull
        @Min(0)
        @Max(MinimizeRequest.MOST_ITERATIONS)
        Long maxIterations,

        @Schema(
                description = "The learning rates, above 0; by default two per decade from 0.0001 to 10",
                examples = "[0.01, 0.1, 1]",
                nullable = true)
        double[] rates,

        @Schema(description = "Criteria that end a run early", nullable = true) @Valid
        StopConditions stop,

        @Schema(description = "Which iterates each trajectory keeps; maxPoints is 200 by default", nullable = true)
        @Valid
        RecordWindow record,

        @Schema(
                description = "What runs draw from, the same for all; drawn if not given, and returned",
                examples = "1",
                nullable = true)
        @Min(0)
        @Max(MinimizeRequest.LARGEST_SEED)
        Long seed,

        @Schema(
                description = "Whether to show the working; runs have none to show",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {
    /** What a sweep's curves need. */
    private static final int FEW_POINTS = 200;

    /** The run at one rate. */
    MinimizeRequest run(double rate) {
        RecordWindow window = record == null ? new RecordWindow(null, null, null, null, null) : record;
        Integer points = window.maxPoints() == null ? Integer.valueOf(FEW_POINTS) : window.maxPoints();
        return new MinimizeRequest(
                objective,
                LearningRateSweep.hasRate(method) ? method.at(rate) : method,
                start,
                maxIterations,
                stop,
                new RecordWindow(window.every(), window.from(), window.to(), points, window.state()),
                seed,
                null,
                null,
                null);
    }

    @Override
    public Cost cost() {
        if (method == null || method.name() == null) {
            return Cost.SMALL;
        }
        int kept = rates == null ? LearningRateSweep.defaultRates().length : rates.length;
        Cost one = RunCost.of(run(1));
        // The runs that look for the bound are not kept.
        return new Cost((kept + (double) LearningRateSweep.MOST_TRIALS) * one.seconds(), (long)
                Math.min(one.bytes() * (kept + 1.0), Long.MAX_VALUE / 4.0));
    }
}
