package org.mlmath.gateway.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mlmath.gateway.key.ApiKeys;

@Path("/")
public class LandingResource {
    private final Page page;
    private final Page script = Page.resource("text/javascript;charset=UTF-8", "/page/landing.js");

    LandingResource(Layout layout, ApiKeys keys) {
        page = layout.page("mlmath: the mathematics of machine learning", content(keys.inUse(), keys.required()));
    }

    /** Where callers have keys the page has a field for one; what cannot be followed without one is no link. */
    private static String content(boolean inUse, boolean required) {
        String key = Page.text("/page/key.html")
                .replace("{{need}}", required ? "required " : "")
                .replace("{{without}}", required ? "" : " Without one you have the allowance of your address.");
        return Page.text("/page/landing.html")
                .replace(
                        "{{access}}",
                        required
                                ? "Calls take an API key, which whoever runs this installation gives out; there is no client to install."
                                : "There is nothing to sign up for and no client to install.")
                .replace("{{key}}", inUse ? key : "")
                .replace("{{operations}}", open("/v1/operations", required))
                .replace("{{limits}}", open("/v1/limits", required));
    }

    private static String open(String path, boolean keyRequired) {
        return (keyRequired ? "<code>%1$s</code>" : "<a href=\"%1$s\">%1$s</a>").formatted(path);
    }

    @GET
    @Produces(Page.HTML)
    @Operation(hidden = true)
    public Uni<Response> landing(@Context HttpHeaders headers) {
        return page.answer(headers);
    }

    @GET
    @Path("landing.js")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> script(@Context HttpHeaders headers) {
        return script.answer(headers);
    }
}
