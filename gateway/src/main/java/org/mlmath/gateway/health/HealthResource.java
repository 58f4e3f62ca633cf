package org.mlmath.gateway.health;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/health")
@Tag(name = "About", description = "The API itself")
public class HealthResource {
    private final Examination examination;

    HealthResource(Examination examination) {
        this.examination = examination;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getHealth",
            summary = "Say whether mlmath is up",
            description =
                    "Always answered within a second. `degraded` means that some operations will fail; which, `services` says.")
    @APIResponse(responseCode = "200", description = "The state of the whole and of each service")
    public Uni<RestResponse<Health>> health() {
        return examination.perform().map(health -> RestResponse.ResponseBuilder.ok(health)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}
