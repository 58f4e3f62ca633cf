package org.mlmath.linalg.system;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/systems/least-squares")
@Tag(name = "Systems")
public class LeastSquaresResource {
    @POST
    @Operation(
            operationId = "solveLeastSquares",
            summary = "Find the x that brings A·x nearest to b",
            description =
                    "For matrices of any shape and rank: where many x do equally well, the shortest of them. With `ridge`, long x are penalised.")
    @APIResponse(responseCode = "200", description = "The minimiser and how far it stays from b")
    public LeastSquaresResult solve(LeastSquaresRequest request) {
        return NearestSolution.find(
                request.matrix(), request.rhs(), request.rcond(), request.ridge(), request.explain(), Work.deadline());
    }
}
