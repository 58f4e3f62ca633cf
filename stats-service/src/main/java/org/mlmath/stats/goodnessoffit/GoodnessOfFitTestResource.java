package org.mlmath.stats.goodnessoffit;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class GoodnessOfFitTestResource {
    private static final String ANSWER = "Statistic, p-value and what they mean";

    @POST
    @Path("kolmogorov-smirnov-one-sample")
    @Operation(
            operationId = "kolmogorovSmirnovOneSampleTest",
            summary = "Does a sample come from a given continuous distribution?",
            description =
                    "The Kolmogorov-Smirnov test with exact p-values for any size. Where the parameters of a normal distribution are left"
                            + " out, they are estimated and Lilliefors' distribution is used.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult oneSample(KolmogorovSmirnovOneSampleRequest request) {
        return KolmogorovSmirnov.oneSample(request, Work.deadline());
    }

    @POST
    @Path("kolmogorov-smirnov-two-sample")
    @Operation(
            operationId = "kolmogorovSmirnovTwoSampleTest",
            summary = "Do two samples come from the same distribution?",
            description = "The two-sample Kolmogorov-Smirnov (Smirnov) test with exact p-values, ties allowed for")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult twoSample(KolmogorovSmirnovTwoSampleRequest request) {
        return KolmogorovSmirnov.twoSample(request, Work.deadline());
    }

    @POST
    @Path("shapiro-wilk")
    @Operation(
            operationId = "shapiroWilkTest",
            summary = "Does a sample come from a normal distribution?",
            description = "The Shapiro-Wilk test with Royston's approximation (AS R94)")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult shapiroWilk(ShapiroWilkRequest request) {
        return NormalityTest.shapiroWilk(request);
    }

    @POST
    @Path("anderson-darling")
    @Operation(
            operationId = "andersonDarlingTest",
            summary = "Does a sample come from a given continuous distribution, tails included?",
            description =
                    "The Anderson-Darling test of a distribution known in advance, or of a normal or exponential one with parameters"
                            + " estimated from the data")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult andersonDarling(AndersonDarlingRequest request) {
        return AndersonDarlingTest.of(request, Work.deadline());
    }

    @POST
    @Path("jarque-bera")
    @Operation(
            operationId = "jarqueBeraTest",
            summary = "Are skewness and kurtosis those of a normal distribution?",
            description = "The Jarque-Bera test, for large samples")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult jarqueBera(JarqueBeraRequest request) {
        return NormalityTest.jarqueBera(request);
    }
}
