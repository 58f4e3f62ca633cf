package org.mlmath.linalg.lowrank;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/low-rank/approximate")
@Tag(name = "Low rank")
public class LowRankResource {
    @POST
    @Operation(
            operationId = "approximateLowRank",
            summary = "The nearest matrix of a given rank",
            description =
                    "By the first terms of the singular value decomposition: so many, or as many as keep the `energy` asked"
                            + " for. Exactly one of `rank` and `energy` is given.")
    @APIResponse(responseCode = "200", description = "The approximation and its error")
    public LowRankResult approximate(LowRankRequest request) {
        return LowRank.approximate(request.matrix(), request.rank(), request.energy(), request.explain());
    }
}
