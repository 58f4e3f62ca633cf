package org.mlmath.calculus.optimization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A run of a method on an objective")
public record MinimizeRequest(
        @Schema(description = "What is minimised") @NotNull @Valid
        Objective objective,

        @Schema(description = "How") @NotNull @Valid OptimizationMethod method,

        @Schema(
                description =
                        "Where the run starts: an object by variable or a vector in their order, coordinates being"
                                + " numbers or constant expressions; for a model the weights in the order of the columns and then"
                                + " the intercept (softmax: such a row per class), zeros by default",
                examples = "[-1.5, 2]",
                nullable = true)
        Start start,

        @Schema(description = "How many steps are made unless a criterion is met before", examples = "1000")
        @NotNull
        @Min(0)
        @Max(MinimizeRequest.MOST_ITERATIONS)
        Long maxIterations,

        @Schema(description = "Criteria that end the run early; without any it makes all its steps", nullable = true)
        @Valid
        StopConditions stop,

        @Schema(description = "Which iterates the trajectory keeps", nullable = true) @Valid
        RecordWindow record,

        @Schema(
                description =
                        "What the run draws from: batches of observations, CMA-ES's candidates, random coordinates;"
                                + " drawn if not given, and returned",
                examples = "1",
                nullable = true)
        @Min(0)
        @Max(MinimizeRequest.LARGEST_SEED)
        Long seed,

        @Schema(
                description = "The state that an earlier run returned: this one goes on from there, and takes no start",
                nullable = true)
        @Valid
        OptimizerState resume,

        @Schema(description = "Asks for the objective on a grid around the path", nullable = true) @Valid
        SurfaceOptions surface,

        @Schema(
                description = "Whether to show the working; a run has none to show",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {

    /** 2⁵³ − 1: what JSON numbers hold exactly. Far fewer are ever let in; the limit is the time they take. */
    static final long MOST_ITERATIONS = 9_007_199_254_740_991L;

    static final long LARGEST_SEED = 9_007_199_254_740_991L;

    @Override
    public Cost cost() {
        return RunCost.of(this);
    }
}
