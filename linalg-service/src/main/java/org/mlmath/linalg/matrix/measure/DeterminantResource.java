package org.mlmath.linalg.matrix.measure;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/determinant")
@Tag(name = "Matrices")
public class DeterminantResource {
    @POST
    @Operation(
            operationId = "determinantOfMatrix",
            summary = "The determinant of a square matrix",
            description =
                    "Rounded once for a small matrix; as a fraction with exact arithmetic. Where it is beyond the largest double, its sign and logarithm say what it is.")
    @APIResponse(responseCode = "200", description = "The determinant")
    public DeterminantResult determinant(DeterminantRequest request) {
        return Determinant.of(request.matrix(), request.arithmetic(), request.explain(), Work.deadline());
    }
}
