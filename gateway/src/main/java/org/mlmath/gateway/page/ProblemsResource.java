package org.mlmath.gateway.page;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** What each {@code type} of a problem document leads to: a page for people, the same as JSON for programs. */
@Path("/problems")
public class ProblemsResource {
    private final Page list;
    private final Page listAsJson;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Page> documents = new LinkedHashMap<>();

    ProblemsResource(Layout layout, ObjectMapper json) throws JsonProcessingException {
        List<ProblemGuide> guides = Arrays.stream(ProblemType.values())
                .map(type -> ProblemGuide.read(type, json))
                .toList();
        for (ProblemGuide guide : guides) {
            String slug = guide.type().substring("/problems/".length());
            pages.put(slug, layout.page(guide.title() + ": mlmath", guide.html()));
            documents.put(slug, asJson(guide, json));
        }
        list = layout.page("Problems: mlmath", html(guides));
        listAsJson = asJson(Map.of("problems", guides), json);
    }

    private static Page asJson(Object value, ObjectMapper json) throws JsonProcessingException {
        return new Page(MediaType.APPLICATION_JSON, json.writeValueAsBytes(value));
    }

    private static String html(List<ProblemGuide> guides) {
        String entries = guides.stream()
                .map(guide -> "<li><a href=\"%s\">%s</a> <code>%s</code></li>\n"
                        .formatted(guide.type(), Layout.escape(guide.title()), guide.status()))
                .collect(Collectors.joining());
        return """
                <h1>Problems</h1>
                <p class="lead">Every failure is a problem document (RFC 9457). Its <code>type</code> is one of these and leads here.</p>
                <ul>
                %s</ul>
                """.formatted(entries);
    }

    @GET
    @Produces({Page.HTML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public Uni<Response> list(@Context HttpHeaders headers) {
        return (wantsJson(headers) ? listAsJson : list).answer(headers, "Accept");
    }

    @GET
    @Path("{type}")
    @Produces({Page.HTML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public Uni<Response> page(String type, @Context HttpHeaders headers) {
        return find(wantsJson(headers) ? documents : pages, type).answer(headers, "Accept");
    }

    /** Who names neither, as browsers and curl do with their wildcards, gets the page. */
    private static boolean wantsJson(HttpHeaders headers) {
        for (MediaType accepted : Page.accepted(headers)) {
            if (accepted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private static Page find(Map<String, Page> pages, String type) {
        Page page = pages.get(type);
        if (page == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "There is no kind of problem called " + type + "; /problems lists them.");
        }
        return page;
    }
}
