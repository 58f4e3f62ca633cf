package org.mlmath.linalg.matrix.algebra;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.linalg.matrix.MatrixResult;

@Path("/v1/linalg/matrices/multiply")
@Tag(name = "Matrices")
public class MultiplyResource {
    @POST
    @Operation(
            operationId = "multiplyMatrices",
            summary = "The product of two matrices",
            description = "Row i of A times column j of B gives the entry in row i and column j.")
    @APIResponse(responseCode = "200", description = "The product, m×n")
    public MatrixResult multiply(MultiplyRequest request) {
        return Multiplication.multiply(request.a(), request.b(), request.explain());
    }
}
