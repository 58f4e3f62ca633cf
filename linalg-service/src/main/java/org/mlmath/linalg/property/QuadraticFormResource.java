package org.mlmath.linalg.property;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/quadratic-forms/classify")
@Tag(name = "Quadratic forms")
public class QuadraticFormResource {
    @POST
    @Operation(
            operationId = "classifyQuadraticForm",
            summary = "The class and the principal axes of a quadratic form",
            description =
                    "Positive or negative definite or semidefinite, or indefinite: decided without rounding up to order 64.")
    @APIResponse(responseCode = "200", description = "The class, the eigenvalues and the axes")
    public QuadraticFormResult classify(QuadraticFormRequest request) {
        return QuadraticForm.classify(request.matrix(), request.explain(), Work.deadline());
    }
}
