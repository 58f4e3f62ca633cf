package org.mlmath.calculus.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NetworksResourceTest {
    private static final String HIDDEN =
            "{\"weights\": [[0.5, -1], [2, 0.25]], \"biases\": [0.1, 0], \"activation\": \"tanh\"}";

    private static ValidatableResponse post(String operation, String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/networks/" + operation)
                .then();
    }

    private static JsonPath answer(String operation, String request) {
        return post(operation, request)
                .statusCode(200)
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private static String network(String... layers) {
        return "\"network\": {\"layers\": [" + String.join(", ", layers) + "]}";
    }

    @Test
    void resultsHaveTheShapeOfTheInputs() {
        String network = network(HIDDEN, "{\"weights\": [[1, -0.5]]}");
        post("forward", "{%s, \"inputs\": [[1, 2], [0, 1], [3, 4]]}".formatted(network))
                .statusCode(200)
                .body("outputs", hasSize(3))
                .body("outputs[0]", hasSize(1))
                .body("layers[0].preActivations[0]", contains(-1.4f, 2.5f));
        post("forward", "{%s, \"inputs\": [1, 2]}".formatted(network))
                .statusCode(200)
                .body("outputs", hasSize(1))
                .body("layers[0].preActivations", contains(-1.4f, 2.5f))
                .body("warnings", empty());
    }

    @Test
    void aSaturatedOutputHasItsTrueLossAndGradient() {
        String request = "{%s, \"inputs\": [[1]], \"targets\": [0], \"loss\": \"%s\"}";
        JsonPath sigmoid = answer(
                "backward",
                request.formatted(
                        network("{\"weights\": [[1000]], \"activation\": \"sigmoid\"}"), "binary-cross-entropy"));
        assertThat(sigmoid.getDouble("loss")).isEqualTo(1000);
        assertThat(sigmoid.getDouble("layers[0].deltas[0][0]")).isEqualTo(1);
        JsonPath softmax = answer(
                "backward",
                request.formatted(
                        network("{\"weights\": [[0], [1000]], \"activation\": \"softmax\"}"),
                        "categorical-cross-entropy"));
        assertThat(softmax.getDouble("loss")).isEqualTo(1000);
        assertThat(softmax.getList("layers[0].deltas[0]", Double.class)).containsExactly(-1.0, 1.0);
    }

    @Test
    void theWorkingEndsWithTheAnswer() {
        String request =
                "{%s, \"inputs\": [1, 2], \"targets\": [0.5], \"loss\": {\"name\": \"mse\", \"reduction\": \"half-mean\"}, \"explain\": true}"
                        .formatted(network(HIDDEN, "{\"weights\": [[1, -0.5]]}"));
        JsonPath answer = answer("backward", request);
        assertThat(answer.getList("steps.kind", String.class))
                .contains("pre-activation", "activation", "loss", "output-delta", "chain-rule", "weight-gradient");
        assertThat(answer.getList("steps[-1].value", Double.class))
                .isEqualTo(answer.getList("inputGradients", Double.class));
        double z = Math.tanh(-1.4) - 0.5 * Math.tanh(2.5);
        assertThat(answer.getDouble("loss")).isCloseTo(0.5 * (z - 0.5) * (z - 0.5), within(1e-15));
    }

    @Test
    void workingForALargeBatchIsLeftOut() {
        String row = "[1, 2], ".repeat(30) + "[0, 1]";
        post("forward", "{%s, \"inputs\": [%s], \"explain\": true}".formatted(network(HIDDEN), row))
                .statusCode(200)
                .body("warnings.code", hasItem("steps-omitted"));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        post("forward", "{%s, \"inputs\": [1, 2, 3]}".formatted(network(HIDDEN)))
                .statusCode(422)
                .body("type", containsString("dimension-mismatch"))
                .body("errors[0].pointer", is("/inputs"));
        post("forward", "{%s, \"inputs\": [1, 2]}".formatted(network("{\"weights\": [[1, 2]], \"biases\": [1, 2]}")))
                .statusCode(422)
                .body("errors[0].pointer", is("/network/layers/0/biases"));
        post(
                        "forward",
                        "{%s, \"inputs\": [1, 2]}"
                                .formatted(network(
                                        "{\"weights\": [[1, 2]], \"activation\": \"relu\", \"negativeSlope\": 0.1}")))
                .statusCode(422)
                .body("errors[0].pointer", is("/network/layers/0/negativeSlope"));
        post("forward", "{\"network\": {\"layers\": []}, \"inputs\": [1, 2]}")
                .statusCode(400)
                .body("errors[0].pointer", is("/network/layers"));
        post("forward", "{%s, \"inputs\": []}".formatted(network(HIDDEN))).statusCode(422);
        post("forward", "{%s, \"inputs\": [1, 2]}".formatted(network("{\"weights\": []}")))
                .statusCode(422);
    }

    @Test
    void targetsAreHeldToTheLoss() {
        String request = "{%s, \"inputs\": [[1, 2], [3, 4]], \"targets\": %s, \"loss\": %s}";
        String softmax = network("{\"weights\": [[1, 0], [0, 1], [1, 1]], \"activation\": \"softmax\"}");
        post("backward", request.formatted(softmax, "[0, 3]", "\"categorical-cross-entropy\""))
                .statusCode(422)
                .body("errors[0].pointer", is("/targets/1"));
        post("backward", request.formatted(softmax, "[0, 1, 2]", "\"categorical-cross-entropy\""))
                .statusCode(422)
                .body("type", containsString("dimension-mismatch"));
        post("backward", request.formatted(softmax, "[0, 1]", "\"categorical-crossentropy\""))
                .statusCode(422)
                .body("errors[0].pointer", is("/loss"))
                .body("suggestion", is("categorical-cross-entropy"));
        post("backward", request.formatted(softmax, "[0, 1]", "{\"name\": \"mse\", \"gamma\": 2}"))
                .statusCode(400)
                .body("errors[0].pointer", is("/loss/gamma"));
        post(
                        "backward",
                        request.formatted(
                                softmax, "[[0, 1, 0], [1, 0, 0]]", "{\"name\": \"mse\", \"reduction\": \"none\"}"))
                .statusCode(422)
                .body("errors[0].pointer", is("/loss/reduction"));
        post("backward", request.formatted(network("{\"weights\": [[1, 1]]}"), "[0, 1]", "\"binary-cross-entropy\""))
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/loss"));
    }

    @Test
    void overflowIsSaidAndNotHidden() {
        post("forward", "{%s, \"inputs\": [1e308, 1e308]}".formatted(network("{\"weights\": [[10, 10]]}")))
                .statusCode(200)
                .body("outputs", contains(nullValue()))
                .body("warnings.code", contains("undefined-values"));
        post(
                        "backward",
                        "{%s, \"inputs\": [1e308, 1e308], \"targets\": [1], \"loss\": \"mse\"}"
                                .formatted(network("{\"weights\": [[10, 10]]}")))
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/inputs"));
    }

    @Test
    void aWrongGradientIsFoundWhereItIs() {
        post(
                        "gradient-check",
                        "{%s, \"inputs\": [[1, 3]], \"targets\": [[1]], \"loss\": \"mse\", \"gradients\": [{\"weightGradients\": [[-3, 9]], \"biasGradients\": [-3]}]}"
                                .formatted(network("{\"weights\": [[2, -1]], \"biases\": [0.5]}")))
                .statusCode(200)
                .body("agrees", is(false))
                .body("worst.parameter", is("weight"))
                .body("worst.index", contains(0, 1));
    }

    @Test
    void kinksAreLeftOutAndSaid() {
        post(
                        "gradient-check",
                        "{%s, \"inputs\": [[1, 3]], \"targets\": [[1]], \"loss\": \"mse\"}"
                                .formatted(network(
                                        "{\"weights\": [[0, 0], [1, 1]], \"activation\": \"relu\"}",
                                        "{\"weights\": [[1, 1]]}")))
                .statusCode(200)
                .body("kinks", is(3))
                .body("agrees", is(true))
                .body("warnings.code", hasItem("kinks"));
    }
}
