package org.mlmath.calculus.integral;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/integral")
@Tag(name = "Integrals")
public class IntegralResource {
    @POST
    @Operation(
            operationId = "integrate",
            summary = "The antiderivative of an expression, and its integral between two bounds",
            description =
                    "Antiderivatives come from the rules of a course, with their working, and where these do not suffice from computer "
                            + "algebra; each is differentiated and compared with the integrand before it is given. With bounds, finite or "
                            + "infinite, the value is found by quadrature that knows the formula: singular ends, kinks, peaks and oscillation "
                            + "are looked for, divergence is an answer (`converges: false`). `exact` is the closed form where there is one.")
    @APIResponse(responseCode = "200", description = "The integral")
    public IntegralResult integrate(IntegralRequest request) {
        return Integrals.integral(
                request.expression(),
                request.variable(),
                request.lower(),
                request.upper(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
