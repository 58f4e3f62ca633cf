package org.mlmath.calculus.derivative;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/tangent")
@Tag(name = "Derivatives")
public class TangentResource {
    @POST
    @Operation(
            operationId = "tangent",
            summary = "The tangent line or plane of a graph",
            description =
                    "Of one variable the tangent line, of several the tangent plane: the value and the slopes at the point, and the "
                            + "tangent as an expression, multiplied out where that is exact.")
    @APIResponse(responseCode = "200", description = "The tangent")
    public TangentResult tangent(TangentRequest request) {
        return Tangent.of(
                request.expression(),
                request.variables(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
