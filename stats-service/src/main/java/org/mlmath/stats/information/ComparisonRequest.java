package org.mlmath.stats.information;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Bound;

@Schema(description = "Two distributions to be compared")
public record ComparisonRequest(
        @Schema(
                description = "The first: probabilities, counts, observations, or a distribution by name",
                examples = "[0.5, 0.5]")
        @NotNull
        @Valid
        Outcomes p,

        @Schema(description = "The second, over the same outcomes in the same order", examples = "[0.9, 0.1]")
        @NotNull
        @Valid
        Outcomes q,

        @Schema(
                description =
                        "What the numbers are: probabilities, counts of outcomes, or the outcomes one after the other; by default counts where they are whole and add up to more than 1, else probabilities",
                defaultValue = "auto")
        OutcomeKind kind,

        @Schema(
                description = "Base of the logarithm, above 1: 2 for bits, 10 for hartleys",
                examples = "2",
                defaultValue = "e")
        Bound base,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ComparisonRequest {
        kind = kind == null ? OutcomeKind.AUTO : kind;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        return Comparison.cost(p, q);
    }
}
