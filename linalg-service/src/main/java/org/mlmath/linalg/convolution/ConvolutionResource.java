package org.mlmath.linalg.convolution;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/linalg/convolution")
@Tag(name = "Convolution")
public class ConvolutionResource {
    @POST
    @Operation(
            operationId = "convolution",
            summary = "Slide kernels over an image, as one matrix product",
            description = "The cross-correlation that neural networks call convolution: kernels are not turned round.")
    @APIResponse(responseCode = "200", description = "The output, and the matrices whose product it is")
    public ConvolutionResult convolve(ConvolutionRequest request) {
        return CrossCorrelation.of(
                request.input(), request.kernels(), request.placement(), request.bias(), request.explain());
    }
}
