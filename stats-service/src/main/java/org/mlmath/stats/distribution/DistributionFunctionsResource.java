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
public class DistributionFunctionsResource {
    private static final String NAME = "Name of the distribution, as GET /v1/stats/distributions lists them";

    @POST
    @Path("pdf")
    @Operation(
            operationId = "distributionPdf",
            summary = "Density, or probability of a value",
            description =
                    "The density of a continuous distribution; P(X = x) of a discrete one (the same as `pmf`). 0 off the"
                            + " support, infinite at a pole.")
    @APIResponse(responseCode = "200", description = "The density at each point")
    public DistributionValuesResult pdf(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.DENSITY, false);
    }

    @POST
    @Path("pmf")
    @Operation(
            operationId = "distributionPmf",
            summary = "Probability of a value, or density",
            description = "P(X = x) of a discrete distribution; the density of a continuous one (the same as `pdf`).")
    @APIResponse(responseCode = "200", description = "The probability of each point")
    public DistributionValuesResult pmf(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.DENSITY, false);
    }

    @POST
    @Path("cdf")
    @Operation(
            operationId = "distributionCdf",
            summary = "P(X ≤ x)",
            description =
                    "The cumulative distribution function, accurate to its own size far into the lower tail. For small"
                            + " upper tails use `survival`: 1 - cdf has no digits left there.")
    @APIResponse(responseCode = "200", description = "P(X ≤ x) at each point")
    public DistributionValuesResult cdf(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.CUMULATIVE, false);
    }

    @POST
    @Path("survival")
    @Operation(
            operationId = "distributionSurvival",
            summary = "P(X > x)",
            description = "The survival function, computed for itself and so accurate far into the upper tail.")
    @APIResponse(responseCode = "200", description = "P(X > x) at each point")
    public DistributionValuesResult survival(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.SURVIVAL, false);
    }

    @POST
    @Path("log-pdf")
    @Operation(
            operationId = "distributionLogPdf",
            summary = "Logarithm of the density or probability",
            description = "Natural logarithm, right where the density itself underflows; -Infinity off the support.")
    @APIResponse(responseCode = "200", description = "The logarithm at each point")
    public DistributionValuesResult logPdf(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.DENSITY, true);
    }

    @POST
    @Path("log-cdf")
    @Operation(
            operationId = "distributionLogCdf",
            summary = "log P(X ≤ x)",
            description = "Natural logarithm, right where the probability underflows and where it is nearly 1.")
    @APIResponse(responseCode = "200", description = "The logarithm at each point")
    public DistributionValuesResult logCdf(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.CUMULATIVE, true);
    }

    @POST
    @Path("log-survival")
    @Operation(
            operationId = "distributionLogSurvival",
            summary = "log P(X > x)",
            description = "Natural logarithm, right where the probability underflows and where it is nearly 1.")
    @APIResponse(responseCode = "200", description = "The logarithm at each point")
    public DistributionValuesResult logSurvival(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.SURVIVAL, true);
    }

    @POST
    @Path("hazard")
    @Operation(
            operationId = "distributionHazard",
            summary = "Hazard rate",
            description =
                    "Density over survival; for discrete distributions P(X = x) / P(X ≥ x). From logarithms, so that it"
                            + " exists where both underflow. Null beyond the support.")
    @APIResponse(responseCode = "200", description = "The hazard at each point")
    public DistributionValuesResult hazard(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionPointsRequest request) {
        return DistributionValues.of(name, request, DistributionFunction.HAZARD, false);
    }
}
