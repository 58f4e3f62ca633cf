package org.mlmath.calculus.optimization;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/compare")
@Tag(name = "Optimization", description = "Minimisers and the runs they make")
public class CompareMethodsResource {
    @POST
    @Operation(
            operationId = "compareMethods",
            summary = "Run several methods on one objective and rank them",
            description =
                    "Each run is the one that `minimize` makes, from the same start, with the same criteria and, where it draws,"
                            + " the same seed. A run that diverges ends as it would alone and leaves the others be.")
    @APIResponse(responseCode = "200", description = "The runs, and their ranking")
    public CompareMethodsResult compare(CompareMethodsRequest request) {
        return MethodComparison.compare(request, Work::seed, Work.deadline());
    }
}
