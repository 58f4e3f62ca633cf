package org.mlmath.standalone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlmath.test.contract.ApiDocument;
import org.mlmath.test.contract.ApiOperation;
import org.mlmath.test.contract.Difference;
import org.mlmath.test.contract.DocumentedExample;
import org.mlmath.test.contract.Json;

/** In one call, requests have the answers that they have one by one. */
@QuarkusTest
class BatchedExamplesTest {
    private static final String BATCH = "/v1/batch";

    /** Few enough to be answered in the time of a batch although each is computed for the first time. */
    private static final int AT_A_TIME = 50;

    @Test
    void everyDocumentedExampleHasItsDocumentedAnswerInABatch() {
        List<DocumentedExample> examples = ApiDocument.ofRunningApplication().operations().stream()
                .filter(ApiOperation::isComputation)
                .flatMap(operation -> DocumentedExample.of(operation.id()).stream())
                .filter(example -> example.method().equals("POST"))
                .toList();
        assertThat(examples).hasSizeGreaterThan(400);
        for (int from = 0; from < examples.size(); from += AT_A_TIME) {
            assertAnswered(examples.subList(from, Math.min(from + AT_A_TIME, examples.size())));
        }
    }

    private static void assertAnswered(List<DocumentedExample> examples) {
        ObjectNode batch = new ObjectMapper().createObjectNode();
        ArrayNode requests = batch.putArray("requests");
        for (DocumentedExample example : examples) {
            requests.addObject()
                    .put("id", example.operationId() + " " + example.name())
                    .put("path", example.path())
                    .set("body", example.request());
        }
        JsonNode responses = Json.parse(given().contentType("application/json")
                        .body(batch.toString())
                        .post(BATCH)
                        .asString())
                .get("responses");
        assertThat(responses).hasSize(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            JsonNode response = responses.get(i);
            String name = response.get("id").asText();
            assertThat(name).isEqualTo(requests.get(i).get("id").asText());
            assertThat(response.get("status").asInt())
                    .as(name)
                    .isEqualTo(examples.get(i).status());
            assertThat(Difference.between(examples.get(i).node().path("response"), response.path("body")))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void digitsSurviveTheWayInAndOut() {
        String request = "{\"matrix\": [[0.10000000000000000000000000000000000001, \"12345678901234567890/7\"],"
                + " [1, 1e-30]], \"arithmetic\": \"exact\"}";
        String path = "/v1/linalg/matrices/determinant";
        Response alone = given().contentType("application/json").body(request).post(path);
        String batch = given().contentType("application/json")
                .body("{\"requests\": [{\"path\": \"" + path + "\", \"body\": " + request + "}]}")
                .post(BATCH)
                .asString();
        assertThat(alone.statusCode()).isEqualTo(200);
        assertThat(batch).isEqualTo("{\"responses\":[{\"id\":0,\"status\":200,\"body\":" + alone.asString() + "}]}");
    }
}
