package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One operation of the document.
 *
 * @param method in lower case, as in the document
 * @param path with its parameters in braces
 * @param node the operation object
 */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode node) {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    public String id() {
        return node.path("operationId").asText("");
    }

    /** @return whether it is a POST of JSON to be computed, not one that carries something else, like a batch */
    public boolean isComputation() {
        boolean optedOut = node.path("x-get-form").asText().equals("none")
                || node.path("x-computation").asText().equals("none");
        return method.equals("post") && requestSchema().isPresent() && !optedOut;
    }

    boolean hasGetForm() {
        return document.operation("GET", path)
                .filter(get -> get.id().equals(id() + "ByGet"))
                .isPresent();
    }

    /** @return whether it is the second form of a computation, with the request in the query string */
    boolean isGetForm() {
        return method.equals("get")
                && document.operation("POST", path)
                        .filter(post -> id().equals(post.id() + "ByGet"))
                        .isPresent();
    }

    boolean hasPathParameter() {
        return path.contains("{");
    }

    boolean answers(String method, String path) {
        return this.method.equalsIgnoreCase(method) && pattern().matcher(path).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(path.replaceAll("\\{[^/]+}", "[^/]+"));
    }

    /** @return the schema of the request: of the body, or of the query parameter that stands for it */
    public Optional<JsonNode> requestSchema() {
        JsonNode body =
                document.resolve(node.path("requestBody")).path("content").path(JSON);
        if (body.has("schema")) {
            return Optional.of(body.get("schema"));
        }
        for (JsonNode entry : node.path("parameters")) {
            JsonNode parameter = document.resolve(entry);
            if (parameter.path("name").asText().equals("request") && parameter.has("content")) {
                return Optional.of(parameter.path("content").path(JSON).path("schema"));
            }
        }
        return Optional.empty();
    }

    /** @return the documented response with this status, if there is one */
    public Optional<JsonNode> response(int status) {
        JsonNode response = document.resolve(node.path("responses").path(String.valueOf(status)));
        return response.isMissingNode() ? Optional.empty() : Optional.of(response);
    }

    @Override
    public String toString() {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
}
