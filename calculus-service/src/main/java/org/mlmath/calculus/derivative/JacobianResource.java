package org.mlmath.calculus.derivative;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/jacobian")
@Tag(name = "Derivatives")
public class JacobianResource {
    @POST
    @Operation(
            operationId = "jacobian",
            summary = "The Jacobian matrix of a map",
            description =
                    "The partial derivatives of several expressions, symbolic and simplified: a row per expression, a column per "
                            + "variable. With `at` also the values and, of a square matrix, the determinant.")
    @APIResponse(responseCode = "200", description = "The Jacobian matrix")
    public JacobianResult jacobian(JacobianRequest request) {
        return Jacobian.of(
                request.expressions(),
                request.variables(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
