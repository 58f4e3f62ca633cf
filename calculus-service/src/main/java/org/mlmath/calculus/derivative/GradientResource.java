package org.mlmath.calculus.derivative;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/gradient")
@Tag(name = "Derivatives")
public class GradientResource {
    @POST
    @Operation(
            operationId = "gradient",
            summary = "The gradient of an expression",
            description =
                    "The partial derivatives, symbolic and simplified, in the order of `variables`; with `at` also their values, "
                            + "by reverse-mode differentiation.")
    @APIResponse(responseCode = "200", description = "The gradient")
    public GradientResult gradient(GradientRequest request) {
        return Gradient.of(
                request.expression(),
                request.variables(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
