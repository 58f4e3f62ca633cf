package org.mlmath.calculus.critical;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/critical-points")
@Tag(name = "Roots and critical points")
public class CriticalPointsResource {
    @POST
    @Operation(
            operationId = "findCriticalPoints",
            summary = "The critical points of an expression in a region",
            description =
                    "All points at which the gradient is zero, classified by the Hessian's eigenvalues (of one variable also by higher "
                            + "derivatives). `complete` is true only where algebra or interval arithmetic proves that none is missing. "
                            + "Extrema on the border of the region are not looked for.")
    @APIResponse(responseCode = "200", description = "The points; none is an empty list")
    public CriticalPointsResult find(CriticalPointsRequest request) {
        return CriticalPoints.of(
                request.expression(),
                request.variables(),
                request.region(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
