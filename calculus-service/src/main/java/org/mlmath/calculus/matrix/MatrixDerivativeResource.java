package org.mlmath.calculus.matrix;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/matrix-derivative")
@Tag(name = "Derivatives")
public class MatrixDerivativeResource {
    @POST
    @Operation(
            operationId = "matrixDerivative",
            summary = "The derivative of a formula of matrices, in matrix form",
            description =
                    "Quadratic forms, traces, norms, determinants and losses by a vector or a matrix. The layout is named in the answer: "
                            + "the derivative of a scalar has the shape of the variable, that of a vector a row per output. Every "
                            + "formula is compared with differences of values before it is returned.")
    @APIResponse(responseCode = "200", description = "The derivative")
    public MatrixDerivativeResult differentiate(MatrixDerivativeRequest request) {
        return MatrixGradient.of(
                request.expression(),
                request.symbols(),
                request.symmetric(),
                request.variable(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
