package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/decompositions/svd")
@Tag(name = "Decompositions")
public class SvdResource {
    @POST
    @Operation(
            operationId = "decomposeSvd",
            summary = "Singular value decomposition A = UΣVᵀ",
            description = "For every matrix of any shape. With `components`, the best approximation of that rank."
                    + " A column of U has its first largest entry positive; the row of Vᵀ follows.")
    @APIResponse(responseCode = "200", description = "Singular values and vectors")
    public SvdResult decompose(SvdRequest request) {
        return Svd.decompose(request.matrix(), request.mode(), request.components(), request.explain());
    }
}
