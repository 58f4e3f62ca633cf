package org.mlmath.calculus.derivative;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/directional-derivative")
@Tag(name = "Derivatives")
public class DirectionalDerivativeResource {
    @POST
    @Operation(
            operationId = "directionalDerivative",
            summary = "The derivative of an expression in a direction",
            description =
                    "The gradient times the direction, which is divided by its length first unless `normalize` is false; with the "
                            + "direction of steepest ascent.")
    @APIResponse(responseCode = "200", description = "The directional derivative")
    public DirectionalDerivativeResult directionalDerivative(DirectionalDerivativeRequest request) {
        return DirectionalDerivative.of(
                request.expression(),
                request.variables(),
                request.at(),
                request.direction(),
                request.normalize(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
