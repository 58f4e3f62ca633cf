package org.mlmath.gateway.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mlmath.gateway.routing.UpstreamRoutes;

/** The operations of an API document, without the GET forms of computations, which are not operations of their own. */
final class Catalogue {
    static final String GATEWAY = "gateway";

    private static final Set<String> METHODS = Set.of("get", "post");
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final List<ListedOperation> operations;

    private Catalogue(List<ListedOperation> operations) {
        this.operations = operations;
    }

    /** @return the operations of the document that is kept, with the costs that are */
    static Catalogue kept(ObjectMapper mapper) {
        try (InputStream document = Catalogue.class.getResourceAsStream("/openapi.json");
                InputStream costs = Catalogue.class.getResourceAsStream("/costs.json")) {
            Reader reader = new Reader(
                    new ObjectMapper().readTree(document), mapper.readValue(costs, new TypeReference<>() {}));
            return new Catalogue(reader.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param service its name, or null for all
     * @param tag any case, or null for all
     * @param text words that all stand in the name, path, tag or summary, or null for all
     */
    List<ListedOperation> find(String service, String tag, String text) {
        return operations.stream()
                .filter(operation -> service == null || operation.service().equals(service))
                .filter(operation -> tag == null || operation.tag().equalsIgnoreCase(tag.strip()))
                .filter(operation -> text == null || hasWords(operation, text))
                .toList();
    }

    private static boolean hasWords(ListedOperation operation, String text) {
        String words = String.join(
                        "\n", operation.operationId(), operation.path(), operation.tag(), operation.summary())
                .toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(words::contains);
    }

    /** Reads a document of which nothing is kept: as a tree it is many times larger than the list. */
    private record Reader(JsonNode document, Map<String, OperationCost> costs, List<ListedOperation> found) {
        Reader(JsonNode document, Map<String, OperationCost> costs) {
            this(document, costs, new ArrayList<>());
        }

        List<ListedOperation> read() {
            document.path("paths").properties().forEach(path -> list(path.getKey(), path.getValue()));
            return List.copyOf(found);
        }

        private void list(String path, JsonNode item) {
            String computation = item.at("/post/operationId").asText() + "ByGet";
            boolean getForm = item.at("/get/operationId").asText().equals(computation);
            item.properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .filter(method -> !(getForm && method.getKey().equals("get")))
                    .forEach(method -> found.add(listed(path, method.getKey(), method.getValue(), getForm)));
        }

        private ListedOperation listed(String path, String method, JsonNode operation, boolean getForm) {
            String id = operation.path("operationId").asText();
            JsonNode answer = operation.at("/responses/200/content");
            List<String> gives = names(answer);
            return new ListedOperation(
                    id,
                    method.toUpperCase(Locale.ROOT),
                    path,
                    service(path),
                    operation.at("/tags/0").asText(),
                    operation.path("summary").asText(),
                    getForm,
                    resolve(answer.path(JSON).path("schema")).path("properties").has("steps"),
                    gives.contains(LINES),
                    names(operation.at("/requestBody/content")),
                    gives,
                    costs.get(id));
        }

        private static String service(String path) {
            return UpstreamRoutes.SERVICES.stream()
                    .filter(service -> path.startsWith("/v1/" + service + "/"))
                    .findFirst()
                    .orElse(GATEWAY);
        }

        private JsonNode resolve(JsonNode schema) {
            return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        }

        private static List<String> names(JsonNode content) {
            List<String> names = new ArrayList<>();
            content.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }
}
