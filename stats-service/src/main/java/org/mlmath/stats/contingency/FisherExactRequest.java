package org.mlmath.stats.contingency;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;

@Schema(description = "A table of counts whose rows and columns may be independent, given its margins")
public record FisherExactRequest(
        @Schema(description = "Counts, rows by columns, not negative", examples = "[[12, 5], [7, 9]]") @NotNull
        Matrix table,

        @Schema(description = "Of a 2×2 table: the odds ratio under the null hypothesis, positive", defaultValue = "1")
        Double nullValue,

        @Schema(description = "The alternative hypothesis", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Exactly, by an approximation, or as suits the data", defaultValue = "auto")
        TestMethod method,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public FisherExactRequest {
        method = method == null ? TestMethod.AUTO : method;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue == null ? Double.valueOf(1) : nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return Cost.SMALL.plus(FisherExactTest.cost(table));
    }
}
