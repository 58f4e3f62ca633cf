package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/decompositions/ldl")
@Tag(name = "Decompositions")
public class LdlResource {
    @POST
    @Operation(
            operationId = "decomposeLdl",
            summary = "Factor a symmetric matrix as A[permutation][:, permutation] = LDLᵀ",
            description =
                    "For every symmetric matrix, definite or not: D has blocks of order 1 and 2 along its diagonal (Bunch and Kaufman), whose signs are those of the eigenvalues.")
    @APIResponse(responseCode = "200", description = "L, D and the order of the rows and columns")
    public LdlResult decompose(LdlRequest request) {
        return Ldl.decompose(request.matrix(), request.explain());
    }
}
