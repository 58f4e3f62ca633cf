package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/decompositions/schur")
@Tag(name = "Decompositions")
public class SchurResource {
    @POST
    @Operation(
            operationId = "decomposeSchur",
            summary = "Write a square matrix as A = ZTZᴴ, its Schur form",
            description =
                    "For every square real matrix. T is upper triangular but for a block of order 2 for each pair of complex eigenvalues, or triangular"
                            + " and complex (`output`). With `sort` the eigenvalues of a half plane, or of the unit disc or what is outside it,"
                            + " come first, and the first columns of Z span their invariant subspace.")
    @APIResponse(responseCode = "200", description = "Z, T and the eigenvalues in T’s order")
    public SchurResult decompose(SchurRequest request) {
        return Schur.decompose(request.matrix(), request.output(), request.sort(), request.explain());
    }
}
