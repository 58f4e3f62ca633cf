package org.mlmath.calculus.constrained;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/constrained")
@Tag(name = "Optimization")
public class ConstrainedResource {
    @POST
    @Operation(
            operationId = "minimizeConstrained",
            summary = "Minimise an expression under equations and inequalities",
            description =
                    "Sequential quadratic programming with exact derivatives finds a point that satisfies the conditions of Karush, Kuhn and Tucker, "
                            + "those of Lagrange where all constraints are equations, with their multipliers and what second derivatives say of it. "
                            + "A minimum that is found need not be the smallest one.")
    @APIResponse(responseCode = "200", description = "The point, whether the search converged or not")
    public ConstrainedResult minimize(ConstrainedRequest request) {
        return ConstrainedMinimization.of(request, Work.deadline());
    }
}
