package org.mlmath.bench.echo;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Answers with the JSON that was sent. */
@Path("/")
public class EchoResource {
    /** As it is written without further thought: the framework calls it on a thread of its pool. */
    @POST
    @Path("echo")
    public JsonNode echo(JsonNode json) {
        return json;
    }

    /** On the event loop, where our small requests are computed too. */
    @POST
    @Path("echo-at-once")
    @NonBlocking
    public JsonNode echoAtOnce(JsonNode json) {
        return json;
    }
}
