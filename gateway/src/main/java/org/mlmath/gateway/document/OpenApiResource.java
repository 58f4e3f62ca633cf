package org.mlmath.gateway.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mlmath.gateway.page.Page;

/**
 * Serves the merged document from the file that is kept of it. A gateway in front of services has no other source that is there
 * before they are; that the file is right, a test of standalone says, where all services are in one JVM.
 */
@Path("/")
public class OpenApiResource {
    private static final String YAML = "application/yaml";

    private final Page json = Page.resource(MediaType.APPLICATION_JSON, "/openapi.json");
    private CompletableFuture<Page> yaml;

    @GET
    @Path("openapi")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(hidden = true)
    public Uni<Response> asAccepted(@Context HttpHeaders headers) {
        for (MediaType accepted : Page.accepted(headers)) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                break;
            }
            if (accepted.isCompatible(MediaType.valueOf(YAML))) {
                return yaml().flatMap(page -> page.answer(headers, HttpHeaders.ACCEPT));
            }
        }
        return json.answer(headers, HttpHeaders.ACCEPT);
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> asJson(@Context HttpHeaders headers) {
        return json.answer(headers);
    }

    @GET
    @Path("openapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public Uni<Response> asYaml(@Context HttpHeaders headers) {
        return yaml().flatMap(page -> page.answer(headers));
    }

    /** Made when first asked for, beside the event loop: few ask, and it takes longer than everything else at the start. */
    private synchronized Uni<Page> yaml() {
        if (yaml == null) {
            CompletableFuture<Page> made = new CompletableFuture<>();
            yaml = made;
            Thread.ofVirtual().start(() -> {
                try {
                    made.complete(asYaml());
                } catch (IOException | RuntimeException | OutOfMemoryError failure) {
                    made.completeExceptionally(failure);
                }
            });
        }
        return Uni.createFrom().completionStage(yaml);
    }

    private Page asYaml() throws IOException {
        YAMLFactory format = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                .build();
        return new Page(YAML, new YAMLMapper(format).writeValueAsBytes(new ObjectMapper().readTree(json.body())));
    }
}
