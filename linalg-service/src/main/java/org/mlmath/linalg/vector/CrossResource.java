package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/vectors/cross")
@Tag(name = "Vectors")
public class CrossResource {
    @POST
    @Operation(
            operationId = "crossProduct",
            summary = "The vector product of two vectors in space",
            description = "Orthogonal to both and right-handed; its length is the area of their parallelogram.")
    @APIResponse(responseCode = "200", description = "The product")
    public VectorResult multiply(CrossRequest request) {
        return CrossProduct.of(request.a(), request.b(), request.explain());
    }
}
