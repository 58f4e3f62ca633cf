package org.mlmath.stats.mean;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class NormalTestResource {
    @POST
    @Path("z-one-sample")
    @Operation(
            operationId = "zTestOneSample",
            summary = "Is the mean of a population of known variance a given value?",
            description =
                    "The z test of one sample, from the observations or their summary, with the confidence interval of the mean.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult oneSample(NormalOneSampleRequest request) {
        return NormalTest.oneSample(request);
    }

    @POST
    @Path("z-two-sample")
    @Operation(
            operationId = "zTestTwoSample",
            summary = "Do two populations of known variances have the same mean?",
            description =
                    "The z test of two independent samples. Where a standard deviation is not known, that of the sample takes its place, which suits large samples only. The estimate is the mean of a minus the mean of b.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult twoSample(NormalTwoSampleRequest request) {
        return NormalTest.twoSample(request);
    }
}
