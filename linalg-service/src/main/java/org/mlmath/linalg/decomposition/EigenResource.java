package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/decompositions/eigen")
@Tag(name = "Decompositions")
public class EigenResource {
    @POST
    @Operation(
            operationId = "decomposeEigen",
            summary = "Eigenvalues and eigenvectors",
            description =
                    "Of any square real matrix. A symmetric one has real eigenvalues, ascending, and orthonormal vectors; others"
                            + " may have pairs of complex ones, and may lack eigenvectors (`diagonalizable: false`).")
    @APIResponse(responseCode = "200", description = "Eigenvalues, eigenvectors and what kind of matrix it is")
    public EigenResult decompose(EigenRequest request) {
        return Eigen.decompose(request.matrix(), request.vectors(), request.explain(), Work.deadline());
    }
}
