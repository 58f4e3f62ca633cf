package org.mlmath.stats.rank;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A sequence of observations that may be in random order")
public record RunsTestRequest(
        @Schema(
                description =
                        "The observations in the order in which they came; two distinct values are taken as two symbols",
                examples = "[5.1, 6.2, 4.8, 7.0, 6.6, 3.9, 5.5, 4.1]")
        @NotNull
        Observations data,

        @Schema(description = "What tells high from low; values equal to it are left out. By default the median")
        Double cutoff,

        @Schema(
                description =
                        "The alternative hypothesis about the number of runs: less means that like follows like, greater that values alternate",
                defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description = "By the exact distribution or its normal approximation; auto is exact",
                defaultValue = "auto")
        TestMethod method,

        @Schema(
                description =
                        "Whether the normal approximation takes the number of runs half a unit nearer to its mean",
                defaultValue = "false")
        Boolean continuityCorrection,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public RunsTestRequest {
        method = method == null ? TestMethod.AUTO : method;
        continuityCorrection = Boolean.TRUE.equals(continuityCorrection);
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(Double.NaN, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return data == null ? Cost.SMALL : RankCost.of(data.values().length, 0.0);
    }
}
