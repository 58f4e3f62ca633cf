package org.mlmath.calculus.optimization;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/optimization/minimize")
@Tag(name = "Optimization", description = "Minimisers and the runs they make")
public class MinimizeResource {
    @POST
    @Operation(
            operationId = "minimize",
            summary = "Minimise an expression, or a model's loss, and keep the run",
            description =
                    "Makes `maxIterations` steps of the method unless `stop` says otherwise; methods that search along"
                            + " directions or by values also end by themselves, where nothing is left to do. A run that diverges, or"
                            + " leaves the objective's domain, ends at its last finite iterate and keeps what it has. The same"
                            + " request gives the same bytes, and n steps continued by m give those of n + m. Asked for as"
                            + " `application/x-ndjson` or `text/event-stream` it tells of the iterates while it runs.")
    @APIResponse(
            responseCode = "200",
            description = "The smallest value seen, the last iterate, the trajectory and a diagnosis",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MinimizeResult.class)),
                @Content(mediaType = "application/x-ndjson"),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS)
            })
    public MinimizeResult minimize(MinimizeRequest request) {
        return Minimizer.minimize(request, Work::seed, Work.deadline(), Work.progress());
    }
}
