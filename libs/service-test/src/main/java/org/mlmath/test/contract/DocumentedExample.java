package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An example of the documentation.
 *
 * @param node the entry of the file, updated in place when the examples are to be rewritten
 */
public record DocumentedExample(String operationId, ObjectNode node) {
    static final String FOLDER = "examples/";

    /** @return the examples of this operation, none if it has no file */
    public static List<DocumentedExample> of(String operationId) {
        List<DocumentedExample> examples = new ArrayList<>();
        for (JsonNode entry : resource(FOLDER + operationId + ".json")) {
            examples.add(new DocumentedExample(operationId, (ObjectNode) entry));
        }
        return examples;
    }

    /** @return the list in a class-path resource, empty if there is none by that name */
    static ArrayNode resource(String name) {
        try (InputStream in = DocumentedExample.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Json.MAPPER.createArrayNode() : (ArrayNode) Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** @return whether this module documents the operation; one made of several runs the examples of all and owns none */
    static boolean isOfThisModule(String operationId) {
        return Files.exists(file(operationId));
    }

    private static Path file(String operationId) {
        return Path.of("src/main/resources", FOLDER, operationId + ".json");
    }

    /** Writes the examples back into the module's sources. */
    static void save(String operationId, List<DocumentedExample> examples) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        examples.forEach(example -> list.add(example.node));
        Path file = file(operationId);
        try {
            Files.writeString(file, Json.pretty(list) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return node.path("name").asText();
    }

    public String method() {
        return node.path("method").asText();
    }

    public String path() {
        return node.path("path").asText();
    }

    public JsonNode request() {
        return node.path("request");
    }

    public int status() {
        return node.path("status").asInt();
    }

    JsonNode response() {
        return node.path("response");
    }

    boolean succeeds() {
        return status() < 300;
    }

    Response send() {
        return send(method(), path(), request());
    }

    static Response send(String method, String path, JsonNode body) {
        RequestSpecification request = RestAssured.given().urlEncodingEnabled(false);
        if (!body.isMissingNode()) {
            request = request.contentType(ApiOperation.JSON).body(body.toString());
        }
        return request.request(method, path);
    }

    /** Takes over an answer that is another than the documented one; not last digits and request ids, which would only stir the diff. */
    void record(Response response) {
        JsonNode answer = Json.parse(response.asString());
        if (status() != response.statusCode()
                || !Difference.between(response(), answer).isEmpty()) {
            node.put("status", response.statusCode());
            node.set("response", answer);
        }
    }
}
