package org.mlmath.gateway.limits;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.reuse.CacheSettings;
import org.mlmath.kit.work.Limits;

@Path("/v1/limits")
@Tag(name = "About", description = "The API itself")
public class LimitsResource {
    private final LimitsResult inForce;

    LimitsResource(Limits limits, CacheSettings cache) {
        inForce = LimitsResult.of(limits, cache);
    }

    @GET
    @Operation(
            operationId = "getLimits",
            summary = "List the limits in force",
            description = "What one request may take. Beyond a limit a request is refused before it costs anything,"
                    + " with the limit and its own size in the problem document.")
    @APIResponse(responseCode = "200", description = "Each limit, its unit in its name")
    public LimitsResult limits() {
        return inForce;
    }
}
