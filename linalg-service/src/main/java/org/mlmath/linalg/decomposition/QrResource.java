package org.mlmath.linalg.decomposition;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/decompositions/qr")
@Tag(name = "Decompositions")
public class QrResource {
    @POST
    @Operation(
            operationId = "decomposeQr",
            summary = "Factor a matrix as A = QR, orthogonal times upper triangular",
            description =
                    "For every matrix of any shape, by Householder reflections; the diagonal of R is not negative."
                            + " With `pivoting`, columns are exchanged so that it falls.")
    @APIResponse(responseCode = "200", description = "Q, R and the order of the columns")
    public QrResult decompose(QrRequest request) {
        return Qr.decompose(request.matrix(), request.mode(), request.pivoting(), request.explain());
    }
}
