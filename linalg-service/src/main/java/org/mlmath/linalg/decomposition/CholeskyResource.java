package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/decompositions/cholesky")
@Tag(name = "Decompositions")
public class CholeskyResource {
    @POST
    @Operation(
            operationId = "decomposeCholesky",
            summary = "Factor a symmetric positive definite matrix as A = LLᵀ",
            description =
                    "Exists for symmetric positive definite matrices only, and shows that a matrix is one. For others see `ldl`, `lu` and `qr`.")
    @APIResponse(responseCode = "200", description = "L")
    public CholeskyResult decompose(CholeskyRequest request) {
        return Cholesky.decompose(request.matrix(), request.explain(), Work.deadline());
    }
}
