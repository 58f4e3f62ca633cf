package org.mlmath.linalg.matrix.measure;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/condition-number")
@Tag(name = "Matrices")
public class ConditionNumberResource {
    @POST
    @Operation(
            operationId = "conditionNumberOfMatrix",
            summary = "The condition number of a matrix",
            description =
                    "How much relative errors of the entries may be multiplied in the inverse and in solutions. Infinite for a matrix whose rows or columns depend on each other.")
    @APIResponse(responseCode = "200", description = "The condition number")
    public ConditionNumberResult condition(ConditionNumberRequest request) {
        return ConditionNumber.of(request.matrix(), request.norm(), request.explain(), Work.deadline());
    }
}
