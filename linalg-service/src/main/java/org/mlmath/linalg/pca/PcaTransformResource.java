package org.mlmath.linalg.pca;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/pca/transform")
@Tag(name = "Principal components")
public class PcaTransformResource {
    @POST
    @Operation(
            operationId = "transformPca",
            summary = "Scores of data in a fitted model",
            description =
                    "Subtracts the model's mean, divides by its scale, and multiplies by its components; the scores are"
                            + " whitened where the model is.")
    @APIResponse(responseCode = "200", description = "The scores, a row per observation")
    public PcaTransformResult transform(PcaTransformRequest request) {
        return FittedModel.transform(request.model(), request.data(), request.explain());
    }
}
