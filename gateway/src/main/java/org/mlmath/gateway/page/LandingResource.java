package org.mlmath.gateway.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/")
public class LandingResource {
    private final Page page;
    private final Page script = Page.resource("text/javascript;charset=UTF-8", "/page/landing.js");

    LandingResource(Layout layout) {
        page = layout.page("mlmath: the mathematics of machine learning", Page.text("/page/landing.html"));
    }

    @GET
    @Produces(Page.HTML)
    @Operation(hidden = true)
    public Response landing(@Context HttpHeaders headers, @Context Request request) {
        return page.answer(headers, request);
    }

    @GET
    @Path("landing.js")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response script(@Context HttpHeaders headers, @Context Request request) {
        return script.answer(headers, request);
    }
}
