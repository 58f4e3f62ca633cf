package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/vectors/norm")
@Tag(name = "Vectors")
public class VectorNormResource {
    @POST
    @Operation(
            operationId = "normOfVector",
            summary = "The norm of a vector, and the unit vector along it",
            description =
                    "For every order p: 1, 2, \"inf\", any number that is not negative. Entries of 1e-300 and 1e300 neither vanish nor overflow.")
    @APIResponse(responseCode = "200", description = "The norm")
    public VectorNormResult norm(VectorNormRequest request) {
        return VectorNorm.of(request.vector(), request.order(), request.explain());
    }
}
