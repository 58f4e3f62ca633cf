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
public class DistributionSamplesResource {
    private static final String NAME = "Name of the distribution, as GET /v1/stats/distributions lists them";

    @POST
    @Path("sample")
    @Operation(
            operationId = "distributionSample",
            summary = "Draw independent values",
            description =
                    "The same request with the same seed gives the same values. Without a seed one is drawn and returned.")
    @APIResponse(responseCode = "200", description = "The values and the seed")
    public DistributionSampleResult sample(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionSampleRequest request) {
        return DistributionSample.of(name, request);
    }

    @POST
    @Path("fit")
    @Operation(
            operationId = "distributionFit",
            summary = "Estimate parameters from data",
            description =
                    "Maximum likelihood with standard errors from the observed information, or the method of moments with"
                            + " standard errors by the delta method. Parameters can be held fixed.")
    @APIResponse(
            responseCode = "200",
            description = "Parameters with standard errors, likelihood and information criteria")
    public DistributionFitResult fit(
            @Parameter(description = NAME) @PathParam("name") String name, DistributionFitRequest request) {
        return DistributionFitting.of(name, request);
    }
}
