package org.mlmath.calculus.optimization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompareMethodsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) JSON.readTree(text);
    }

    private static ValidatableResponse post(String path, String request) {
        return given().contentType("application/json")
                .body(request)
                .post("/v1/calculus/optimization/" + path)
                .then();
    }

    private static String compared(String criterion) {
        return """
                {"objective": {"expression": "x^4 + y^2 - x"}, "start": [2, 3], "maxIterations": 60, "seed": 9, "criterion": "%s",
                 "methods": [{"name": "gradient-descent", "learningRate": 5}, {"name": "cma-es"}, {"name": "newton"},
                             {"name": "adam", "learningRate": 0.3}, {"name": "nelder-mead"}]}""".formatted(criterion);
    }

    @Test
    void eachRunIsTheOneThatMinimizeMakes() throws IOException {
        ObjectNode request = json(compared("value"));
        JsonNode runs = json(post("compare", request.toString())
                        .statusCode(200)
                        .extract()
                        .asString())
                .get("runs");
        for (int i = 0; i < runs.size(); i++) {
            ObjectNode alone = request.deepCopy();
            alone.remove("criterion");
            alone.set("method", alone.remove("methods").get(i));
            assertThat(runs.get(i).toString())
                    .isEqualTo(json(post("minimize", alone.toString()).extract().asString())
                            .toString());
        }
        assertThat(runs.get(0).at("/reason").asText()).isEqualTo("diverged");
    }

    @Test
    void theRankingAscendsByTheCriterion() throws IOException {
        for (String criterion : new String[] {"value", "gradient-norm", "iterations", "evaluations"}) {
            JsonNode answer = json(post("compare", compared(criterion))
                    .statusCode(200)
                    .extract()
                    .asString());
            JsonNode ranking = answer.get("ranking");
            String field =
                    switch (criterion) {
                        case "gradient-norm" -> "gradientNorm";
                        default -> criterion;
                    };
            assertThat(ranking).hasSize(5);
            for (int i = 0; i < 5; i++) {
                JsonNode place = ranking.get(i);
                assertThat(place.get("rank").asInt()).isEqualTo(i + 1);
                JsonNode run = answer.get("runs").get(place.get("index").asInt());
                assertThat(place.get("method")).isEqualTo(run.at("/method/name"));
                assertThat(place.get("value")).isEqualTo(run.at("/minimum/value"));
                JsonNode next = ranking.get(i + 1);
                boolean needsConvergence = field.equals("iterations") || field.equals("evaluations");
                if (next != null && needsConvergence) {
                    assertThat(place.get("converged").asBoolean()
                                    || !next.get("converged").asBoolean())
                            .isTrue();
                }
                if (next != null && (!needsConvergence || next.get("converged").asBoolean())) {
                    assertThat(place.get(field).asDouble())
                            .isLessThanOrEqualTo(next.get(field).asDouble());
                }
            }
        }
    }

    @Test
    void runsThatDrawShareTheSeed() throws IOException {
        JsonNode runs =
                json(post("compare", """
                {"objective": {"expression": "x^2"}, "start": [2], "maxIterations": 5,
                 "methods": [{"name": "cma-es"}, {"name": "cma-es"}]}""").statusCode(200).extract().asString()).get("runs");
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
    }

    @Test
    void whatIsWrongWithAMethodIsSaidAtItsPlace() {
        post("compare", """
                {"objective": {"expression": "x^2"}, "start": [2], "maxIterations": 5,
                 "methods": [{"name": "adam"}, {"name": "adam", "beta1": 2}]}""").statusCode(422).body("errors.pointer", contains("/methods/1/beta1"));
        post("compare", """
                {"objective": {"expression": "x^2"}, "start": [2], "maxIterations": 5,
                 "methods": [{"name": "adam", "batchSize": 2}]}""").statusCode(422).body("errors.pointer", contains("/methods/0/batchSize"));
        post(
                        "compare",
                        "{\"objective\": {\"expression\": \"x\"}, \"start\": [2], \"maxIterations\": 5, \"methods\": []}")
                .statusCode(400)
                .body("errors.pointer", contains("/methods"));
        post(
                        "compare",
                        "{\"objective\": {\"expression\": \"x\"}, \"start\": [2, 3], \"maxIterations\": 5, \"methods\": [{\"name\": \"adam\"}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/start"));
        post(
                        "compare",
                        "{\"objective\": {\"expression\": \"x\"}, \"start\": [2], \"maxIterations\": 1000000000, \"methods\": [{\"name\": \"adam\"}]}")
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
    }
}
