package org.mlmath.stats.information;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Bound;

@Schema(description = "Two random variables: a table, or a sample of each")
public record MutualInformationRequest(
        @Schema(
                description =
                        "A table of probabilities (or counts) with a row per value of the first variable; or observations of it",
                examples = {"[[0.4, 0.1], [0.1, 0.4]]", "[\"a\", \"b\", \"a\"]"})
        @NotNull
        @Valid
        Outcomes p,

        @Schema(description = "Without a table: observations of the second variable, in the same order") @Valid
        Outcomes q,

        @Schema(
                description =
                        "What the numbers of a table are: probabilities or counts, by default counts where they are whole and add up to more than 1; lists are observations",
                defaultValue = "auto")
        OutcomeKind kind,

        @Schema(
                description = "Whether observations that are numbers are of continuous variables",
                defaultValue = "false")
        Boolean continuous,

        @Schema(
                description = "Of continuous variables: to which nearest neighbour distances are taken",
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
    public MutualInformationRequest {
        kind = kind == null ? OutcomeKind.AUTO : kind;
        continuous = Boolean.TRUE.equals(continuous);
        neighbors = neighbors == null ? 3 : neighbors;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double size = p == null ? 0 : p.size();
        double pairs = Boolean.TRUE.equals(continuous) ? size * size * 2e-9 : 0;
        return new Cost(1e-5 + size * 1e-6 + pairs, (long) (8192 + 120 * size));
    }
}
