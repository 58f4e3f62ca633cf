package org.mlmath.calculus.optimization;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/learning-rate-sweep")
@Tag(name = "Optimization", description = "Minimisers and the runs they make")
public class LearningRateSweepResource {
    @POST
    @Operation(
            operationId = "sweepLearningRates",
            summary = "Run a method at several learning rates and find the largest stable one",
            description =
                    "Each run is the one that `minimize` makes at that rate, with a shorter trajectory by default. Where some runs"
                            + " are unstable the bound between is found: 2/λmax for gradient descent on a quadratic, and so on for"
                            + " methods with a theory, and by further runs otherwise.")
    @APIResponse(responseCode = "200", description = "The runs, the bound of stable rates and the best rate")
    public LearningRateSweepResult sweep(LearningRateSweepRequest request) {
        return LearningRateSweep.sweep(request, Work::seed, Work.deadline());
    }
}
