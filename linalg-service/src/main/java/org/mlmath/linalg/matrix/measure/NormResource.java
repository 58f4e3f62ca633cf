package org.mlmath.linalg.matrix.measure;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/matrices/norm")
@Tag(name = "Matrices")
public class NormResource {
    @POST
    @Operation(
            operationId = "normOfMatrix",
            summary = "The norm of a matrix",
            description = "Frobenius, largest column or row sum, spectral, nuclear, or the largest entry.")
    @APIResponse(responseCode = "200", description = "The norm")
    public MatrixNormResult norm(MatrixNormRequest request) {
        return MatrixNorm.of(request.matrix(), request.kind(), request.explain());
    }
}
