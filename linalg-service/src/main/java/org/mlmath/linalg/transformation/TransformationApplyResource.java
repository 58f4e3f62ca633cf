package org.mlmath.linalg.transformation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/transformations/apply")
@Tag(name = "Transformations")
public class TransformationApplyResource {
    @POST
    @Operation(
            operationId = "applyTransformation",
            summary = "Send points through a matrix, and shift them",
            description = "Each point x, a row of `points`, goes to M·x + t. Homogeneous matrices are understood.")
    @APIResponse(responseCode = "200", description = "The images of the points")
    public TransformationApplyResult apply(TransformationApplyRequest request) {
        return PointImages.of(request.matrix(), request.points(), request.translation(), request.explain());
    }
}
