package org.mlmath.linalg.matrix.inverse;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/matrices/pseudo-inverse")
@Tag(name = "Matrices")
public class PseudoInverseResource {
    @POST
    @Operation(
            operationId = "pseudoInvertMatrix",
            summary = "The Moore-Penrose inverse of a matrix",
            description =
                    "For matrices of any shape and rank: applied to b it gives the least-squares solution of least norm.")
    @APIResponse(responseCode = "200", description = "The pseudo-inverse, n×m")
    public PseudoInverseResult invert(PseudoInverseRequest request) {
        return PseudoInverse.of(request.matrix(), request.rcond(), request.explain());
    }
}
