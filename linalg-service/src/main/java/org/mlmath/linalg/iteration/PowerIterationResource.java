package org.mlmath.linalg.iteration;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/iterations/power")
@Tag(name = "Iterations")
public class PowerIterationResource {
    @POST
    @Operation(
            operationId = "powerIteration",
            summary = "Find the dominant eigenvalue by multiplying again and again",
            description =
                    "With every round, and how quickly they converge. Where two eigenvalues are equally large in modulus there is no"
                            + " convergence, and the answer says so. For all eigenvalues see decompositions/eigen.")
    @APIResponse(responseCode = "200", description = "The eigenvalue, its vector and the rounds that led there")
    public PowerIterationResult iterate(PowerIterationRequest request) {
        return PowerIteration.run(
                request.matrix(),
                request.start(),
                request.maxIterations(),
                request.tolerance(),
                request.explain(),
                Work.deadline());
    }
}
