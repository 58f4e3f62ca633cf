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
                "A sample, as data, or pairs, as a and b, whose median or median difference is compared with a value")
public record SignTestRequest(
        @Schema(
                description = "In place of a and b: the observations of one sample, or the differences of pairs",
                examples = "[1.1, -0.4, 2.2, 0.9, 1.6]")
        Observations data,

        @Schema(description = "The first observation of each pair", examples = "[12.1, 11.4, 13.2]")
        Observations a,

        @Schema(description = "The second observation of each pair, in the same order", examples = "[11.8, 11.6, 12.5]")
        Observations b,

        @Schema(description = "The median under the null hypothesis", defaultValue = "0")
        Double nullValue,

        @Schema(description = "The alternative hypothesis about the median", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description = "By the binomial distribution or its normal approximation; auto is exact",
                defaultValue = "auto")
        TestMethod method,

        @Schema(
                description = "Whether the normal approximation takes the count half a unit nearer to its mean",
                defaultValue = "true")
        Boolean continuityCorrection,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public SignTestRequest {
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
        return largest == null ? Cost.SMALL : RankCost.of(largest.values().length, 0.0);
    }
}
