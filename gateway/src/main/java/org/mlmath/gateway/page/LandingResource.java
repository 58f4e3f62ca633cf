package org.mlmath.gateway.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/")
public class LandingResource {
    private final Page page;

    LandingResource(Layout layout) {
        page = layout.page("mlmath: the mathematics of machine learning", Page.text("/page/landing.html"));
    }

    @GET
    @Produces(Page.HTML)
    @Operation(hidden = true)
    public Response landing(@Context HttpHeaders headers, @Context Request request) {
        return page.answer(headers, request);
    }
}
