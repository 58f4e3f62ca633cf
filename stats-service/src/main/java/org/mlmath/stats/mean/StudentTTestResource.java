package org.mlmath.stats.mean;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class StudentTTestResource {
    @POST
    @Path("t-one-sample")
    @Operation(
            operationId = "tTestOneSample",
            summary = "Is the mean of a population a given value?",
            description =
                    "Student's t test of one sample, from the observations or their summary, with the confidence interval of"
                            + " the mean and Cohen's d. Observations that are all equal have no t statistic and are refused.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult oneSample(StudentTOneSampleRequest request) {
        return StudentTTest.oneSample(request);
    }

    @POST
    @Path("t-two-sample")
    @Operation(
            operationId = "tTestTwoSample",
            summary = "Do two populations have the same mean?",
            description =
                    "Welch's t test of two independent samples, or with `equalVariances` Student's pooled one; from"
                            + " observations or summaries. The estimate is the mean of a minus the mean of b.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult twoSample(StudentTTwoSampleRequest request) {
        return StudentTTest.twoSample(request);
    }

    @POST
    @Path("t-paired")
    @Operation(
            operationId = "tTestPaired",
            summary = "Is the mean difference of pairs a given value?",
            description =
                    "Student's t test of the differences a - b, given as pairs, as the differences, or as their summary.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult paired(StudentTPairedRequest request) {
        return StudentTTest.paired(request);
    }
}
