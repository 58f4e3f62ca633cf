package org.mlmath.calculus.comparison;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/differentiation/compare")
@Tag(name = "Derivatives")
public class DifferentiationCompareResource {
    @POST
    @Operation(
            operationId = "compareDifferentiation",
            summary = "Symbolic, automatic and numerical differentiation side by side",
            description =
                    "The derivative at a point by formula, by reverse mode, by forward and central differences and by the complex step, "
                            + "each with its error against a reference of 30 digits; the last three over a range of step sizes, "
                            + "with the step that balances truncation and rounding.")
    @APIResponse(responseCode = "200", description = "The derivative by each method, with its error")
    public DifferentiationCompareResult compare(DifferentiationCompareRequest request) {
        return DifferentiationComparison.of(
                request.expression(),
                request.variable(),
                request.at(),
                request.stepSizes(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
