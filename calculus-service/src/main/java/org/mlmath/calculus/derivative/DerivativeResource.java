package org.mlmath.calculus.derivative;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/derivative")
@Tag(name = "Derivatives")
public class DerivativeResource {
    @POST
    @Operation(
            operationId = "differentiate",
            summary = "The derivative of an expression, of any order",
            description =
                    "Symbolic and simplified, with LaTeX and, with `explain`, the rules as they are applied; with `at` also the "
                            + "values there. Kinks such as |x| at 0 are flagged by the warning `not-smooth`.")
    @APIResponse(responseCode = "200", description = "The derivative")
    public DerivativeResult differentiate(DerivativeRequest request) {
        return Derivatives.derivative(
                request.expression(),
                request.variable(),
                request.order(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
