package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/vectors/distance")
@Tag(name = "Vectors")
public class VectorDistanceResource {
    @POST
    @Operation(
            operationId = "distanceOfVectors",
            summary = "The distance of two vectors",
            description = "Euclidean, Manhattan, Chebyshev, Minkowski, or the cosine distance.")
    @APIResponse(responseCode = "200", description = "The distance")
    public VectorDistanceResult distance(VectorDistanceRequest request) {
        return VectorDistance.of(request.a(), request.b(), request.metric(), request.p(), request.explain());
    }
}
