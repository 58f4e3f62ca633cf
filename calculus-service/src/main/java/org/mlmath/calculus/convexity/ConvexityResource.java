package org.mlmath.calculus.convexity;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/convexity")
@Tag(name = "Optimization")
public class ConvexityResource {
    @POST
    @Operation(
            operationId = "convexity",
            summary = "Whether an expression is convex, with a proof or a counterexample",
            description =
                    "Proofs are by rules of composition, or by enclosures of the Hessian on the region; a counterexample is two points whose midpoint "
                            + "lies above their chord. With the constants that the rates of gradient methods depend on.")
    @APIResponse(responseCode = "200", description = "The verdict, null where there is none, and what shows it")
    public ConvexityResult of(ConvexityRequest request) {
        return Convexity.of(request, Work.deadline());
    }
}
