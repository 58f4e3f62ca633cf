package org.mlmath.calculus.optimization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Several methods on one objective, each run as `minimize` runs it")
public record CompareMethodsRequest(
        @Schema(description = "What is minimised") @NotNull @Valid
        Objective objective,

        @Schema(
                description = "Where each run starts, as for `minimize`; for a model the zero weights by default",
                examples = "[-1.5, 2]",
                nullable = true)
        Start start,

        @Schema(description = "How many steps each run makes unless a criterion is met before", examples = "200")
        @NotNull
        @Min(0)
        @Max(MinimizeRequest.MOST_ITERATIONS)
        Long maxIterations,

        @Schema(
                description = "The methods; one may stand several times, with other parameters",
                examples = "[{\"name\": \"adam\", \"learningRate\": 0.1}, {\"name\": \"bfgs\"}]")
        @NotNull
        @Size(min = 1, max = CompareMethodsRequest.MOST_METHODS)
        List<@NotNull @Valid OptimizationMethod> methods,

        @Schema(description = "What the runs are ranked by", defaultValue = "value", nullable = true)
        RankingCriterion criterion,

        @Schema(description = "Criteria that end a run early", nullable = true) @Valid
        StopConditions stop,

        @Schema(description = "Which iterates each trajectory keeps", nullable = true) @Valid
        RecordWindow record,

        @Schema(
                description = "What runs draw from, the same for all; drawn if not given, and returned",
                examples = "1",
                nullable = true)
        @Min(0)
        @Max(MinimizeRequest.LARGEST_SEED)
        Long seed,

        @Schema(description = "Asks for the objective on a grid around all paths", nullable = true) @Valid
        SurfaceOptions surface,

        @Schema(
                description = "Whether to show the working; runs have none to show",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {
    static final int MOST_METHODS = 50;

    /** The run of one of the methods. */
    MinimizeRequest run(OptimizationMethod method) {
        return new MinimizeRequest(objective, method, start, maxIterations, stop, record, seed, null, null, null);
    }

    @Override
    public Cost cost() {
        return methods == null || methods.isEmpty()
                ? Cost.SMALL
                : methods.stream().map(this::run).map(RunCost::of).reduce(RunCost.of(surface, objective), Cost::plus);
    }
}
