package org.mlmath.calculus.simplify;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/expressions/simplify")
@Tag(name = "Expressions")
public class SimplifyResource {
    @POST
    @Operation(
            operationId = "simplifyExpression",
            summary = "An expression simplified, multiplied out, in factors or in partial fractions",
            description =
                    "Exact, over the rational numbers, and compared with the given expression at points of its domain. What cancels "
                            + "may extend the domain: (x^2 - 1)/(x - 1) becomes x + 1, with the warning `domain-changed`.")
    @APIResponse(responseCode = "200", description = "The new form")
    public SimplifyResult simplify(SimplifyRequest request) {
        return Simplification.of(
                request.expression(),
                request.form(),
                request.variable(),
                request.assumptions(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
