package org.mlmath.linalg.elimination;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/rref")
@Tag(name = "Matrices")
public class RrefResource {
    @POST
    @Operation(
            operationId = "reduceToEchelonForm",
            summary = "The reduced row echelon form of a matrix",
            description =
                    "By Gauss–Jordan elimination: in fractions for all but large matrices, so that a zero is a zero and the form is"
                            + " the matrix's own; with `explain`, one elementary row operation a step.")
    @APIResponse(responseCode = "200", description = "The echelon form and its pivots")
    public RrefResult reduce(RrefRequest request) {
        return EchelonForm.reduce(
                request.matrix(), request.arithmetic(), request.tolerance(), request.explain(), Work.deadline());
    }
}
