package org.mlmath.linalg.matrix.algebra;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.linalg.matrix.MatrixResult;

@Path("/v1/linalg/matrices/hadamard")
@Tag(name = "Matrices")
public class HadamardResource {
    @POST
    @Operation(
            operationId = "hadamardProduct",
            summary = "The entrywise (Hadamard) product of two matrices",
            description = "Entry times entry, for matrices of the same shape; the product of matrices is `multiply`.")
    @APIResponse(responseCode = "200", description = "A ∘ B")
    public MatrixResult multiply(EntrywiseRequest request) {
        return Entrywise.combine(request.a(), request.b(), EntrywiseOperation.PRODUCT, request.explain());
    }
}
