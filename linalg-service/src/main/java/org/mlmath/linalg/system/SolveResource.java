package org.mlmath.linalg.system;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/systems/solve")
@Tag(name = "Systems")
public class SolveResource {
    @POST
    @Operation(
            operationId = "solveSystem",
            summary = "Solve a system of linear equations, and say how many solutions it has",
            description =
                    "For matrices of any shape. One solution, infinitely many (a solution and a basis of the null space) or none"
                            + " are all answers. An ill-conditioned system is solved, with a warning and the digits it may have cost.")
    @APIResponse(responseCode = "200", description = "The classification and the solutions")
    public SolveResult solve(SolveRequest request) {
        return LinearSystem.solve(
                request.matrix(),
                request.rhs(),
                request.method(),
                request.arithmetic(),
                request.explain(),
                Work.deadline());
    }
}
