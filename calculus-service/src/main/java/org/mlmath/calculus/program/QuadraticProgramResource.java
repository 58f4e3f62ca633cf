package org.mlmath.calculus.program;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/quadratic-program")
@Tag(name = "Optimization")
public class QuadraticProgramResource {
    @POST
    @Operation(
            operationId = "solveQuadraticProgram",
            summary = "Minimise a convex quadratic function under linear constraints",
            description =
                    "By an active-set method, which for larger programs begins at an interior point, for semidefinite Q and badly scaled data "
                            + "as well. Answers with the optimum and its multipliers or, where there is none, "
                            + "with the proof. A Q with a negative eigenvalue is refused.")
    @APIResponse(responseCode = "200", description = "The optimum, or why there is none")
    public QuadraticProgramResult solve(QuadraticProgramRequest request) {
        return QuadraticPrograms.solve(request, Work.deadline());
    }
}
