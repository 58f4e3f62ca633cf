package org.mlmath.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** An operation with where it stands in the document. */
record Endpoint(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    static List<Endpoint> of(OpenAPI document) {
        List<Endpoint> endpoints = new ArrayList<>();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> endpoints.add(new Endpoint(path, item, method, operation))));
        return endpoints;
    }

    /** @return whether it is a POST of JSON to be computed, not one that carries something else, like a batch */
    boolean isComputation() {
        return hasGetForm() && !says("x-computation");
    }

    /** @return whether it is a POST of JSON, which may stand in the query string of a GET as well */
    boolean hasGetForm() {
        return method == PathItem.HttpMethod.POST && requestSchema() != null && !says("x-get-form");
    }

    private boolean says(String extension) {
        Map<String, Object> extensions = operation.getExtensions();
        return extensions != null && "none".equals(extensions.get(extension));
    }

    boolean hasPathParameter() {
        return path.contains("{");
    }

    /** @return the schema of the JSON body, or null */
    Schema requestSchema() {
        return operation.getRequestBody() == null
                ? null
                : schema(operation.getRequestBody().getContent());
    }

    /** @return the schemas of the JSON answers that are not problems */
    List<Schema> resultSchemas() {
        List<Schema> schemas = new ArrayList<>();
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            Schema schema = schema(response.getContent());
            if (status.startsWith("2") && schema != null) {
                schemas.add(schema);
            }
        });
        return schemas;
    }

    private static Schema schema(Content content) {
        MediaType json = content == null ? null : content.getMediaType(JSON);
        return json == null ? null : json.getSchema();
    }
}
