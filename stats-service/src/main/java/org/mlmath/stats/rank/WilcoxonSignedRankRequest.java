package org.mlmath.stats.rank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(
        description =
                "A sample, as data, or pairs, as a and b, whose values or differences a - b are compared with a centre")
public record WilcoxonSignedRankRequest(
        @Schema(
                description = "In place of a and b: the observations of one sample, or the differences of pairs",
                examples = "[1.1, -0.4, 2.2, 0.9, 1.6]")
        Observations data,

        @Schema(description = "The first observation of each pair", examples = "[12.1, 11.4, 13.2]")
        Observations a,

        @Schema(description = "The second observation of each pair, in the same order", examples = "[11.8, 11.6, 12.5]")
        Observations b,

        @Schema(description = "The centre of symmetry under the null hypothesis", defaultValue = "0")
        Double nullValue,

        @Schema(description = "The alternative hypothesis about the centre", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "What happens to observations that equal the null value", defaultValue = "wilcox")
        ZeroMethod zeroMethod,

        @Schema(
                description =
                        "Exactly, also with ties, or by the normal approximation; auto is exact below 50 observations without ties or zeros",
                defaultValue = "auto")
        TestMethod method,

        @Schema(
                description = "Whether the normal approximation takes the rank sum half a unit nearer to its mean",
                defaultValue = "true")
        Boolean continuityCorrection,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public WilcoxonSignedRankRequest {
        zeroMethod = zeroMethod == null ? ZeroMethod.WILCOX : zeroMethod;
        method = method == null ? TestMethod.AUTO : method;
        continuityCorrection = continuityCorrection == null || continuityCorrection;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        Observations largest = data != null ? data : a;
        return largest == null ? Cost.SMALL : RankCost.of(largest.values().length, method);
    }
}
