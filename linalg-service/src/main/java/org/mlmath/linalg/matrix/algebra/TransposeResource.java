package org.mlmath.linalg.matrix.algebra;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.linalg.matrix.MatrixResult;

@Path("/v1/linalg/matrices/transpose")
@Tag(name = "Matrices")
public class TransposeResource {
    @POST
    @Operation(
            operationId = "transposeMatrix",
            summary = "The transpose of a matrix",
            description = "Rows become columns.")
    @APIResponse(responseCode = "200", description = "Aᵀ, n×m")
    public MatrixResult transpose(TransposeRequest request) {
        return Entrywise.transpose(request.matrix(), request.explain());
    }
}
