package org.mlmath.linalg.subspace;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/row-space")
@Tag(name = "Matrices")
public class RowSpaceResource {
    @POST
    @Operation(
            operationId = "rowSpace",
            summary = "The row space of a matrix: what its rows span",
            description = "Orthonormal by singular vectors, or in fractions by the rows of the echelon form.")
    @APIResponse(responseCode = "200", description = "A basis, a list of vectors")
    public SubspaceResult basis(SubspaceRequest request) {
        return Subspace.of(
                request.matrix(),
                FundamentalSubspace.ROW_SPACE,
                request.arithmetic(),
                request.tolerance(),
                request.explain(),
                Work.deadline());
    }
}
