package org.mlmath.linalg.matrix.measure;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/rank")
@Tag(name = "Matrices")
public class RankResource {
    @POST
    @Operation(
            operationId = "rankOfMatrix",
            summary = "The rank of a matrix",
            description =
                    "How many singular values are above a tolerance, or, in exact arithmetic, how many rows are independent as given.")
    @APIResponse(responseCode = "200", description = "The rank and the singular values")
    public RankResult rank(RankRequest request) {
        return Rank.of(request.matrix(), request.tolerance(), request.arithmetic(), request.explain(), Work.deadline());
    }
}
