package org.mlmath.calculus.series;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.point.Bound;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "The terms of a sum and their range")
public record SeriesRequest(
        @Schema(description = "The term", examples = "1/n^2") @NotNull
        String term,

        @Schema(
                description =
                        "The index; may be left out where the term has at most one variable (n where it has none)",
                examples = "n")
        String variable,

        @Schema(description = "The first integer", examples = "1") @NotNull
        Bound from,

        @Schema(description = "The last integer, or \"Infinity\"", examples = "Infinity") @NotNull
        Bound to,

        @Schema(description = "How many partial sums are wanted", defaultValue = "20", examples = "20")
        @Min(0)
        @Max(10000)
        Integer partialSums,

        @Schema(description = "Adds the working: the tests of convergence and the value", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public SeriesRequest {
        partialSums = partialSums == null ? 20 : partialSums;
    }

    @Override
    public Cost cost() {
        int length = term == null ? 0 : term.length();
        return new Cost(0.02 + 1e-5 * partialSums + 1e-5 * length, (1 << 20) + 64L * partialSums);
    }
}
