package org.mlmath.linalg.matrix.function;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/function")
@Tag(name = "Matrices")
public class MatrixFunctionResource {
    @POST
    @Operation(
            operationId = "functionOfMatrix",
            summary = "The exponential, logarithm, square root, sine or cosine of a square matrix",
            description =
                    "The function of the matrix, not of its entries, on the principal branch. Logarithms and square roots are"
                            + " complex where an eigenvalue is negative; a singular matrix has no logarithm, and not always a root.")
    @APIResponse(responseCode = "200", description = "The function of the matrix")
    public MatrixFunctionResult evaluate(MatrixFunctionRequest request) {
        return MatrixFunction.of(request.matrix(), request.function(), request.explain(), Work.deadline());
    }
}
