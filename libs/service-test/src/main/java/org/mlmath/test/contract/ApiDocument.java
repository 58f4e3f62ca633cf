package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The OpenAPI document of the application under test: its operations, and whether a value is as a schema in it says. */
public final class ApiDocument {
    /** Where Quarkus keeps the document that it serves. */
    private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc.JSON";

    /** JSON Schema 2020-12, as OpenAPI 3.1 has it, with OpenAPI's own annotations and the components that come along. */
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
                    .keywords(Stream.of("components", "discriminator", "example", "externalDocs", "xml")
                            .map(NonValidationKeyword::new)
                            .toList())
                    .build());

    private final JsonNode root;
    private final List<ApiOperation> operations = new ArrayList<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    public ApiDocument(JsonNode root) {
        this.root = root;
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (ApiOperation.METHODS.contains(method.getKey())) {
                    operations.add(new ApiOperation(this, method.getKey(), path.getKey(), method.getValue()));
                }
            }
        }
    }

    /** @return the document of the application that is running in this test */
    public static ApiDocument ofRunningApplication() {
        return Holder.DOCUMENT;
    }

    private static final class Holder {
        // One application per class loader, so once per class loader is once per application.
        static final ApiDocument DOCUMENT = read();

        private static ApiDocument read() {
            try (InputStream in = ApiDocument.class.getClassLoader().getResourceAsStream(GENERATED)) {
                if (in == null) {
                    throw new IllegalStateException("This application has no API document");
                }
                return new ApiDocument(Json.MAPPER.readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public JsonNode root() {
        return root;
    }

    /** @return the document laid out for people and for line-by-line comparison */
    public String text() {
        return Json.pretty(root) + "\n";
    }

    public List<ApiOperation> operations() {
        return operations;
    }

    /** @return the operation that answers this method at this path; fixed paths go before templates */
    public Optional<ApiOperation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.answers(method, path))
                .min((a, b) -> Boolean.compare(a.hasPathParameter(), b.hasPathParameter()));
    }

    /** @return the node itself, or what its {@code $ref} leads to; missing where it leads nowhere */
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String reference = found.get("$ref").asText();
            found = reference.startsWith("#") ? root.at(reference.substring(1)) : Json.MISSING;
        }
        return found;
    }

    /** @return what is wrong with the value, one line per finding; empty if it is as the schema (a node of this document) says */
    public List<String> violations(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ApiDocument::describe)
                .distinct()
                .toList();
    }

    private Schema compile(JsonNode schema) {
        // Its references are relative to the document, so the document's components come along.
        ObjectNode selfContained = schema.deepCopy();
        selfContained.set("components", root.path("components"));
        return SCHEMAS.getSchema(selfContained);
    }

    private static String describe(Error error) {
        String where = error.getInstanceLocation().toString();
        return (where.isEmpty() ? "the whole" : where) + ": " + error.getMessage();
    }
}
