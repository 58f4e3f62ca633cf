package org.mlmath.linalg.transformation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/transformations/describe")
@Tag(name = "Transformations")
public class TransformationDescribeResource {
    @POST
    @Operation(
            operationId = "describeTransformation",
            summary = "Say what a 2×2 or 3×3 matrix does",
            description =
                    "Rotation, reflection, scaling, shear, projection and what else it is; its reading as rotate, stretch, rotate from"
                            + " the singular value decomposition; and the image of the unit grid for drawing.")
    @APIResponse(responseCode = "200", description = "The kinds, what belongs to them, and the grid")
    public TransformationDescribeResult describe(TransformationDescribeRequest request) {
        return TransformationDescription.of(request.matrix(), request.tolerance(), request.explain(), Work.deadline());
    }
}
