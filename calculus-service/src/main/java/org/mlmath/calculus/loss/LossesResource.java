package org.mlmath.calculus.loss;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/calculus/losses")
@Tag(name = "Losses", description = "How wrong predictions are")
public class LossesResource {
    @GET
    @Operation(
            operationId = "listLosses",
            summary = "The losses, with formulas",
            description =
                    "Each with its gradient, its parameters, what its targets are and what it is usually taken for.")
    @APIResponse(responseCode = "200", description = "The losses")
    public LossListResult list() {
        return LossListResult.all();
    }

    @POST
    @Path("{name}")
    @Operation(
            operationId = "loss",
            summary = "A loss, its gradient, and the loss of each example",
            description =
                    "Means are over all losses: one per prediction, one per example for categorical-cross-entropy. From logits"
                            + " (`fromLogits`) the cross-entropies are right however far the probabilities are saturated.")
    @APIResponse(responseCode = "200", description = "Loss and gradient")
    public LossResult loss(
            @Parameter(description = "Name of the loss, as GET /v1/calculus/losses lists them", example = "mse")
                    @PathParam("name")
                    String name,
            LossRequest request) {
        return Losses.of(name, request);
    }
}
