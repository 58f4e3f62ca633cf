package org.mlmath.gateway.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.gateway.batch.BatchSettings;
import org.mlmath.gateway.key.ApiKeys;
import org.mlmath.gateway.limits.LimitsResult.Allowance;
import org.mlmath.gateway.limits.LimitsResult.KeyUse;
import org.mlmath.gateway.page.Page;
import org.mlmath.gateway.rate.RateSettings;
import org.mlmath.kit.reuse.CacheSettings;
import org.mlmath.kit.work.Limits;

@Path("/v1/limits")
@Tag(name = "About", description = "The API itself")
public class LimitsResource {
    /** As a page, not as an answer: it changes with the configuration, so that caches ask whether it still is so. */
    private final Page inForce;

    LimitsResource(
            Limits limits,
            CacheSettings cache,
            ApiKeys keys,
            RateSettings rate,
            BatchSettings batch,
            ObjectMapper mapper)
            throws JsonProcessingException {
        KeyUse use = keys.required() ? KeyUse.REQUIRED : keys.inUse() ? KeyUse.OPTIONAL : KeyUse.NONE;
        Allowance allowance = rate.allowance()
                .map(time -> new Allowance(seconds(time), seconds(rate.window()), seconds(rate.minimum())))
                .orElse(null);
        LimitsResult limitsInForce = LimitsResult.of(limits, cache, use, allowance, rate, batch);
        inForce = new Page(MediaType.APPLICATION_JSON, mapper.writeValueAsBytes(limitsInForce));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLimits",
            summary = "List the limits in force",
            description =
                    "What one request may take, and one caller. Beyond a limit a request is refused before it costs anything,"
                            + " with the limit and its own size in the problem document.")
    @APIResponse(
            responseCode = "200",
            description = "Each limit, its unit in its name",
            content = @Content(schema = @Schema(implementation = LimitsResult.class)),
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"))
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    public Uni<Response> limits(@Context HttpHeaders headers) {
        return inForce.answer(headers);
    }
}
