package org.mlmath.linalg.vector;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/vectors/independence")
@Tag(name = "Vectors")
public class IndependenceResource {
    @POST
    @Operation(
            operationId = "testIndependence",
            summary = "Whether vectors are linearly independent",
            description =
                    "Decided about the decimals as given, without rounding, up to 64 vectors of 64 entries; dependent ones come with a combination that gives zero.")
    @APIResponse(responseCode = "200", description = "Whether they are, and a relation if not")
    public IndependenceResult decide(IndependenceRequest request) {
        return LinearIndependence.of(request.vectors(), request.tolerance(), request.explain(), Work.deadline());
    }
}
