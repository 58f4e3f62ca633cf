package org.mlmath.calculus.limit;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/limit")
@Tag(name = "Limits and series")
public class LimitResource {
    @POST
    @Operation(
            operationId = "limit",
            summary = "The limit of an expression at a point or at infinity",
            description =
                    "From both sides or one, in the extended real numbers: an infinite limit exists. Jumps and oscillation are told "
                            + "apart from what could not be decided (`exists: null`). Every exact value is checked against values "
                            + "ever nearer to the point; where these go too slowly to show it, the limit is proven by "
                            + "comparing growth (Gruntz) and the answer says that it is `not-verified`.")
    @APIResponse(responseCode = "200", description = "The limit, or that there is none")
    public LimitResult limit(LimitRequest request) {
        return Limits.of(
                request.expression(),
                request.variable(),
                request.to(),
                request.side(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
