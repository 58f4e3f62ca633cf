package org.mlmath.linalg.matrix.measure;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/matrices/trace")
@Tag(name = "Matrices")
public class TraceResource {
    @POST
    @Operation(
            operationId = "traceMatrix",
            summary = "The trace of a square matrix",
            description = "The sum of the diagonal, which is that of the eigenvalues.")
    @APIResponse(responseCode = "200", description = "The trace")
    public TraceResult trace(TraceRequest request) {
        return Trace.of(request.matrix(), request.explain());
    }
}
