package org.mlmath.linalg.transformation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/transformations/build")
@Tag(name = "Transformations")
public class TransformationBuildResource {
    @POST
    @Operation(
            operationId = "buildTransformation",
            summary = "Build a matrix from rotations, scalings, shears, reflections and translations",
            description =
                    "The first step is applied first, so its matrix stands rightmost in the product. Angles are in radians unless"
                            + " `unit` says degrees. With a translation all matrices are homogeneous.")
    @APIResponse(responseCode = "200", description = "The matrix of the whole and of each step")
    public TransformationBuildResult build(TransformationBuildRequest request) {
        return Composition.of(
                request.transformations().stream().map(NamedTransformation::map).toList(),
                request.dimension(),
                request.explain());
    }
}
