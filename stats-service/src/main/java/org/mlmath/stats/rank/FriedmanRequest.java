package org.mlmath.stats.rank;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Several treatments, each observed once in every block")
public record FriedmanRequest(
        @Schema(
                description =
                        "The observations of each treatment, in the same order of blocks; at least two treatments",
                examples = "[[5.4, 5.85, 5.2, 5.55], [5.5, 5.7, 5.6, 5.5], [5.55, 5.75, 5.5, 5.4]]")
        @NotNull
        List<Observations> groups,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description =
                        "By the chi-square distribution, or exactly over all orders within the blocks; auto is asymptotic",
                defaultValue = "auto")
        TestMethod method,

        @Schema(
                description = "Whether blocks with a missing observation are refused or left out",
                defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public FriedmanRequest {
        method = method == null ? TestMethod.AUTO : method;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return RankCost.ofGroups(groups, method);
    }
}
