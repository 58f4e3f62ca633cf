package org.mlmath.calculus.program;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/linear-program")
@Tag(name = "Optimization")
public class LinearProgramResource {
    @POST
    @Operation(
            operationId = "solveLinearProgram",
            summary = "Minimise a linear function under linear constraints",
            description =
                    "Answers with the optimum and its multipliers or, where there is none, with the proof: multipliers by which the constraints "
                            + "contradict each other, or a ray along which the value has no end.")
    @APIResponse(responseCode = "200", description = "The optimum, or why there is none")
    public LinearProgramResult solve(LinearProgramRequest request) {
        return LinearPrograms.solve(request, Work.deadline());
    }
}
