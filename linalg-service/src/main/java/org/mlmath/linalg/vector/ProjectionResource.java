package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/vectors/projection")
@Tag(name = "Vectors")
public class ProjectionResource {
    @POST
    @Operation(
            operationId = "projectVector",
            summary = "The orthogonal projection of a vector onto another, or onto the span of several",
            description =
                    "The nearest vector of the span, its coefficients, and what is left, which is orthogonal to the span. The vectors may depend on each other.")
    @APIResponse(responseCode = "200", description = "The projection and the residual")
    public ProjectionResult project(ProjectionRequest request) {
        return Projection.of(request.vector(), request.onto(), request.explain(), Work.deadline());
    }
}
