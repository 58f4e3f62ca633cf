package org.mlmath.linalg.pca;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/pca/reconstruct")
@Tag(name = "Principal components")
public class PcaReconstructResource {
    @POST
    @Operation(
            operationId = "reconstructPca",
            summary = "Data from scores in a fitted model",
            description =
                    "The way back from `transform`: with all components the data themselves, with fewer the nearest"
                            + " points that these can express.")
    @APIResponse(responseCode = "200", description = "The data, a row per observation")
    public PcaReconstructResult reconstruct(PcaReconstructRequest request) {
        return FittedModel.reconstruct(request.model(), request.scores(), request.explain());
    }
}
