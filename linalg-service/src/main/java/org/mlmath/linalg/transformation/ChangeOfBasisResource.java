package org.mlmath.linalg.transformation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/transformations/change-of-basis")
@Tag(name = "Transformations")
public class ChangeOfBasisResource {
    @POST
    @Operation(
            operationId = "changeBasis",
            summary = "See a vector, or a linear map, from another basis",
            description =
                    "Bases are lists of vectors, written in standard coordinates. Give a vector of coordinates, the matrix of a map, or"
                            + " both.")
    @APIResponse(
            responseCode = "200",
            description = "The new coordinates, and the matrix that takes the old ones to them")
    public ChangeOfBasisResult change(ChangeOfBasisRequest request) {
        return BasisChange.of(
                request.vector(), request.matrix(), request.from(), request.to(), request.explain(), Work.deadline());
    }
}
