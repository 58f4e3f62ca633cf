package org.mlmath.stats.information;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Bound;

@Schema(description = "A random variable whose entropy is wanted")
public record EntropyRequest(
        @Schema(
                description = "Probabilities, counts, observations, or a distribution by name",
                examples = {
                    "[0.5, 0.25, 0.25]",
                    "{\"name\": \"normal\", \"parameters\": {\"mean\": 0, \"standardDeviation\": 1}}"
                })
        @NotNull
        @Valid
        Outcomes p,

        @Schema(
                description =
                        "What the numbers are: probabilities, counts of outcomes, or the outcomes one after the other; by default counts where they are whole and add up to more than 1, else probabilities",
                defaultValue = "auto")
        OutcomeKind kind,

        @Schema(
                description =
                        "Whether observations are of a continuous variable, whose differential entropy is estimated",
                defaultValue = "false")
        Boolean continuous,

        @Schema(description = "How the entropy is estimated from counts and observations", defaultValue = "plug-in")
        EntropyEstimator estimator,

        @Schema(
                description = "Of a continuous variable: to which nearest neighbour distances are taken",
                minimum = "1",
                defaultValue = "3")
        Integer neighbors,

        @Schema(
                description = "Base of the logarithm, above 1: 2 for bits, 10 for hartleys",
                examples = "2",
                defaultValue = "e")
        Bound base,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public EntropyRequest {
        kind = kind == null ? OutcomeKind.AUTO : kind;
        continuous = Boolean.TRUE.equals(continuous);
        estimator = estimator == null ? EntropyEstimator.PLUG_IN : estimator;
        neighbors = neighbors == null ? 3 : neighbors;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long size = p == null ? 0 : p.size();
        return new Cost(1e-5 + size * 5e-7, 8192 + 80 * size);
    }
}
