package org.mlmath.linalg.attention;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/attention")
@Tag(name = "Attention")
public class AttentionResource {
    @POST
    @Operation(
            operationId = "attention",
            summary = "Scaled dot-product attention, with its weights",
            description =
                    "Each query compares itself with every key; the softmax of the comparisons weighs the values. One head, one batch.")
    @APIResponse(responseCode = "200", description = "The weights and the weighted means")
    public AttentionResult attend(AttentionRequest request) {
        return DotProductAttention.of(
                request.queries(),
                request.keys(),
                request.values(),
                request.mask() == null
                        ? null
                        : request.mask()
                                .forQueries(
                                        request.queries().rows(), request.keys().rows()),
                request.causal(),
                request.scale(),
                request.explain());
    }
}
