package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
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

    /** @return whether its bodies are JSON */
    public boolean isJson() {
        return mediaType() == null;
    }

    /** @return what the bodies are of that are written in Base64, or null where they are JSON */
    private String mediaType() {
        return node.path("mediaType").asText(null);
    }

    public Response send() {
        if (isJson()) {
            return send(method(), path(), request());
        }
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .contentType(mediaType())
                .body(Base64.getDecoder().decode(request().asText()))
                .request(method(), path());
    }

    /** @return the answer as the file has it */
    private JsonNode answer(Response response) {
        return mediaType() != null && mediaType().equals(response.contentType())
                ? new TextNode(Base64.getEncoder().encodeToString(response.asByteArray()))
                : Json.parse(response.asString());
    }

    /** @return where the answer differs from the documented one, by more than rounding */
    List<String> differences(Response response) {
        JsonNode answer = answer(response);
        return "image/png".equals(mediaType()) && response().isTextual() && answer.isTextual()
                ? PictureDifference.between(bytes(response()), bytes(answer))
                : Difference.between(response(), answer);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
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
        if (status() != response.statusCode() || !differences(response).isEmpty()) {
            node.put("status", response.statusCode());
            node.set("response", answer(response));
        }
    }
}
