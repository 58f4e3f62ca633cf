package org.mlmath.linalg.matrix.inverse;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/inverse")
@Tag(name = "Matrices")
public class InverseResource {
    @POST
    @Operation(
            operationId = "invertMatrix",
            summary = "The inverse of a square matrix",
            description =
                    "Refined until it is right to the last digits that the condition allows, or in fractions. A matrix that is singular as given is refused, with its rank.")
    @APIResponse(responseCode = "200", description = "The inverse")
    public InverseResult invert(InverseRequest request) {
        return Inverse.of(request.matrix(), request.arithmetic(), request.explain(), Work.deadline());
    }
}
