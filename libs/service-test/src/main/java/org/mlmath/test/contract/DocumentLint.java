package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What every API document of ours must be. Each rule gives its findings, one line each. */
public final class DocumentLint {
    private static final SchemaRegistry DIALECT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ApiDocument document;

    public DocumentLint(ApiDocument document) {
        this.document = document;
    }

    /** OpenAPI 3.1, by the schema its authors publish. */
    public List<String> notOpenApi() {
        try (InputStream in = DocumentLint.class.getResourceAsStream("openapi.schema.json")) {
            Schema schema = DIALECT.getSchema(Json.MAPPER.readTree(in));
            List<String> findings = new ArrayList<>();
            if (!document.root().path("openapi").asText().startsWith("3.1.")) {
                findings.add("openapi is not 3.1");
            }
            schema.validate(document.root()).forEach(error -> findings.add(error.toString()));
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each schema is one of JSON Schema 2020-12. */
    public List<String> notJsonSchema() {
        Schema dialect = DIALECT.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<String> findings = new ArrayList<>();
        eachSchema((pointer, schema) ->
                dialect.validate(schema).forEach(error -> findings.add(pointer + " " + error.toString())));
        return findings;
    }

    public List<String> danglingReferences() {
        List<String> findings = new ArrayList<>();
        walk("", document.root(), (pointer, node) -> {
            if (node.path("$ref").isTextual() && document.resolve(node).isMissingNode()) {
                findings.add(pointer + " refers to " + node.get("$ref"));
            }
        });
        return findings;
    }

    /** Equal simple names of two records come out as {@code Request} and {@code Request1}. */
    public List<String> collidingNames() {
        List<String> findings = new ArrayList<>();
        document.root().at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (name.matches(".*\\d")) {
                findings.add(name + ": two records have the same simple name");
            }
        });
        return findings;
    }

    public List<String> badOperationIds() {
        List<String> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ApiOperation operation : document.operations()) {
            if (!operation.id().matches("[a-z][a-zA-Z0-9]*")) {
                findings.add("%s has no operationId in lowerCamelCase: '%s'".formatted(operation, operation.id()));
            } else if (!ids.add(operation.id())) {
                findings.add("%s has the operationId %s of another".formatted(operation, operation.id()));
            }
        }
        return findings;
    }

    public List<String> missingWords() {
        List<String> findings = new ArrayList<>();
        for (ApiOperation operation : document.operations()) {
            for (String field : List.of("summary", "description")) {
                if (operation.node().path(field).asText().isBlank()) {
                    findings.add(operation + " has no " + field);
                }
            }
            if (operation.node().path("tags").isEmpty()) {
                findings.add(operation + " has no tag");
            }
            for (JsonNode parameter : operation.node().path("parameters")) {
                if (document.resolve(parameter).path("description").asText().isBlank()) {
                    findings.add(operation + " does not describe its parameter " + parameter.path("name"));
                }
            }
        }
        eachSchema((pointer, schema) -> {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                if (property.getValue().path("description").asText().isBlank()) {
                    findings.add("%s has no description of %s".formatted(pointer, property.getKey()));
                }
            }
        });
        return findings;
    }

    /** Every computation shows a success and a failure; what they show is as the schemas say. */
    public List<String> missingExamples() {
        List<String> findings = new ArrayList<>();
        for (ApiOperation operation : document.operations()) {
            for (Map.Entry<String, JsonNode> response :
                    operation.node().path("responses").properties()) {
                JsonNode content =
                        document.resolve(response.getValue()).path("content").path(ApiOperation.JSON);
                if (response.getKey().startsWith("2") && !content.isMissingNode()) {
                    if (!content.has("schema")) {
                        findings.add("%s has no schema for its answer %s".formatted(operation, response.getKey()));
                    }
                    if (!operation.isGetForm()) { // whose answers the other form shows
                        findings.addAll(badExamples(operation, response.getKey(), content));
                    }
                }
            }
            if (operation.isComputation()) {
                JsonNode body = operation.node().at("/requestBody/content").path(ApiOperation.JSON);
                findings.addAll(badExamples(operation, "the request", body));
                if (DocumentedExample.of(operation.id()).stream().noneMatch(example -> example.status() / 100 == 4)) {
                    findings.add(operation + " shows no failure");
                }
            }
        }
        return findings;
    }

    private List<String> badExamples(ApiOperation operation, String where, JsonNode content) {
        List<String> findings = new ArrayList<>();
        boolean mathematics =
                operation.path().startsWith("/v1/"); // what is said of the server itself differs by the hour
        if (mathematics && content.path("examples").isEmpty()) {
            findings.add("%s has no example of %s".formatted(operation, where));
        }
        if (!where.startsWith("2")) {
            return findings; // the request of a failure need not be as documented
        }
        for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
            document.violations(content.path("schema"), example.getValue().path("value"))
                    .forEach(violation -> findings.add(
                            "%s, example %s of %s, %s".formatted(operation, example.getKey(), where, violation)));
        }
        return findings;
    }

    private void eachSchema(BiConsumer<String, JsonNode> action) {
        walk("", document.root().path("components"), (pointer, node) -> {
            if (pointer.matches("/schemas/[^/]+|.*/schema|.*/properties/[^/]+|.*/items") && node.isObject()) {
                action.accept(pointer, node);
            }
        });
        walk("", document.root().path("paths"), (pointer, node) -> {
            if (pointer.matches(".*/schema|.*/properties/[^/]+|.*/items") && node.isObject()) {
                action.accept(pointer, node);
            }
        });
    }

    /** Visits the objects of a document; not what is inside examples, which may look like anything. */
    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> action) {
        if (node.isObject()) {
            action.accept(pointer, node);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!Set.of("example", "examples", "default", "enum").contains(field.getKey())) {
                    walk(pointer + "/" + field.getKey().replace("/", "~1"), field.getValue(), action);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), action);
            }
        }
    }
}
