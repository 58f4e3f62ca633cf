package org.mlmath.linalg.subspace;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/column-space")
@Tag(name = "Matrices")
public class ColumnSpaceResource {
    @POST
    @Operation(
            operationId = "columnSpace",
            summary = "The column space of a matrix: all A·x",
            description = "Orthonormal by singular vectors, or in fractions by the columns that have a pivot.")
    @APIResponse(responseCode = "200", description = "A basis, a list of vectors")
    public SubspaceResult basis(SubspaceRequest request) {
        return Subspace.of(
                request.matrix(),
                FundamentalSubspace.COLUMN_SPACE,
                request.arithmetic(),
                request.tolerance(),
                request.explain(),
                Work.deadline());
    }
}
