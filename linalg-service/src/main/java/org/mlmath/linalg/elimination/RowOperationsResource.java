package org.mlmath.linalg.elimination;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/row-operations")
@Tag(name = "Matrices")
public class RowOperationsResource {
    @POST
    @Operation(
            operationId = "applyRowOperations",
            summary = "Apply elementary row operations to a matrix, one by one",
            description =
                    "Swap two rows, multiply a row, add a multiple of one row to another; the matrix after each of them.")
    @APIResponse(responseCode = "200", description = "The matrix after each operation")
    public RowOperationsResult apply(RowOperationsRequest request) {
        return RowOperations.apply(
                request.matrix(), request.operations(), request.arithmetic(), request.explain(), Work.deadline());
    }
}
