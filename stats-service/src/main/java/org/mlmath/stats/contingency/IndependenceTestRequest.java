package org.mlmath.stats.contingency;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.TestQuestion;

@Schema(description = "A table of counts whose rows and columns may be independent")
public record IndependenceTestRequest(
        @Schema(description = "Counts, rows by columns, not negative", examples = "[[12, 5], [7, 9]]") @NotNull
        Matrix table,

        @Schema(
                description =
                        "Whether to bring the counts of a 2×2 table half a unit nearer to what is expected (Yates)",
                defaultValue = "true")
        Boolean continuityCorrection,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public IndependenceTestRequest {
        continuityCorrection = continuityCorrection == null || continuityCorrection;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return Cost.SMALL.plus(new Cost(2e-3, 64L * table.values().length));
    }
}
