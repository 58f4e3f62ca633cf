package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/decompositions/polar")
@Tag(name = "Decompositions")
public class PolarResource {
    @POST
    @Operation(
            operationId = "decomposePolar",
            summary = "Write a matrix as A = UP, a rotation or reflection times a stretch",
            description =
                    "For every matrix of any shape, from its singular values. P is unique, U too where the rank is min(m, n).")
    @APIResponse(responseCode = "200", description = "U and P")
    public PolarResult decompose(PolarRequest request) {
        return Polar.decompose(request.matrix(), request.side(), request.explain());
    }
}
