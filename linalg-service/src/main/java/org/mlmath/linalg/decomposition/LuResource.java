package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/decompositions/lu")
@Tag(name = "Decompositions")
public class LuResource {
    @POST
    @Operation(
            operationId = "decomposeLu",
            summary = "Factor a matrix as A[permutation] = LU, lower times upper triangular",
            description =
                    "Gaussian elimination with partial pivoting, for every matrix of any shape. In exact arithmetic also in fractions.")
    @APIResponse(responseCode = "200", description = "L, U and the order of the rows")
    public LuResult decompose(LuRequest request) {
        return Lu.decompose(request.matrix(), request.arithmetic(), request.explain(), Work.deadline());
    }
}
