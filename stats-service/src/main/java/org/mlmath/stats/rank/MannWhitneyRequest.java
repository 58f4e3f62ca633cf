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

@Schema(description = "Two independent samples that may differ in location")
public record MannWhitneyRequest(
        @Schema(description = "The first sample", examples = "[12.1, 14.9, 13.3, 15.8]") @NotNull
        Observations a,

        @Schema(description = "The second sample", examples = "[10.2, 11.5, 12.6, 9.9, 11.1]") @NotNull
        Observations b,

        @Schema(description = "The shift of a against b under the null hypothesis", defaultValue = "0")
        Double nullValue,

        @Schema(description = "The alternative hypothesis about the shift of a against b", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description =
                        "Exactly, also with ties, or by the normal approximation; auto is exact below 50 observations in each sample without ties",
                defaultValue = "auto")
        TestMethod method,

        @Schema(
                description = "Whether the normal approximation takes U half a unit nearer to its mean",
                defaultValue = "true")
        Boolean continuityCorrection,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public MannWhitneyRequest {
        method = method == null ? TestMethod.AUTO : method;
        continuityCorrection = continuityCorrection == null || continuityCorrection;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return a == null || b == null ? Cost.SMALL : RankCost.of(a.values().length, b.values().length, method);
    }
}
