package org.mlmath.stats.simulation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/simulations")
@Tag(name = "Simulations")
public class SimulationResource {
    @POST
    @Path("central-limit-theorem")
    @Operation(
            operationId = "simulateCentralLimitTheorem",
            summary = "How do means of samples scatter?",
            description = "Means of many samples from any distribution, with the normal density they approach")
    @APIResponse(responseCode = "200", description = "The means, their histogram and the normal curve")
    public CentralLimitTheoremResult centralLimitTheorem(CentralLimitTheoremRequest request) {
        return CentralLimitTheorem.of(request, Work.seed(request.seed()), Work.deadline());
    }

    @POST
    @Path("law-of-large-numbers")
    @Operation(
            operationId = "simulateLawOfLargeNumbers",
            summary = "Where do means of ever more draws go?",
            description = "Paths of running means with the band that shrinks about the distribution's mean")
    @APIResponse(responseCode = "200", description = "The paths and the band")
    public LawOfLargeNumbersResult lawOfLargeNumbers(LawOfLargeNumbersRequest request) {
        return LawOfLargeNumbers.of(request, Work.seed(request.seed()), Work.deadline());
    }

    @POST
    @Path("monte-carlo-integral")
    @Operation(
            operationId = "estimateMonteCarloIntegral",
            summary = "What is an integral, by drawing points?",
            description =
                    "An integral over a box from values at random, antithetic or quasi-random points, with its standard error and how it was approached")
    @APIResponse(responseCode = "200", description = "The estimate and its path")
    public MonteCarloIntegralResult monteCarloIntegral(MonteCarloIntegralRequest request) {
        return MonteCarloIntegral.of(request, Work.seed(request.seed()), Work.deadline());
    }

    @POST
    @Path("bias-variance")
    @Operation(
            operationId = "simulateBiasVariance",
            summary = "Why is a flexible model not always a better one?",
            description =
                    "Squared bias, variance and noise of polynomials of rising degree, by simulation and in theory")
    @APIResponse(responseCode = "200", description = "The errors of each degree")
    public BiasVarianceResult biasVariance(BiasVarianceRequest request) {
        return BiasVariance.of(request, Work.seed(request.seed()), Work.deadline());
    }

    @POST
    @Path("coverage")
    @Operation(
            operationId = "simulateCoverage",
            summary = "How often does a confidence interval hold the truth?",
            description = "Intervals from many samples of a distribution whose mean is known")
    @APIResponse(responseCode = "200", description = "The share that holds it, and the first hundred intervals")
    public CoverageResult coverage(CoverageRequest request) {
        return Coverage.of(request, Work.seed(request.seed()), Work.deadline());
    }
}
