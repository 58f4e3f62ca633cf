package org.mlmath.calculus.network;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/networks")
@Tag(name = "Networks", description = "Networks of dense layers: forward, backward, trained")
public class NetworksResource {
    @POST
    @Path("forward")
    @Operation(
            operationId = "networkForward",
            summary = "Every pre-activation and activation of a network",
            description = "Weights are outputs by inputs, z = W·a + b. One example is a vector, several are rows.")
    @APIResponse(responseCode = "200", description = "What each layer makes of what it is given")
    public NetworkForwardResult forward(NetworkForwardRequest request) {
        return ForwardPropagation.of(request);
    }

    @POST
    @Path("backward")
    @Operation(
            operationId = "networkBackward",
            summary = "The loss of a network and its gradients, by backpropagation",
            description =
                    "Every delta, weight gradient and bias gradient, and the derivatives by the inputs. A sigmoid or softmax output"
                            + " with its cross-entropy is computed as one, so saturated outputs have their true loss.")
    @APIResponse(responseCode = "200", description = "Loss, deltas and gradients")
    public NetworkBackwardResult backward(NetworkBackwardRequest request) {
        return Backpropagation.of(request);
    }

    @POST
    @Path("gradient-check")
    @Operation(
            operationId = "networkGradientCheck",
            summary = "Backpropagation held against differences of the loss",
            description =
                    "Each weight and bias is moved to both sides and the loss recomputed. With `gradients` it is the caller's own"
                            + " gradients that are checked.")
    @APIResponse(responseCode = "200", description = "The largest relative error, and where it is")
    public GradientCheckResult check(GradientCheckRequest request) {
        return GradientCheck.of(request, Work.deadline());
    }

    @POST
    @Path("train")
    @Operation(
            operationId = "networkTrain",
            summary = "Train a network, epoch by epoch",
            description =
                    "With any first-order method, in batches, with dropout, penalties and early stopping. Training that diverges ends"
                            + " with what it had before. The same request and seed give the same bytes, and n epochs continued by m"
                            + " give those of n + m. Asked for as `application/x-ndjson` or `text/event-stream` it tells of each"
                            + " epoch while it runs.")
    @APIResponse(
            responseCode = "200",
            description = "The trained network, how it got there and a diagnosis",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NetworkTrainResult.class)),
                @Content(mediaType = "application/x-ndjson"),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS)
            })
    public NetworkTrainResult train(NetworkTrainRequest request) {
        return NetworkTraining.train(request, Work::seed, Work.deadline(), Work.progress());
    }
}
