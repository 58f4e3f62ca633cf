package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/vectors/gram-schmidt")
@Tag(name = "Vectors")
public class GramSchmidtResource {
    @POST
    @Operation(
            operationId = "orthogonalizeVectors",
            summary = "Make vectors orthogonal by the process of Gram and Schmidt",
            description = "Vectors that depend on those before them are left out and named.")
    @APIResponse(responseCode = "200", description = "The orthogonal basis")
    public GramSchmidtResult orthogonalize(GramSchmidtRequest request) {
        return Orthogonalization.of(request.vectors(), request.normalize(), request.explain(), Work.deadline());
    }
}
