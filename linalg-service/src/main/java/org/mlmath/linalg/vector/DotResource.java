package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/vectors/dot")
@Tag(name = "Vectors")
public class DotResource {
    @POST
    @Operation(
            operationId = "dotProduct",
            summary = "The scalar product of two vectors, and their angle",
            description = "Summed in twice the precision; the angle keeps its digits for nearly parallel vectors.")
    @APIResponse(responseCode = "200", description = "The product and the angle")
    public DotResult multiply(DotRequest request) {
        return DotProduct.of(request.a(), request.b(), request.explain());
    }
}
