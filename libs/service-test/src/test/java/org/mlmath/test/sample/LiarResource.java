package org.mlmath.test.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with something else than it documents. */
@Path("/v1/liar")
@Tag(name = "Liar")
public class LiarResource {
    private static final String RESULT = "200";

    @GET
    @Path("{lie}")
    @Operation(operationId = "lie", summary = "A lie", description = "The kind of lie is up to the caller.")
    @Produces("application/json")
    @APIResponse(
            responseCode = RESULT,
            description = "A mean",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MeanResult.class)))
    public RestResponse<Object> lie(@Parameter(description = "Which lie") @PathParam("lie") String lie) {
        return switch (lie) {
            case "status" -> RestResponse.status(RestResponse.Status.ACCEPTED);
            case "field" -> RestResponse.ok(Map.of("warnings", new int[0]));
            case "type" -> RestResponse.ok(Map.of("value", "many", "warnings", new int[0]));
            case "media-type" ->
                RestResponse.ResponseBuilder.<Object>ok("many", "text/plain").build();
            default -> RestResponse.ok(Map.of("value", "Infinity", "warnings", new int[0]));
        };
    }

    @POST
    @Path("accept-anything")
    @Operation(operationId = "acceptAnything", summary = "Read and forget", description = "Accepts more than it says.")
    @Extension(name = "x-get-form", value = "none")
    @APIResponse(responseCode = RESULT, description = "Nothing")
    public Map<String, String> accept(MeanRequest request) {
        return Map.of();
    }

    @GET
    @Path("in/secret")
    @Operation(hidden = true)
    public Map<String, String> secret() {
        return Map.of();
    }
}
