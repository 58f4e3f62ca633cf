package org.mlmath.gateway.limits;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.gateway.batch.BatchSettings;
import org.mlmath.gateway.key.ApiKeys;
import org.mlmath.gateway.limits.LimitsResult.Allowance;
import org.mlmath.gateway.limits.LimitsResult.KeyUse;
import org.mlmath.gateway.rate.RateSettings;
import org.mlmath.kit.reuse.CacheSettings;
import org.mlmath.kit.work.Limits;

@Path("/v1/limits")
@Tag(name = "About", description = "The API itself")
public class LimitsResource {
    private final LimitsResult inForce;

    LimitsResource(Limits limits, CacheSettings cache, ApiKeys keys, RateSettings rate, BatchSettings batch) {
        KeyUse use = keys.required() ? KeyUse.REQUIRED : keys.inUse() ? KeyUse.OPTIONAL : KeyUse.NONE;
        Allowance allowance = rate.allowance()
                .map(time -> new Allowance(seconds(time), seconds(rate.window()), seconds(rate.minimum())))
                .orElse(null);
        inForce = LimitsResult.of(limits, cache, use, allowance, rate, batch);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @GET
    @Operation(
            operationId = "getLimits",
            summary = "List the limits in force",
            description =
                    "What one request may take, and one caller. Beyond a limit a request is refused before it costs anything,"
                            + " with the limit and its own size in the problem document.")
    @APIResponse(responseCode = "200", description = "Each limit, its unit in its name")
    public LimitsResult limits() {
        return inForce;
    }
}
