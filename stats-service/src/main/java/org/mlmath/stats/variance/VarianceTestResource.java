package org.mlmath.stats.variance;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class VarianceTestResource {
    @POST
    @Path("variance-one-sample")
    @Operation(
            operationId = "varianceTestOneSample",
            summary = "Is the variance of a normal population a given value?",
            description =
                    "The chi-square test of a variance, with its interval. It needs normality, whatever the size of the sample.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult oneSample(VarianceOneSampleRequest request) {
        return VarianceTest.oneSample(request);
    }

    @POST
    @Path("variance-ratio")
    @Operation(
            operationId = "varianceRatioTest",
            summary = "Do two normal populations have the same variance?",
            description =
                    "The F test of the ratio of two variances, with its interval. It needs normality, whatever the size of the samples; `levene` does not.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult ratio(VarianceRatioRequest request) {
        return VarianceTest.ratio(request);
    }

    @POST
    @Path("levene")
    @Operation(
            operationId = "leveneTest",
            summary = "Do several populations have the same variance, normal or not?",
            description =
                    "Levene's test, an analysis of variance of the distances from the centre of each group; from the median (the default) it is that of Brown and Forsythe.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, table, effect size and what they mean")
    public VarianceAnalysisResult levene(LeveneRequest request) {
        return LeveneTest.test(request);
    }

    @POST
    @Path("bartlett")
    @Operation(
            operationId = "bartlettTest",
            summary = "Do several normal populations have the same variance?",
            description = "Bartlett's test, the most powerful for normal populations and misled by others.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value and what they mean")
    public TestResult bartlett(BartlettRequest request) {
        return BartlettTest.test(request);
    }
}
