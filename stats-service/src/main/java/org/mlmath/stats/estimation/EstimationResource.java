package org.mlmath.stats.estimation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/estimation")
@Tag(name = "Estimation")
public class EstimationResource {
    @POST
    @Path("mle")
    @Operation(
            operationId = "maximumLikelihood",
            summary = "Estimate parameters by maximum likelihood",
            description =
                    "Parameters with standard errors from the observed information, and the likelihood along each of them for drawing.")
    @APIResponse(responseCode = "200", description = "Estimates, standard errors and likelihood curves")
    public EstimationResult mle(MleRequest request) {
        return Estimation.mle(request, Work.deadline());
    }

    @POST
    @Path("map")
    @Operation(
            operationId = "maximumAPosteriori",
            summary = "Estimate parameters by the maximum of the posterior density",
            description =
                    "The mode of likelihood times prior, the priors being any continuous distributions, independent, flat where none is"
                            + " given; standard errors from the observed information of the posterior.")
    @APIResponse(responseCode = "200", description = "Estimates, standard errors and posterior curves")
    public EstimationResult map(MapRequest request) {
        return Estimation.map(request, Work.deadline());
    }
}
