package org.mlmath.stats.distribution;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/distributions")
@Tag(name = "Distributions")
public class DistributionCatalogResource {
    @GET
    @Operation(
            operationId = "listDistributions",
            summary = "All distributions",
            description = "Names, parameters, supports, moments and formulas.")
    @APIResponse(responseCode = "200", description = "Every distribution with its parameters and formulas")
    public DistributionListResult list() {
        return DistributionCatalog.list();
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "describeDistribution",
            summary = "One distribution: parameters, support, moments, formulas",
            description = "Parameters with their domains, defaults and aliases; formulas as LaTeX.")
    @APIResponse(responseCode = "200", description = "The distribution's parameters and formulas")
    public DistributionDescriptionResult describe(
            @Parameter(description = "Name of the distribution", example = "normal") @PathParam("name") String name) {
        return DistributionCatalog.describe(name);
    }
}
