package org.mlmath.stats.contingency;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;

@Schema(description = "A table of paired outcomes: rows before, columns after")
public record McNemarRequest(
        @Schema(
                description = "Counts, k×k: entry (i, j) counts the pairs with i first and j second",
                examples = "[[59, 6], [16, 80]]")
        @NotNull
        Matrix table,

        @Schema(description = "The alternative hypothesis", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Exactly, by an approximation, or as suits the data", defaultValue = "auto")
        TestMethod method,

        @Schema(
                description = "Whether to correct the chi-square statistic of a 2×2 table for continuity",
                defaultValue = "true")
        Boolean continuityCorrection,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public McNemarRequest {
        method = method == null ? TestMethod.AUTO : method;
        continuityCorrection = continuityCorrection == null || continuityCorrection;
    }

    TestQuestion question() {
        return TestQuestion.of(Double.NaN, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return Cost.SMALL.plus(new Cost(1e-4, 64L * table.values().length));
    }
}
