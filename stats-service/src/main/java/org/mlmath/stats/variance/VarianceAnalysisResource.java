package org.mlmath.stats.variance;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class VarianceAnalysisResource {
    @POST
    @Path("anova-one-way")
    @Operation(
            operationId = "anovaOneWay",
            summary = "Do several populations of equal variance have the same mean?",
            description =
                    "Analysis of variance of one factor, from observations or summaries, with η² and its interval.")
    @APIResponse(responseCode = "200", description = "The table, F, p-value, effect size and what they mean")
    public VarianceAnalysisResult oneWay(OneWayAnovaRequest request) {
        return OneWayAnova.test(request);
    }

    @POST
    @Path("anova-two-way")
    @Operation(
            operationId = "anovaTwoWay",
            summary = "Do two factors change the mean?",
            description =
                    "Analysis of variance of two factors with their interaction. The statistic is that of all effects together; the table has each. Where the cells differ in size the three types of sums of squares differ.")
    @APIResponse(
            responseCode = "200",
            description = "The table, F of all effects, p-value, effect sizes and what they mean")
    public TwoWayAnovaResult twoWay(TwoWayAnovaRequest request) {
        return TwoWayAnova.test(request, Work.deadline());
    }

    @POST
    @Path("welch-anova")
    @Operation(
            operationId = "welchAnova",
            summary = "Do several populations have the same mean, whatever their variances?",
            description = "Welch's analysis of variance of one factor, from observations or summaries.")
    @APIResponse(responseCode = "200", description = "F, p-value, effect size and what they mean")
    public TestResult welch(WelchAnovaRequest request) {
        return WelchAnova.test(request);
    }

    @POST
    @Path("tukey-hsd")
    @Operation(
            operationId = "tukeyHsd",
            summary = "Which of several means differ?",
            description =
                    "All pairwise comparisons with simultaneous intervals and adjusted p-values by the studentized range (Tukey, and Kramer for groups of different sizes). `groups` of a comparison are two indices i < j; the estimate is the mean of group i minus that of group j.")
    @APIResponse(
            responseCode = "200",
            description = "All comparisons, the largest studentized range and what they mean")
    public TukeyHsdResult tukey(TukeyHsdRequest request) {
        return TukeyTest.test(request, Work.deadline());
    }
}
