package org.mlmath.calculus.derivative;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/hessian")
@Tag(name = "Derivatives")
public class HessianResource {
    @POST
    @Operation(
            operationId = "hessian",
            summary = "The Hessian matrix of an expression",
            description =
                    "The second partial derivatives, symbolic and simplified, in the order of `variables`; with `at` also their "
                            + "values by reverse-mode differentiation, the eigenvalues and the definiteness, which is decided "
                            + "without rounding where the values are rational.")
    @APIResponse(responseCode = "200", description = "The Hessian matrix")
    public HessianResult hessian(HessianRequest request) {
        return Hessian.of(
                request.expression(),
                request.variables(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
