package org.mlmath.linalg.matrix.algebra;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.linalg.matrix.MatrixResult;

@Path("/v1/linalg/matrices/kronecker")
@Tag(name = "Matrices")
public class KroneckerResource {
    @POST
    @Operation(
            operationId = "kroneckerProduct",
            summary = "The Kronecker product of two matrices",
            description = "Each entry of A, times B, is a block of the result.")
    @APIResponse(responseCode = "200", description = "A ⊗ B, mp×nq")
    public MatrixResult multiply(KroneckerRequest request) {
        return Entrywise.kronecker(request.a(), request.b(), request.explain());
    }
}
