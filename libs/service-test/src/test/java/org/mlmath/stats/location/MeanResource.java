package org.mlmath.stats.location;

import jakarta.ws.rs.POST;
import java.util.Map;

/** A resource whose operation has neither a request nor a result. */
public final class MeanResource {
    @POST
    public String mean(Map<String, Object> anything) {
        return "";
    }
}
