package org.mlmath.calculus.integral;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/multiple-integral")
@Tag(name = "Integrals")
public class MultipleIntegralResource {
    @POST
    @Operation(
            operationId = "integrateMultiple",
            summary = "The integral of an expression over several variables",
            description =
                    "From the outermost range inwards; a bound may use the variables before it. By adaptive quadratures inside each "
                            + "other, deterministic, with an error estimate; in closed form as well where rules integrate every variable. "
                            + "Two and three variables take milliseconds to seconds, four smooth ones seconds.")
    @APIResponse(responseCode = "200", description = "The integral")
    public MultipleIntegralResult integrate(MultipleIntegralRequest request) {
        return MultipleIntegrals.integral(
                request.expression(), request.ranges(), Boolean.TRUE.equals(request.explain()), Work.deadline());
    }
}
