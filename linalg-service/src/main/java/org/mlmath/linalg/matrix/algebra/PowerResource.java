package org.mlmath.linalg.matrix.algebra;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;
import org.mlmath.linalg.matrix.MatrixResult;

@Path("/v1/linalg/matrices/power")
@Tag(name = "Matrices")
public class PowerResource {
    @POST
    @Operation(
            operationId = "powerOfMatrix",
            summary = "An integer power of a square matrix",
            description =
                    "By repeated squaring. The power 0 is the identity; negative powers are those of the inverse.")
    @APIResponse(responseCode = "200", description = "The power")
    public MatrixResult raise(PowerRequest request) {
        return Power.of(request.matrix(), request.exponent(), request.explain(), Work.deadline());
    }
}
