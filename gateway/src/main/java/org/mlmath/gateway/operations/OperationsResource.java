package org.mlmath.gateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.gateway.page.Page;
import org.mlmath.gateway.routing.UpstreamRoutes;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.NearestName;

@Path("/v1/operations")
@Tag(name = "About", description = "The API itself")
public class OperationsResource {
    private static final List<String> SERVICES = Stream.concat(
                    UpstreamRoutes.SERVICES.stream(), Stream.of(Catalogue.GATEWAY))
            .toList();

    private final Vertx vertx;
    private final ObjectMapper mapper;

    /** Read when first asked for: the document is long, and few ask. Twice, at worst. */
    private volatile Future<Catalogue> catalogue;

    /** The list without parameters, kept because it is packed once. */
    private volatile Page whole;

    OperationsResource(Vertx vertx, ObjectMapper mapper) {
        this.vertx = vertx;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listOperations",
            summary = "List the operations and what they cost",
            description =
                    "Every operation in brief: where it is, what it takes and gives, and what it is estimated to take. The"
                            + " parameters narrow the list down; all of those given hold.")
    @APIResponse(
            responseCode = "200",
            description = "Operations, by path",
            content = @Content(schema = @Schema(implementation = OperationsResult.class)),
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"))
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    public Uni<Response> list(
            @Parameter(
                            description =
                                    "Only those that `linalg`, `calculus`, `stats` or the `gateway` itself answers",
                            schema = @Schema(examples = "linalg"))
                    @QueryParam("service")
                    String service,
            @Parameter(
                            description = "Only those in this group, in any case",
                            schema = @Schema(examples = "Decompositions"))
                    @QueryParam("tag")
                    String tag,
            @Parameter(
                            description =
                                    "Only those with all of these words in their name, path, group or summary, in any case",
                            schema = @Schema(examples = "singular"))
                    @QueryParam("text")
                    String text,
            @Context HttpHeaders headers) {
        if (service != null && !SERVICES.contains(service)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "There is no service \"%s\".%s There are %s."
                            .formatted(service, NearestName.question(service, SERVICES), String.join(", ", SERVICES)));
        }
        return Uni.createFrom()
                .completionStage(() -> catalogue().toCompletionStage())
                .flatMap(known -> {
                    boolean all = service == null && tag == null && text == null;
                    return (all ? whole(known) : page(known.find(service, tag, text))).answer(headers);
                });
    }

    private Page whole(Catalogue known) {
        if (whole == null) {
            whole = page(known.find(null, null, null));
        }
        return whole;
    }

    private Future<Catalogue> catalogue() {
        Future<Catalogue> known = catalogue;
        if (known == null || known.failed()) {
            known = vertx.executeBlocking(() -> Catalogue.kept(mapper));
            catalogue = known;
        }
        return known;
    }

    private Page page(List<ListedOperation> found) {
        try {
            OperationsResult result = new OperationsResult(found.size(), found);
            return new Page(MediaType.APPLICATION_JSON, mapper.writeValueAsBytes(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the list could not be written", e);
        }
    }
}
