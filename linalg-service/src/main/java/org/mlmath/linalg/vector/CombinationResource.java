package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/vectors/combination")
@Tag(name = "Vectors")
public class CombinationResource {
    @POST
    @Operation(
            operationId = "combineVectors",
            summary = "A linear combination of vectors",
            description = "The sum of the vectors, each times its coefficient.")
    @APIResponse(responseCode = "200", description = "The combination")
    public VectorResult combine(CombinationRequest request) {
        return LinearCombination.of(request.vectors(), request.coefficients(), request.explain());
    }
}
