package org.mlmath.stats.rank;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class RankTestResource {
    private static final String ANSWER = "Statistic, p-value, estimate, interval, effect size and what they mean";

    @POST
    @Path("mann-whitney")
    @Operation(
            operationId = "mannWhitneyTest",
            summary = "Do the values of one sample tend to be larger than those of another?",
            description =
                    "The Mann-Whitney U test (Wilcoxon rank sum test) of two independent samples, with the Hodges-Lehmann"
                            + " estimate of the shift and the rank-biserial correlation. Exact p-values also with ties.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult mannWhitney(MannWhitneyRequest request) {
        return MannWhitney.of(request, Work.deadline());
    }

    @POST
    @Path("wilcoxon-signed-rank")
    @Operation(
            operationId = "wilcoxonSignedRankTest",
            summary = "Is a symmetric distribution, or that of the differences of pairs, centred at a given value?",
            description =
                    "Wilcoxon's signed-rank test of one sample or of pairs. The statistic is the sum of the ranks of the positive"
                            + " differences, the estimate their pseudomedian. Zeros are dropped, ranked (pratt) or split.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult wilcoxonSignedRank(WilcoxonSignedRankRequest request) {
        return WilcoxonSignedRank.of(request, Work.deadline());
    }

    @POST
    @Path("sign")
    @Operation(
            operationId = "signTest",
            summary = "Is the median, or the median difference of pairs, a given value?",
            description =
                    "The sign test: how many observations lie above the null value, held against a fair coin. Asks nothing of the"
                            + " distribution but independence. Observations equal to the null value are left out.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult sign(SignTestRequest request) {
        return SignTest.of(request);
    }

    @POST
    @Path("kruskal-wallis")
    @Operation(
            operationId = "kruskalWallisTest",
            summary = "Do the values of some groups tend to be larger than those of others?",
            description =
                    "The Kruskal-Wallis test of several independent samples with ε² = H/(N - 1), and Dunn's test of every pair. By the"
                            + " chi-square approximation, as R and SciPy, or exactly.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public KruskalWallisResult kruskalWallis(KruskalWallisRequest request) {
        return KruskalWallis.of(request, Work.deadline());
    }

    @POST
    @Path("friedman")
    @Operation(
            operationId = "friedmanTest",
            summary = "Do treatments differ that were all tried in every block?",
            description =
                    "Friedman's test of treatments (groups) in blocks, with Kendall's W. By the chi-square approximation, as R and"
                            + " SciPy, or exactly.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult friedman(FriedmanRequest request) {
        return FriedmanTest.of(request, Work.deadline());
    }

    @POST
    @Path("runs")
    @Operation(
            operationId = "runsTest",
            summary = "Did observations come in random order?",
            description =
                    "The runs test of Wald and Wolfowitz: whether values above and below a cutoff follow each other as they would in random"
                            + " order. Exact for any number of observations.")
    @APIResponse(responseCode = "200", description = "Number of runs, p-value and what they mean")
    public TestResult runs(RunsTestRequest request) {
        return RunsTest.of(request);
    }
}
