package org.mlmath.linalg.matrix.algebra;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.linalg.matrix.MatrixResult;

@Path("/v1/linalg/matrices/add")
@Tag(name = "Matrices")
public class AddResource {
    @POST
    @Operation(
            operationId = "addMatrices",
            summary = "The sum of two matrices",
            description = "Entry by entry, for matrices of the same shape.")
    @APIResponse(responseCode = "200", description = "A + B")
    public MatrixResult add(EntrywiseRequest request) {
        return Entrywise.combine(request.a(), request.b(), EntrywiseOperation.SUM, request.explain());
    }
}
