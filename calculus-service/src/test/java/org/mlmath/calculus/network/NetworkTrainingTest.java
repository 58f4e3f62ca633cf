package org.mlmath.calculus.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NetworkTrainingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TOLERANCE = 1e-9;

    private static final String XOR =
            "\"data\": {\"inputs\": [[0, 0], [0, 1], [1, 0], [1, 1]], \"targets\": [0, 1, 1, 0]}";
    private static final String SMALL =
            "\"architecture\": {\"layers\": [{\"units\": 4, \"activation\": \"tanh\"}, {\"units\": 1, \"activation\": \"sigmoid\"}]}";
    private static final String LINE =
            "\"data\": {\"inputs\": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], \"targets\": [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]}";

    private static ValidatableResponse train(String... members) {
        return given().contentType(ContentType.JSON)
                .body("{" + String.join(", ", members) + "}")
                .post("/v1/calculus/networks/train")
                .then();
    }

    private static JsonNode answer(JsonNode request) throws IOException {
        return JSON.readTree(
                train(request.toString().substring(1, request.toString().length() - 1))
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static ObjectNode request(String... members) throws IOException {
        return (ObjectNode) JSON.readTree("{" + String.join(", ", members) + "}");
    }

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = NetworkTrainingTest.class.getResourceAsStream("training.json")) {
            JsonNode file = JSON.readTree(in);
            return StreamSupport.stream(file.get("cases").spliterator(), false)
                    .map(each -> Arguments.of(each.get("method") + ", penalty " + each.get("penalty"), file, each));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void hundredsOfStepsLeadWherePytorchGoes(String name, JsonNode file, JsonNode reference) throws IOException {
        ObjectNode request = request("\"loss\": \"binary-cross-entropy\"");
        ObjectNode network = request.putObject("network");
        for (int l = 0; l < 2; l++) {
            ObjectNode layer = network.withArray("layers").addObject();
            layer.set("weights", file.get("weights").get(l));
            layer.set("biases", file.get("biases").get(l));
            layer.put("activation", l == 0 ? "tanh" : "sigmoid");
        }
        request.putObject("data").set("inputs", file.get("inputs"));
        request.withObject("/data").set("targets", file.get("targets"));
        request.set("optimizer", reference.get("method"));
        request.set("epochs", file.get("steps"));
        if (reference.get("penalty").asBoolean()) {
            request.putObject("regularization").set("l1", file.get("l1"));
            request.withObject("/regularization").set("l2", file.get("l2"));
        }
        JsonNode result = answer(request);
        for (int l = 0; l < 2; l++) {
            JsonNode layer = result.at("/network/layers/" + l);
            assertClose(layer.get("weights"), reference.get("weights").get(l));
            assertClose(layer.get("biases"), reference.get("biases").get(l));
        }
        JsonNode losses = reference.get("losses");
        for (int i = 0; i < losses.size() - 1; i++) {
            assertThat(result.at("/history/loss/" + 30 * i).asDouble())
                    .isCloseTo(losses.get(i).asDouble(), within(TOLERANCE));
        }
        assertThat(result.has("seed")).isFalse();
    }

    private static void assertClose(JsonNode actual, JsonNode expected) {
        if (expected.isArray()) {
            assertThat(actual.size()).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertClose(actual.get(i), expected.get(i));
            }
        } else {
            assertThat(actual.asDouble()).isCloseTo(expected.asDouble(), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"momentum", "adam", "adagrad"})
    void trainingContinuedGivesTheBytesOfTrainingInOnePiece(String method) throws IOException {
        ObjectNode whole = request(
                SMALL,
                XOR,
                "\"loss\": \"binary-cross-entropy\"",
                "\"optimizer\": {\"name\": \"%s\", \"learningRate\": 0.05, \"schedule\": {\"name\": \"exponential\", \"gamma\": 0.99}}"
                        .formatted(method),
                "\"epochs\": 12, \"batchSize\": 3, \"seed\": 5, \"dropout\": 0.25",
                "\"earlyStopping\": {\"patience\": 100}");
        ObjectNode first = whole.deepCopy();
        first.put("epochs", 5);
        ObjectNode second = whole.deepCopy();
        second.put("epochs", 7);
        second.set("resume", answer(first).get("state"));
        JsonNode continued = answer(second);
        JsonNode once = answer(whole);
        assertThat(continued.get("network")).isEqualTo(once.get("network"));
        assertThat(continued.get("state")).isEqualTo(once.get("state"));
        assertThat(continued.at("/history/loss/6")).isEqualTo(once.at("/history/loss/11"));
        assertThat(continued.at("/history/epochs/0").asInt()).isEqualTo(6);
        second.remove("architecture");
        assertThat(answer(second).get("network")).isEqualTo(once.get("network"));
        assertThat(answer(whole)).isEqualTo(once);
    }

    @Test
    void trainingThatHadStoppedEarlyIsNotContinuedUnlessGivenMorePatience() throws IOException {
        ObjectNode whole = request(
                "\"network\": {\"layers\": [{\"weights\": [[2]], \"biases\": [0.9]}]}, \"loss\": \"mse\", \"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.01}, \"epochs\": 50",
                "\"data\": {\"inputs\": [0, 1, 2], \"targets\": [5, 7, 9], \"validation\": {\"inputs\": [0, 1], \"targets\": [1, 3]}}",
                "\"earlyStopping\": {\"patience\": 4}");
        JsonNode stopped = answer(whole);
        ObjectNode further = whole.deepCopy();
        further.set("resume", stopped.get("state"));
        JsonNode continued = answer(further);
        assertThat(continued.get("reason").asText()).isEqualTo("early-stopping");
        assertThat(continued.get("network")).isEqualTo(stopped.get("network"));
        assertThat(continued.get("state")).isEqualTo(stopped.get("state"));
        assertThat(continued.at("/history/loss")).isEmpty();
        ((ObjectNode) further.get("earlyStopping")).put("patience", 6);
        assertThat(answer(further).get("epochs").asInt()).isEqualTo(7);
    }

    @Test
    void exclusiveOrIsLearned() {
        train(
                        SMALL,
                        XOR,
                        "\"loss\": \"binary-cross-entropy\"",
                        "\"optimizer\": {\"name\": \"adam\", \"learningRate\": 0.05}",
                        "\"epochs\": 500, \"seed\": 1, \"decisionBoundary\": {\"resolution\": 3, \"ranges\": [[0, 1], [0, 1]]}")
                .statusCode(200)
                .body("metrics.accuracy", is(1))
                .body("metrics.loss", lessThan(0.05f))
                .body("history.loss", hasSize(500))
                .body("gradientFlow", hasSize(2))
                .body("gradientFlow[0].gradientNorms", hasSize(500))
                .body("decisionBoundary.values[0][0]", lessThan(0.1f))
                .body("decisionBoundary.values[0][2]", greaterThan(0.9f))
                .body("reason", is("epochs"));
    }

    @Test
    void earlyStoppingGivesBackTheBestNetwork() {
        String request =
                "\"network\": {\"layers\": [{\"weights\": [[2]], \"biases\": [0.9]}]}, \"loss\": \"mse\", \"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.01}, \"epochs\": 50";
        String watched =
                "\"data\": {\"inputs\": [0, 1, 2], \"targets\": [5, 7, 9], \"validation\": {\"inputs\": [0, 1], \"targets\": [1, 3]}}";
        train(request, watched, "\"earlyStopping\": {\"patience\": 4}")
                .statusCode(200)
                .body("reason", is("early-stopping"))
                .body("bestEpoch", is(1))
                .body("epochs", is(5))
                .body("diagnosis.findings.code", hasItem("overfitting"));
        train(request, watched, "\"earlyStopping\": {\"patience\": 4, \"restoreBest\": false}")
                .body("metrics.validationLoss", greaterThan(0.2f));
        train(request, watched, "\"earlyStopping\": {\"patience\": 4}").body("metrics.validationLoss", lessThan(0.05f));
    }

    @Test
    void validationDataAreSetAsideByTheSeed() {
        train(
                        LINE,
                        "\"architecture\": {\"layers\": [{\"units\": 1}]}",
                        "\"loss\": \"mse\", \"optimizer\": {\"name\": \"adam\", \"learningRate\": 0.1}, \"epochs\": 20, \"seed\": 3, \"validationSplit\": 0.3")
                .statusCode(200)
                .body("validationIndices", hasSize(3))
                .body("batchSize", is(7))
                .body("history.validationLoss", hasSize(20))
                .body("history.accuracy", nullValue());
    }

    @Test
    void aRateThatIsTooLargeStopsWithWhatWasComputed() {
        String line =
                "\"architecture\": {\"layers\": [{\"units\": 1}]}, \"loss\": \"mse\", \"seed\": 1, \"epochs\": 1000";
        train(LINE, line, "\"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 1e300}")
                .statusCode(200)
                .body("reason", is("diverged"))
                .body("history.loss.size()", greaterThan(0))
                .body("diagnosis.findings[0].code", is("diverged"))
                .body("warnings.code", hasItem("diverged"));
        train(LINE, line, "\"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.05}")
                .statusCode(200)
                .body("reason", is("diverged"))
                .body("diagnosis.findings[0].code", is("diverged"));
    }

    @Test
    void equalUnitsStayEqual() {
        train(
                        XOR,
                        "\"architecture\": {\"layers\": [{\"units\": 3, \"activation\": \"sigmoid\", \"initialization\": \"zeros\"}, {\"units\": 1, \"activation\": \"sigmoid\", \"initialization\": \"zeros\"}]}",
                        "\"loss\": \"mse\", \"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.5}, \"epochs\": 30")
                .statusCode(200)
                .body("diagnosis.findings.code", hasItem("symmetric-units"))
                .body("diagnosis.findings.code", hasItem("no-progress"))
                .body("metrics.accuracy", is(0.5f));
    }

    @Test
    void deadAndSaturatedUnitsAreFound() {
        train(
                        XOR,
                        "\"network\": {\"layers\": [{\"weights\": [[1, 1], [-1, -1]], \"biases\": [0.5, -1], \"activation\": \"relu\"}, {\"weights\": [[1, 1]], \"activation\": \"sigmoid\"}]}",
                        "\"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.01}, \"epochs\": 3")
                .statusCode(200)
                .body("diagnosis.findings.find {it.code == 'dead-units'}.evidence.dead", is(1))
                .body("diagnosis.findings.find {it.code == 'dead-units'}.layer", is(0));
        train(
                        XOR,
                        "\"network\": {\"layers\": [{\"weights\": [[50, 20], [-30, 70]], \"biases\": [20, 30], \"activation\": \"tanh\"}, {\"weights\": [[1, 1]], \"activation\": \"sigmoid\"}]}",
                        "\"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.01}, \"epochs\": 3")
                .statusCode(200)
                .body("diagnosis.findings.code", hasItem("saturated-units"));
    }

    @Test
    void gradientsThatVanishOnTheirWayBackAreFound() {
        String layer = "{\"units\": 4, \"activation\": \"sigmoid\", \"initialization\": \"uniform\"}, ";
        train(
                        XOR,
                        "\"architecture\": {\"layers\": [" + layer.repeat(8)
                                + "{\"units\": 1, \"activation\": \"sigmoid\"}]}",
                        "\"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"gradient-descent\", \"learningRate\": 0.1}, \"epochs\": 20, \"seed\": 2")
                .statusCode(200)
                .body("diagnosis.findings.code", hasItem("vanishing-gradients"));
    }

    @Test
    void whatMakesNoSenseIsRefusedWhereItStands() {
        String rest = "\"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 5";
        train(SMALL, XOR, rest, "\"batchSize\": 5").statusCode(422).body("errors[0].pointer", is("/batchSize"));
        train(XOR, rest).statusCode(422).body("errors[0].pointer", is("/architecture"));
        train(SMALL, XOR, "\"loss\": \"mse\", \"optimizer\": {\"name\": \"newton\"}, \"epochs\": 5")
                .statusCode(422)
                .body("errors[0].pointer", is("/optimizer/name"));
        train(SMALL, XOR, "\"loss\": \"mse\", \"optimizer\": {\"name\": \"adam\", \"batchSize\": 2}, \"epochs\": 5")
                .statusCode(400)
                .body("errors[0].pointer", is("/optimizer/batchSize"));
        train(SMALL, "\"data\": {\"inputs\": [[0, 0], [0, 1]], \"targets\": [0, 2]}", rest)
                .statusCode(422)
                .body("errors[0].pointer", is("/data/targets/1"));
        train(
                        "\"architecture\": {\"layers\": [{\"units\": 3, \"activation\": \"softmax\"}]}",
                        "\"data\": {\"inputs\": [[0, 0], [0, 1]], \"targets\": [0, 3]}",
                        "\"loss\": \"categorical-cross-entropy\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 5")
                .statusCode(422)
                .body("errors[0].pointer", is("/data/targets/1"));
        train(
                        "\"architecture\": {\"layers\": [{\"units\": 100000, \"activation\": \"relu\"}, {\"units\": 100000}]}",
                        XOR,
                        rest)
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
        train(SMALL, XOR, "\"loss\": \"mse\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 1000000000")
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
        train(SMALL, XOR, rest, "\"validationSplit\": 0.99")
                .statusCode(422)
                .body("errors[0].pointer", is("/validationSplit"));
        train(
                        "\"architecture\": {\"layers\": [{\"units\": 1}]}",
                        LINE,
                        "\"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 5")
                .statusCode(422)
                .body("errors[0].pointer", containsString("/data/targets"));
        train("\"network\": {\"layers\": [{\"weights\": [[5, 5]], \"biases\": [3]}]}", XOR, rest)
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/loss"));
        train(
                        SMALL,
                        LINE,
                        "\"loss\": \"mse\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 5, \"decisionBoundary\": {}")
                .statusCode(422)
                .body("errors[0].pointer", is("/decisionBoundary"));
    }

    @Test
    void whereTheLossHasNoValueTheReasonIsSaid() {
        String rest = "\"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"adam\"}, \"seed\": 1";
        train(
                        "\"network\": {\"layers\": [{\"weights\": [[10, 10], [10, 10]], \"activation\": \"relu\"}, {\"weights\": [[1, -1]], \"activation\": \"sigmoid\"}]}",
                        "\"data\": {\"inputs\": [[1e308, 1e308], [0, 1]], \"targets\": [0, 1]}",
                        rest,
                        "\"epochs\": 5")
                .statusCode(422)
                .body("detail", containsString("overflow"));
        train("\"network\": {\"layers\": [{\"weights\": [[5, 5]], \"biases\": [3]}]}", XOR, rest, "\"epochs\": 0")
                .statusCode(422)
                .body("errors[0].pointer", is("/loss"))
                .body("detail", containsString("fromLogits"));
    }

    @Test
    void aStateOfSomethingElseIsRefused() throws IOException {
        ObjectNode request = request(
                SMALL, XOR, "\"loss\": \"mse\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 2, \"seed\": 1");
        JsonNode state = answer(request).get("state");
        ObjectNode other = request.deepCopy();
        other.set("resume", state);
        other.putObject("optimizer").put("name", "momentum");
        refused(other, "/resume/optimizer");
        other = request.deepCopy();
        other.set("resume", state);
        other.put("seed", 2);
        refused(other, "/seed");
        other = request.deepCopy();
        other.set("resume", state.deepCopy());
        ((ObjectNode) other.at("/resume/memory")).putArray("firstMoment").add(1);
        refused(other, "/resume/memory");
        other = request.deepCopy();
        other.set("resume", state);
        ((ObjectNode) other.at("/architecture/layers/0")).put("units", 5);
        refused(other, "/resume/network");
    }

    private static void refused(JsonNode request, String pointer) {
        given().contentType(ContentType.JSON)
                .body(request.toString())
                .post("/v1/calculus/networks/train")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is(pointer));
    }
}
