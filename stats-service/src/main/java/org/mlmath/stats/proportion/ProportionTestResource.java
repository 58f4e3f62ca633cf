package org.mlmath.stats.proportion;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class ProportionTestResource {
    @POST
    @Path("proportion-one-sample")
    @Operation(
            operationId = "proportionTestOneSample",
            summary = "Is the probability of success a given value?",
            description =
                    "The z test of a proportion with the standard error of the null hypothesis, and Wilson's interval, which is made of the values it does not reject. For small samples `binomial` is exact.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult oneSample(ProportionOneSampleRequest request) {
        return ProportionTest.oneSample(request);
    }

    @POST
    @Path("proportion-two-sample")
    @Operation(
            operationId = "proportionTestTwoSample",
            summary = "Are two probabilities of success the same?",
            description =
                    "The z test of the difference of two proportions; its square is Pearson's chi-square of the 2×2 table. For small samples `fisher-exact` is exact.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, interval, effect size and what they mean")
    public TestResult twoSample(ProportionTwoSampleRequest request) {
        return ProportionTest.twoSample(request);
    }

    @POST
    @Path("binomial")
    @Operation(
            operationId = "binomialTest",
            summary = "Is the probability of success a given value, exactly?",
            description =
                    "The exact binomial test, two-sided by the probability of all outcomes that are no more probable than the one seen, with the interval of Clopper and Pearson.")
    @APIResponse(responseCode = "200", description = "p-value, interval, effect size and what they mean")
    public TestResult binomial(BinomialTestRequest request) {
        return BinomialTest.test(request);
    }
}
