package org.mlmath.calculus.activation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/calculus/activations")
@Tag(name = "Activations", description = "Activation functions of networks")
public class ActivationsResource {
    @GET
    @Operation(
            operationId = "listActivations",
            summary = "The activation functions, with formulas",
            description = "Each with its derivative, its parameters and what it is usually taken for.")
    @APIResponse(responseCode = "200", description = "The activation functions")
    public ActivationListResult list() {
        return ActivationListResult.all();
    }

    @POST
    @Path("{name}")
    @Operation(
            operationId = "activate",
            summary = "Values and derivatives of an activation function",
            description =
                    "Entry by entry, or row by row for softmax and log-softmax, whose derivatives are Jacobians. Accurate far into"
                            + " saturation: inputs of ±1000 neither overflow nor lose the derivative while it is representable.")
    @APIResponse(responseCode = "200", description = "Outputs and derivatives")
    public ActivationResult activate(
            @Parameter(
                            description = "Name of the activation, as GET /v1/calculus/activations lists them",
                            example = "relu")
                    @PathParam("name")
                    String name,
            ActivationRequest request) {
        return Activations.of(name, request);
    }
}
