package org.mlmath.stats.dependence;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Two variables whose monotone association is in question")
public record SpearmanCorrelationRequest(
        @Schema(description = "The first variable", examples = "[44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]")
        @NotNull
        Observations a,

        @Schema(
                description = "The second variable, observed together with the first",
                examples = "[2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]")
        @NotNull
        Observations b,

        @Schema(description = "The alternative hypothesis about the correlation", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description =
                        "By the t approximation, or exactly over all pairings of the ranks, also with ties; auto is exact below 10 observations without ties",
                defaultValue = "auto")
        TestMethod method,

        @Schema(
                description = "Whether the approximation takes the statistic one step nearer to its mean",
                defaultValue = "false")
        Boolean continuityCorrection,

        @Schema(
                description = "Whether missing observations are refused or their pairs left out",
                defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS = 2e-5;
    private static final double SECONDS_PER_OBSERVATION = 6e-7;

    public SpearmanCorrelationRequest {
        method = method == null ? TestMethod.AUTO : method;
        continuityCorrection = Boolean.TRUE.equals(continuityCorrection);
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(0.0, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        double n = a == null ? 0 : a.values().length;
        boolean exact = method == TestMethod.EXACT || (method == TestMethod.AUTO && n < SpearmanTest.EXACT_BELOW);
        double additions = exact ? Math.min(1e9, 0.1 * Math.pow(2, n) * n * n * n * n) : 0;
        return new Cost(SECONDS + n * SECONDS_PER_OBSERVATION + additions * 1e-9, (long) (8192 + 96 * n));
    }
}
