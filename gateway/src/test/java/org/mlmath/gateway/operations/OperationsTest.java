package org.mlmath.gateway.operations;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {
    private static final String PATH = "/v1/operations";

    @Test
    void everyOperationOfTheDocumentIsListedOnce() throws IOException {
        JsonNode document = new ObjectMapper().readTree(OperationsTest.class.getResourceAsStream("/openapi.json"));
        List<String> documented = new ArrayList<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode method : path) {
                String id = method.path("operationId").asText();
                if (!id.isEmpty() && !id.endsWith("ByGet")) {
                    documented.add(id);
                }
            }
        }
        JsonPath list = when().get(PATH).jsonPath();
        assertThat(list.getList("operations.operationId", String.class))
                .containsExactlyInAnyOrderElementsOf(documented);
        assertThat(list.getInt("count")).isEqualTo(documented.size());
    }

    @Test
    void anEntrySaysWhatTheDocumentSaysAtLength() {
        given().queryParam("text", "decomposeSvd")
                .get(PATH)
                .then()
                .body("operations", hasSize(1))
                .body("operations[0].method", equalTo("POST"))
                .body("operations[0].path", equalTo("/v1/linalg/decompositions/svd"))
                .body("operations[0].service", equalTo("linalg"))
                .body("operations[0].tag", equalTo("Decompositions"))
                .body("operations[0].getForm", equalTo(true))
                .body("operations[0].streams", equalTo(false))
                .body("operations[0].takes", hasItem("application/x-npz"))
                .body("operations[0].gives", hasItem("application/x-npy"))
                .body("operations[0].cost.growth.with", hasItem("arrays"));
        given().queryParam("text", "minimize")
                .get(PATH)
                .then()
                .body("operations.find { it.operationId == 'minimize' }.streams", equalTo(true));
    }

    @Test
    void whatIsAskedForNarrowsTheListDown() {
        given().queryParam("service", "stats")
                .queryParam("tag", "intervals")
                .get(PATH)
                .then()
                .body("operations", hasSize(not(0)))
                .body("operations.path", everyItem(containsString("/v1/stats/intervals/")));
        given().queryParam("text", "TESTS  two-sample mean")
                .get(PATH)
                .then()
                .body("operations.operationId", hasItem("tTestTwoSample"));
        given().queryParam("text", "no such words").get(PATH).then().body("count", equalTo(0));
    }

    @Test
    void anUnknownServiceIsNamedWithTheKnownOnes() {
        given().queryParam("service", "linagl")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", containsString("Did you mean \"linalg\""));
    }

    @Test
    void aListThatIsKnownIsNotSentAgain() {
        String tag = when().get(PATH).header("ETag");
        given().header("If-None-Match", tag).get(PATH).then().statusCode(304);
        given().header("If-None-Match", tag)
                .queryParam("tag", "About")
                .get(PATH)
                .then()
                .statusCode(200);
    }
}
