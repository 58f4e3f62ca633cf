package org.mlmath.gateway.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The browsable reference: Swagger UI over {@code /openapi.json}, everything it needs served from here. */
@Path("/docs")
public class ReferenceResource {
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";

    private final Page page = Page.resource(Page.HTML, "/page/reference.html");
    private final Map<String, Page> parts = Map.of(
            "reference.js", Page.resource(SCRIPT, "/page/reference.js"),
            "reference.css", Page.resource(STYLE, "/page/reference.css"),
            "swagger-ui-bundle.js", Page.resource(SCRIPT, "/swagger-ui/swagger-ui-bundle.js"),
            "swagger-ui-bundle.js.LICENSE.txt", Page.resource(TEXT, "/swagger-ui/swagger-ui-bundle.js.LICENSE.txt"),
            "swagger-ui.css", Page.resource(STYLE, "/swagger-ui/swagger-ui.css"));

    @GET
    @Produces(Page.HTML)
    @Operation(hidden = true)
    public Uni<Response> reference(@Context HttpHeaders headers) {
        return page.answer(headers);
    }

    @GET
    @Path("{part}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> part(String part, @Context HttpHeaders headers) {
        Page found = parts.get(part);
        if (found == null) {
            throw new NotFoundException();
        }
        return found.answer(headers);
    }
}
