package org.mlmath.stats.bayes.mcmc;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Bound;

@Schema(description = "A variable to be sampled")
public record McmcVariable(
        @Schema(description = "Its name in the expression", examples = "mu") @NotNull @NotBlank
        String name,

        @Schema(description = "Its lower bound, not itself included", examples = "0", nullable = true)
        Bound lower,

        @Schema(description = "Its upper bound, not itself included", examples = "1", nullable = true)
        Bound upper,

        @Schema(
                description =
                        "Where every chain begins, between the bounds; without it each chain draws its own start at random",
                examples = "0.5",
                nullable = true)
        Bound start) {}
