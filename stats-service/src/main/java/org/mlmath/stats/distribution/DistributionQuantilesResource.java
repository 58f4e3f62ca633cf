package org.mlmath.stats.distribution;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/distributions/{name}")
@Tag(name = "Distributions")
public class DistributionQuantilesResource {
    private static final String NAME = "Name of the distribution, as GET /v1/stats/distributions lists them";

    @POST
    @Path("quantile")
    @Operation(
            operationId = "distributionQuantile",
            summary = "Quantiles, from either tail and from logarithms",
            description =
                    "The inverse of `cdf`, or with `tail: \"upper\"` of `survival`: P(X ≤ x) comes back within 4 ulp, or x is"
                            + " right to 1e-12. Probabilities below 1e-308 are given by their logarithms. Null where the quantile is larger"
                            + " than the largest double.")
    @APIResponse(responseCode = "200", description = "The quantile of each probability")
    public DistributionValuesResult quantile(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionQuantileRequest request) {
        return DistributionQuantiles.of(name, request);
    }

    @POST
    @Path("interval")
    @Operation(
            operationId = "distributionInterval",
            summary = "The central interval that holds a given probability",
            description = "From the quantile of (1 - level)/2 to the one of 1 - (1 - level)/2.")
    @APIResponse(responseCode = "200", description = "The ends of the interval")
    public DistributionIntervalResult interval(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionIntervalRequest request) {
        return DistributionQuantiles.interval(name, request);
    }

    @POST
    @Path("probability")
    @Operation(
            operationId = "distributionProbability",
            summary = "P(lower ≤ X ≤ upper)",
            description =
                    "From the tail that both ends lie in, and from the density where they lie close together: no digits cancel."
                            + " An end may be a constant expression; without one the interval is unbounded there.")
    @APIResponse(responseCode = "200", description = "The probability of the interval")
    public DistributionProbabilityResult probability(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionProbabilityRequest request) {
        return DistributionProbability.of(name, request);
    }

    @POST
    @Path("moments")
    @Operation(
            operationId = "distributionMoments",
            summary = "Mean, variance, skewness, kurtosis, entropy, median and mode",
            description =
                    "Undefined moments are null (the mean of a t distribution with one degree of freedom), divergent ones are"
                            + " infinite (its variance with 1.5).")
    @APIResponse(responseCode = "200", description = "The moments")
    public DistributionMomentsResult moments(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionMomentsRequest request) {
        return DistributionSummary.of(name, request);
    }
}
