package org.mlmath.calculus.fit;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/curve-fit")
@Tag(name = "Optimization")
public class CurveFitResource {
    @POST
    @Operation(
            operationId = "fitCurve",
            summary = "Fit the parameters of a curve to data",
            description =
                    "Weighted nonlinear least squares by Levenberg and Marquardt's method with exact derivatives, within bounds if there are any. "
                            + "Where the search ends without determining all parameters it says so: `converged` is false, and `reason` and a warning say why.")
    @APIResponse(responseCode = "200", description = "The fit, whether it converged or not")
    public CurveFitResult fit(CurveFitRequest request) {
        return CurveFit.of(request, Work.deadline());
    }
}
