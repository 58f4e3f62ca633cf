package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/decompositions/hessenberg")
@Tag(name = "Decompositions")
public class HessenbergResource {
    @POST
    @Operation(
            operationId = "decomposeHessenberg",
            summary = "Write a square matrix as A = QHQᵀ, H zero below the first subdiagonal",
            description =
                    "The first half of every eigenvalue computation, by Householder reflections. The entries right below the diagonal of H are not negative.")
    @APIResponse(responseCode = "200", description = "Q and H")
    public HessenbergResult decompose(HessenbergRequest request) {
        return Hessenberg.decompose(request.matrix(), request.explain());
    }
}
