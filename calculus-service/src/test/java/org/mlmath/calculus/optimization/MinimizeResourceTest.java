package org.mlmath.calculus.optimization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class MinimizeResourceTest {
    private static final String PATH = "/v1/calculus/optimization/minimize";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADAM = """
            {"objective": {"expression": "(1-x)^2 + 100*(y-x^2)^2"},
             "method": {"name": "adam", "learningRate": 0.01}, "start": [-1.5, 2], "maxIterations": 1000}""";

    private static ValidatableResponse minimize(String request) {
        return given().contentType("application/json").body(request).post(PATH).then();
    }

    private static ObjectNode request(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode answer(JsonNode request) {
        return request(minimize(request.toString()).statusCode(200).extract().asString());
    }

    private static ObjectNode square(String method, double start, int iterations) {
        return request("""
                {"objective": {"expression": "x^2"}, "method": %s, "start": [%s], "maxIterations": %d}""".formatted(method, start, iterations));
    }

    @Test
    void adamIsPyTorchsAtEveryStep() throws IOException {
        JsonNode reference = JSON.readTree(getClass().getResourceAsStream("adam-rosenbrock.json"));
        JsonNode points = answer(request(ADAM)).at("/trajectory/points");
        assertThat(points).hasSize(1001);
        for (JsonNode expected : reference.get("cases")) {
            JsonNode point = points.get(expected.get("iteration").asInt());
            for (int i = 0; i < 2; i++) {
                double value = expected.at("/point/" + i).asDouble();
                assertThat(point.get(i).asDouble()).isCloseTo(value, within(1e-9 * Math.abs(value)));
            }
        }
    }

    @Test
    void theStartIsIterationZeroByNameOrInOrder() {
        JsonNode inOrder = answer(request(ADAM));
        ObjectNode byName = request(ADAM);
        byName.putObject("start").put("y", "4/2").put("x", "-3/2").put("unused", 7);
        assertThat(answer(byName)).isEqualTo(inOrder);
        assertThat(inOrder.at("/trajectory/iterations/0").asInt()).isZero();
        assertThat(inOrder.at("/trajectory/points/0").toString()).isEqualTo("[-1.5,2]");
        assertThat(inOrder.at("/variables").toString()).isEqualTo("[\"x\",\"y\"]");
    }

    @Test
    void variablesGiveTheOrderOfPoints() {
        ObjectNode swapped = request(ADAM);
        ((ObjectNode) swapped.get("objective")).putArray("variables").add("y").add("x");
        swapped.putArray("start").add(2).add(-1.5);
        JsonNode usual = answer(request(ADAM));
        JsonNode answer = answer(swapped);
        assertThat(answer.at("/final/point/0").asDouble())
                .isCloseTo(usual.at("/final/point/1").asDouble(), within(1e-12));
        assertThat(answer.at("/variables").toString()).isEqualTo("[\"y\",\"x\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"name\": \"newton\"}",
        "{\"name\": \"bfgs\"}",
        "{\"name\": \"lbfgs\"|\"history\": 3}",
        "{\"name\": \"conjugate-gradient\"}",
        "{\"name\": \"nelder-mead\"}",
        "{\"name\": \"cma-es\"}",
        "{\"name\": \"coordinate-descent\"|\"selection\": \"random\"}",
        "{\"name\": \"gradient-descent\"|\"lineSearch\": \"armijo\"}",
    })
    void searchesContinueToTheBytesOfOneRun(String method) {
        ObjectNode whole = request(ADAM).put("maxIterations", 30).put("seed", 4);
        whole.set("method", request(method.replace('|', ',')));
        JsonNode once = answer(whole);
        ObjectNode second = whole.deepCopy().put("maxIterations", 20);
        second.remove(List.of("start", "seed"));
        second.set("resume", answer(whole.deepCopy().put("maxIterations", 10)).get("state"));
        JsonNode twice = answer(second);
        for (String field : List.of("state", "minimum", "final", "iterations", "reason", "method")) {
            assertThat(twice.get(field).toString())
                    .as(field)
                    .isEqualTo(once.get(field).toString());
        }
    }

    @Test
    void goingOnWhereACriterionWasMetMakesNoStep() {
        ObjectNode whole = request(ADAM).put("maxIterations", 5000);
        whole.putObject("stop").put("valueChange", 1e-6);
        JsonNode once = answer(whole);
        assertThat(once.get("reason").asText()).isEqualTo("value-change");
        ObjectNode on = whole.deepCopy();
        on.remove("start");
        on.set("resume", once.get("state"));
        JsonNode again = answer(on);
        assertThat(again.get("reason").asText()).isEqualTo("value-change");
        assertThat(again.get("state")).isEqualTo(once.get("state"));
        assertThat(again.at("/diagnosis/summary")).isEqualTo(once.at("/diagnosis/summary"));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"name\": \"newton\"}, 50, 1e-12",
        "{\"name\": \"newton\"|\"lineSearch\": \"none\"}, 50, 1e-12",
        "{\"name\": \"bfgs\"}, 100, 1e-9",
        "{\"name\": \"lbfgs\"}, 100, 1e-9",
        "{\"name\": \"conjugate-gradient\"}, 200, 1e-9",
        "{\"name\": \"nelder-mead\"}, 400, 1e-7",
        "{\"name\": \"cma-es\"}, 400, 1e-7",
        "{\"name\": \"coordinate-descent\"}, 40000, 1e-4",
    })
    void everySearchFindsTheValleysEnd(String method, int iterations, double accuracy) {
        ObjectNode request = request(ADAM).put("maxIterations", iterations).put("seed", 4);
        request.set("method", request(method.replace('|', ',')));
        JsonNode answer = answer(request);
        assertThat(answer.at("/minimum/point/0").asDouble()).isCloseTo(1, within(accuracy));
        assertThat(answer.at("/minimum/point/1").asDouble()).isCloseTo(1, within(accuracy));
    }

    /** The zero of the gradient by mpmath 1.2, 30 digits. */
    @Test
    void newtonFitsALogisticModel() {
        for (String method : List.of("newton", "bfgs", "lbfgs", "conjugate-gradient")) {
            JsonNode answer = answer(request("""
                    {"objective": {"model": "logistic", "features": [[0.5], [1], [2], [3], [1.5], [2.5]],
                                   "targets": [0, 1, 1, 1, 0, 0]},
                     "method": {"name": "%s"}, "maxIterations": 100}""".formatted(method)));
            assertThat(answer.at("/converged").asBoolean()).isTrue();
            assertThat(answer.at("/minimum/point/0").asDouble()).isCloseTo(0.722641524773872, within(1e-8));
            assertThat(answer.at("/minimum/point/1").asDouble()).isCloseTo(-1.264622668354276, within(1e-8));
        }
    }

    /** √x has no gradient at 0. */
    @Test
    void aRunWithoutAGradientAtItsStartContinues() {
        ObjectNode whole = request("""
                {"objective": {"expression": "sqrt(x) - x"}, "start": [0], "method": {"name": "nelder-mead"}, "maxIterations": 9}""");
        JsonNode once = answer(whole);
        ObjectNode second = whole.deepCopy().put("maxIterations", 5);
        second.remove("start");
        second.set("resume", answer(whole.deepCopy().put("maxIterations", 4)).get("state"));
        assertThat(answer(second).get("state").toString())
                .isEqualTo(once.get("state").toString());
    }

    @Test
    void undefinedStretchesAreSearchedAround() {
        for (String method : List.of("nelder-mead", "cma-es", "bfgs", "newton")) {
            JsonNode answer = answer(request("""
                    {"objective": {"expression": "x*log(x) + sqrt(y) + 1/y"}, "start": [0.1, 0.1], "seed": 2,
                     "method": {"name": "%s"}, "maxIterations": 300}""".formatted(method)));
            // 1 + ln x = 0 and y^(3/2) = 2
            assertThat(answer.at("/minimum/point/0").asDouble()).isCloseTo(Math.exp(-1), within(1e-6));
            assertThat(answer.at("/minimum/point/1").asDouble()).isCloseTo(Math.cbrt(4), within(1e-6));
        }
    }

    @Test
    void aSingularHessianEndsNewtonsRun() {
        minimize("""
                        {"objective": {"expression": "(x + y)^2"}, "method": {"name": "newton"}, "start": [1, 2],
                         "maxIterations": 10}""")
                .statusCode(200)
                .body("reason", equalTo("singular-hessian"))
                .body("converged", equalTo(false))
                .body("iterations", equalTo(0))
                .body("warnings.code", contains("singular-hessian"));
    }

    @Test
    void whatASearchHasNoUseForIsRefused() {
        for (String field : List.of("clipNorm", "batchSize", "schedule")) {
            ObjectNode request = request(ADAM);
            ObjectNode method = request.putObject("method").put("name", "bfgs");
            if (field.equals("schedule")) {
                method.putObject(field).put("name", "constant");
            } else {
                method.put(field, 1);
            }
            minimize(request.toString())
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/method/" + field))
                    .body("detail", containsString("first-order"));
        }
    }

    @Test
    void aScheduleMayBeItsNameAlone() {
        ObjectNode request = request(ADAM).put("maxIterations", 5);
        request.putObject("method").put("name", "adam").put("schedule", "warm-up");
        minimize(request.toString()).statusCode(200).body("method.schedule.name", equalTo("warm-up"));
        request.putObject("method").put("name", "adam").put("schedule", "warmup");
        minimize(request.toString())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/method/schedule"))
                .body("detail", containsString("warm-up"));
    }

    @Test
    void aForgedStateDoesNoHarm() {
        for (String method :
                List.of("lbfgs", "bfgs", "conjugate-gradient", "nelder-mead", "cma-es", "coordinate-descent")) {
            ObjectNode request = request(ADAM).put("maxIterations", 5).put("seed", 1);
            request.putObject("method").put("name", method);
            JsonNode state = answer(request).get("state");
            for (double number : new double[] {-1, 1e9, 1e300}) {
                ObjectNode forged = state.deepCopy();
                forged.get("memory").properties().forEach(part -> {
                    for (int i = 0; i < part.getValue().size(); i++) {
                        ((ArrayNode) part.getValue()).set(i, number);
                    }
                });
                ObjectNode again = request.deepCopy();
                again.remove(List.of("start", "seed"));
                again.set("resume", forged);
                assertThat(minimize(again.toString()).extract().statusCode())
                        .as(method + number)
                        .isIn(200, 422);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "adam, {\"objective\": {\"expression\": \"(1-x)^2 + 100*(y-x^2)^2\"}|\"start\": [-1.5|2]",
        "momentum, {\"objective\": {\"expression\": \"(1-x)^2 + 100*(y-x^2)^2\"}|\"start\": [-1.5|2]",
        "rmsprop, {\"objective\": {\"expression\": \"(1-x)^2 + 100*(y-x^2)^2\"}|\"start\": [-1.5|2]",
        "nadam, {\"objective\": {\"expression\": \"(1-x)^2 + 100*(y-x^2)^2\"}|\"start\": [-1.5|2]",
        "stochastic-gradient-descent, {\"objective\": {\"model\": \"linear\"|\"features\": [1|2|4|3]|\"targets\": [1|3|5|9]}"
    })
    void continuingGivesTheBytesOfOneRun(String method, String objective) {
        ObjectNode whole = request(objective.replace('|', ',')
                + ", \"maxIterations\": 100, \"method\": {\"name\": \"" + method
                + "\", \"learningRate\": 0.001, \"schedule\": {\"name\": \"warm-up\", \"steps\": 20,"
                + " \"then\": {\"name\": \"cosine\", \"period\": 50}}}}");
        if (method.startsWith("stochastic")) {
            whole.put("seed", 3);
        }
        JsonNode once = answer(whole);
        ObjectNode first = whole.deepCopy().put("maxIterations", 37);
        ObjectNode second = whole.deepCopy().put("maxIterations", 63);
        second.remove(List.of("start", "seed"));
        second.set("resume", answer(first).get("state"));
        JsonNode twice = answer(second);

        for (String field : List.of("state", "minimum", "final", "iterations", "reason", "converged", "method")) {
            assertThat(twice.get(field).toString())
                    .as(field)
                    .isEqualTo(once.get(field).toString());
        }
        assertThat(twice.at("/trajectory/iterations/0").asInt()).isEqualTo(37);
        assertThat(twice.at("/trajectory/points/63")).isEqualTo(once.at("/trajectory/points/100"));
    }

    @Test
    void theTrajectoryIsBoundedAndKeepsItsEnds() {
        ObjectNode longer = request(ADAM).put("maxIterations", 100_000);
        minimize(longer.toString())
                .statusCode(200)
                .body("trajectory.iterations.size()", lessThanOrEqualTo(10_000))
                .body("trajectory.iterations[0]", equalTo(0))
                .body("trajectory.iterations[-1]", equalTo(100_000))
                .body("trajectory.points.size()", lessThanOrEqualTo(10_000))
                .body("warnings.code", hasItem("trajectory-thinned"));
        ObjectNode window = request(ADAM);
        window.putObject("record").put("every", 10).put("from", 100).put("to", 125);
        minimize(window.toString())
                .body("trajectory.iterations", contains(100, 110, 120, 125))
                .body("warnings", equalTo(List.of()));
    }

    @Test
    void divergenceStopsTheRunAndNamesTheLargestStableRate() {
        for (String rate : List.of("1.5", "1e300")) {
            minimize(square("{\"name\": \"gradient-descent\", \"learningRate\": " + rate + "}", 1, 100_000)
                            .toString())
                    .statusCode(200)
                    .body("converged", equalTo(false))
                    .body("reason", equalTo("diverged"))
                    .body("minimum.point", contains(1))
                    .body("final.value", not(nullValue()))
                    .body("diagnosis.findings[0].code", equalTo("diverged"))
                    .body("diagnosis.findings[0].evidence.largestStableRate.toDouble()", closeTo(1, 1e-8))
                    .body("warnings.code", contains("diverged"));
        }
    }

    @Test
    void leavingTheDomainStopsTheRunInsideIt() {
        minimize("""
                        {"objective": {"expression": "sqrt(x)"}, "method": {"name": "gradient-descent", "learningRate": 0.4},
                         "start": [1], "maxIterations": 50}""")
                .statusCode(200)
                .body("reason", equalTo("undefined"))
                .body("diagnosis.findings[0].code", equalTo("left-domain"))
                .body("warnings.code", contains("left-domain"));
    }

    @Test
    void aSaddleIsFound() {
        minimize("""
                        {"objective": {"expression": "x^2 - y^2"}, "start": [1, 0], "maxIterations": 200,
                         "method": {"name": "gradient-descent", "learningRate": 0.1}}""")
                .body("diagnosis.findings[0].code", equalTo("plateau-or-saddle"))
                .body("diagnosis.findings[0].evidence.smallestCurvature.toDouble()", closeTo(-2, 1e-8));
    }

    @Test
    void linearRegressionFindsTheLine() {
        JsonNode answer = answer(request("""
                {"objective": {"model": "linear", "features": [[0], [1], [2]], "targets": [1, 3, 5]},
                 "method": {"name": "gradient-descent", "learningRate": 0.3}, "maxIterations": 2000,
                 "stop": {"gradientNorm": 1e-10}}"""));
        assertThat(answer.at("/reason").asText()).isEqualTo("gradient-norm");
        assertThat(answer.at("/variables").toString()).isEqualTo("[\"weight0\",\"intercept\"]");
        assertThat(answer.at("/minimum/point/0").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(answer.at("/minimum/point/1").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(answer.at("/trajectory/values/0").asDouble()).isCloseTo(35 / 3.0, within(1e-12));
    }

    @Test
    void aSoftmaxModelStartsFromRowsOrFromTheirNumbers() {
        ObjectNode rows = request("""
                {"objective": {"model": "softmax", "features": [[0], [1], [2]], "targets": [0, 1, 2]},
                 "method": {"name": "adam", "learningRate": 0.1}, "maxIterations": 50,
                 "start": [[1, 0], [0, 0], ["1/2", 0.25]]}""");
        ObjectNode flat = rows.deepCopy();
        flat.putArray("start").add(1).add(0).add(0).add(0).add(0.5).add(0.25);
        ObjectNode oneHot = rows.deepCopy();
        ((ObjectNode) oneHot.get("objective"))
                .set(
                        "targets",
                        request("{\"t\": [[1, 0, 0], [0, 1, 0], [0, 0, 1]]}").get("t"));
        JsonNode answer = answer(rows);
        assertThat(answer(flat)).isEqualTo(answer);
        assertThat(answer(oneHot)).isEqualTo(answer);
        assertThat(answer.at("/variables/5").asText()).isEqualTo("class2_intercept");
    }

    @Test
    void aDrawnSeedIsReturnedAndRepeatsTheRun() {
        ObjectNode request = request("""
                {"objective": {"model": "linear", "features": [1, 2, 3, 4, 5], "targets": [1, 3, 2, 5, 4]},
                 "method": {"name": "adam", "learningRate": 0.1, "batchSize": 2}, "maxIterations": 20}""");
        JsonNode drawn = answer(request);
        JsonNode again = answer(request.put("seed", drawn.get("seed").asLong()));
        assertThat(again).isEqualTo(drawn);
    }

    @ParameterizedTest
    @EnumSource(MethodName.class)
    void theMethodAsAnsweredMakesTheSameRun(MethodName method) {
        ObjectNode request = request("""
                {"objective": {"model": "linear", "features": [1, 2, 3, 4, 5], "targets": [1, 3, 2, 5, 4]},
                 "method": {"name": "%s"}, "maxIterations": 20, "seed": 5}""".formatted(method.slug()));
        for (String convention : MethodCatalog.of(method).firstOrder() ? List.of("torch", "keras") : List.of("torch")) {
            ((ObjectNode) request.get("method")).put("convention", convention);
            JsonNode answer = answer(request);
            assertThat(answer(request.deepCopy().set("method", answer.get("method"))))
                    .isEqualTo(answer);
            assertThat(answer.at("/final/value").asDouble())
                    .isLessThan(answer.at("/trajectory/values/0").asDouble());
        }
    }

    @Test
    void aNameAloneIsAMethodAndTextAnExpression() throws IOException {
        assertThat(JSON.readValue("\"adam\"", OptimizationMethod.class))
                .isEqualTo(JSON.readValue("{\"name\": \"adam\"}", OptimizationMethod.class));
        assertThat(JSON.readValue("\"nadam\"", FirstOrderOptimizer.class))
                .isEqualTo(JSON.readValue("{\"name\": \"nadam\"}", FirstOrderOptimizer.class));
        assertThat(JSON.readValue("\"x^2\"", Objective.class))
                .isEqualTo(JSON.readValue("{\"expression\": \"x^2\"}", Objective.class));
        minimize(square("\"adm\"", 1, 5).toString())
                .statusCode(422)
                .body("errors.pointer", contains("/method"))
                .body("detail", containsString("Did you mean"));
    }

    @Test
    void withoutObservationsStochasticDescentFollowsTheWholeGradient() {
        JsonNode stochastic = answer(square("{\"name\": \"stochastic-gradient-descent\"}", 1, 20));
        JsonNode plain = answer(square("{\"name\": \"gradient-descent\", \"learningRate\": 0.001}", 1, 20));
        assertThat(stochastic.get("trajectory")).isEqualTo(plain.get("trajectory"));
        assertThat(stochastic.at("/warnings/0/code").asText()).isEqualTo("no-batches");
        assertThat(answer(square(stochastic.get("method").toString(), 1, 20))).isEqualTo(stochastic);
    }

    @Test
    void explainHasNothingToShow() {
        minimize(request(ADAM).put("explain", true).toString()).body("warnings.code", contains("no-steps"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("/method/name", "method", "{\"name\": \"adm\"}", 400, "Did you mean \\\"adam\\\"?"),
                refusal("/method/beta3", "method", "{\"name\": \"adam\", \"beta3\": 1}", 400, "Did you mean"),
                refusal(
                        "/method/beta1",
                        "method",
                        "{\"name\": \"momentum\", \"beta1\": 0.9}",
                        422,
                        "momentum, dampening"),
                refusal("/method/rho", "method", "{\"name\": \"rmsprop\", \"rho\": 0.9}", 422, "alpha"),
                refusal("/method/centered", "method", "{\"name\": \"adam\", \"centered\": true}", 422, "centered"),
                refusal(
                        "/method/learningRate",
                        "method",
                        "{\"name\": \"adam\", \"learningRate\": -1}",
                        422,
                        "at least 0"),
                refusal("/method/beta2", "method", "{\"name\": \"adam\", \"beta2\": 1}", 422, "[0, 1)"),
                refusal("/method/epsilon", "method", "{\"name\": \"adamax\", \"epsilon\": 0}", 422, "above 0"),
                refusal("/method/clipNorm", "method", "{\"name\": \"adam\", \"clipNorm\": 0}", 422, "above 0"),
                refusal(
                        "/method/convention",
                        "method",
                        "{\"name\": \"adagrad\", \"convention\": \"course\"}",
                        422,
                        "keras"),
                refusal(
                        "/method/dampening",
                        "method",
                        "{\"name\": \"momentum\", \"dampening\": 0.1, \"convention\": \"keras\"}",
                        422,
                        "leave it out"),
                refusal(
                        "/method/convention",
                        "method",
                        "{\"name\": \"bfgs\", \"convention\": \"keras\"}",
                        422,
                        "torch"),
                refusal(
                        "/method/lineSearch",
                        "method",
                        "{\"name\": \"adam\", \"lineSearch\": \"armijo\"}",
                        422,
                        "no parameter"),
                refusal(
                        "/method/weightDecay",
                        "method",
                        "{\"name\": \"gradient-descent\", \"lineSearch\": \"armijo\", \"weightDecay\": 1}",
                        422,
                        "learningRate, sufficientDecrease"),
                refusal(
                        "/method/backtracking",
                        "method",
                        "{\"name\": \"bfgs\", \"backtracking\": 0.5}",
                        422,
                        "line search"),
                refusal(
                        "/method/curvature",
                        "method",
                        "{\"name\": \"bfgs\", \"curvature\": 1e-5}",
                        422,
                        "sufficientDecrease"),
                refusal("/method/learningRate", "method", "{\"name\": \"bfgs\", \"learningRate\": 0}", 422, "above 0"),
                refusal("/method/history", "method", "{\"name\": \"lbfgs\", \"history\": 0}", 422, "from 1"),
                refusal(
                        "/method/populationSize",
                        "method",
                        "{\"name\": \"cma-es\", \"populationSize\": 3}",
                        422,
                        "from 4"),
                refusal(
                        "/method/batchSize",
                        "method",
                        "{\"name\": \"stochastic-gradient-descent\", \"batchSize\": 1}",
                        422,
                        "a model"),
                refusal(
                        "/method/schedule/gamma",
                        "method",
                        "{\"name\": \"adam\", \"schedule\": {\"name\": \"exponential\"}}",
                        422,
                        "gamma"),
                refusal(
                        "/method/schedule/period",
                        "method",
                        "{\"name\": \"adam\", \"schedule\": {\"name\": \"step\", \"stepSize\": 1, \"period\": 3}}",
                        422,
                        "takes stepSize, gamma"),
                refusal(
                        "/method/schedule/then/decay",
                        "method",
                        "{\"name\": \"adam\", \"schedule\": {\"name\": \"warm-up\", \"then\": {\"name\": \"inverse-time\"}}}",
                        422,
                        "decay"),
                refusal("/start", "start", "[1]", 422, "1 coordinates"),
                refusal("/start", "start", "{\"x\": 1}", 422, "y"),
                refusal("/start/1", "start", "[1, [2]]", 400, "not both"),
                refusal("/start", "start", "[[1], [2]]", 422, "2 rows"),
                refusal("/start/0", "start", "[[1, 2, 3]]", 422, "3 coordinates"),
                refusal("/start/0", "start", "[null, 1]", 400, "number"),
                refusal("/start/1", "start", "[1, \"0/0\"]", 422, "0/0"),
                refusal("/start", "start", "null", 422, "needs a start"),
                refusal("/objective/expression", "objective", "{\"expression\": \"x +\"}", 422, "expression"),
                refusal("/objective/expression", "objective", "{\"expression\": \"3\"}", 422, "no variables"),
                refusal("/objective", "objective", "{}", 422, "needs an expression or a model"),
                refusal("/objective", "objective", "{\"expression\": \"x\", \"model\": \"linear\"}", 422, "not both"),
                refusal(
                        "/objective/features",
                        "objective",
                        "{\"model\": \"linear\", \"targets\": [1]}",
                        422,
                        "features"),
                refusal(
                        "/objective/targets",
                        "objective",
                        "{\"model\": \"linear\", \"features\": [[1], [2]], \"targets\": [1]}",
                        422,
                        "2 rows"),
                refusal(
                        "/objective/targets/1",
                        "objective",
                        "{\"model\": \"logistic\", \"features\": [[1], [2]], \"targets\": [1, 2]}",
                        422,
                        "[0, 1]"),
                refusal(
                        "/objective/targets/0",
                        "objective",
                        "{\"model\": \"softmax\", \"features\": [[1], [2]], \"targets\": [0.5, 1]}",
                        422,
                        "label"),
                refusal(
                        "/objective/loss",
                        "objective",
                        "{\"model\": \"logistic\", \"loss\": \"mse\", \"features\": [[1], [2]], \"targets\": [1, 0]}",
                        422,
                        "binary-cross-entropy"),
                refusal(
                        "/objective/variables/0",
                        "objective",
                        "{\"expression\": \"x+y\", \"variables\": [\"sin\", \"y\"]}",
                        422,
                        "function"),
                refusal("/stop/gradientNorm", "stop", "{\"gradientNorm\": -1}", 422, "at least 0"),
                refusal("/record/to", "record", "{\"from\": 5, \"to\": 2}", 422, "before"),
                refusal("/record/every", "record", "{\"every\": 0}", 400, "1"),
                refusal("/maxIterations", "maxIterations", "-1", 400, "0"),
                refusal("/maxIterations", "maxIterations", "null", 400, "required"),
                refusal("/record/maxPoints", "record", "{\"maxPoints\": 100000000}", 400, "1000000"));
    }

    private static Arguments refusal(String pointer, String field, String value, int status, String says) {
        return Arguments.of(pointer, field, value, status, says.replace("\\\"", "\""));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusals")
    void whatIsWrongIsNamed(String pointer, String field, String value, int status, String says) {
        ObjectNode request = request(ADAM);
        request.set(field, request("{\"v\": " + value + "}").get("v"));
        minimize(request.toString())
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("detail", containsString(says));
    }

    @Test
    void anUndefinedStartNamesTheSubExpression() {
        minimize("""
                        {"objective": {"expression": "x + log(y)"}, "method": {"name": "adam"}, "start": [1, -1],
                         "maxIterations": 10}""")
                .statusCode(422)
                .body("type", equalTo("/problems/domain-error"))
                .body("errors[0].pointer", equalTo("/start"))
                .body("detail", containsString("ln(y) is undefined"));
    }

    @Test
    void whatTakesTooLongIsRefusedBeforeItBegins() {
        minimize(request(ADAM).put("maxIterations", 1_000_000_000L).toString())
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
    }

    @Test
    void sumsCountForWhatTheyTake() {
        ObjectNode sum = square("{\"name\": \"adam\"}", 1, 1000);
        sum.putObject("objective").put("expression", "sum(i, 1, 1000000, (x - i)^2)");
        minimize(sum.toString()).statusCode(422).body("type", equalTo("/problems/limit-exceeded"));
        sum.putObject("objective").put("expression", "sum(i, 1, 10, (x - i)^2)");
        sum.putObject("method").put("name", "gradient-descent").put("learningRate", 0.01);
        minimize(sum.toString()).statusCode(200).body("final.point[0].toDouble()", closeTo(5.5, 1e-9));
    }

    @Test
    void aStateOfAnotherMethodOrShapeIsRefused() {
        JsonNode state = answer(request(ADAM).put("maxIterations", 2)).get("state");
        ObjectNode other = request(ADAM);
        other.putObject("method").put("name", "adamax");
        other.set("resume", state);
        minimize(other.toString()).statusCode(422).body("errors[0].pointer", equalTo("/resume/method"));

        ObjectNode cut = request(ADAM);
        ObjectNode damaged = state.deepCopy();
        ((ObjectNode) damaged.get("memory")).putArray("firstMoment").add(1);
        cut.set("resume", damaged);
        minimize(cut.toString()).statusCode(422).body("errors[0].pointer", equalTo("/resume/memory/firstMoment"));
        ((ObjectNode) damaged.get("memory")).remove("firstMoment");
        minimize(cut.toString()).statusCode(422).body("errors[0].pointer", equalTo("/resume/memory"));
        damaged.set("memory", state.get("memory"));
        damaged.putArray("point").add(1);
        minimize(cut.toString()).statusCode(422).body("errors[0].pointer", equalTo("/resume/point"));
        damaged.set("point", state.get("point"));
        ((ObjectNode) damaged.get("best")).putArray("point").add(1);
        minimize(cut.toString()).statusCode(422).body("errors[0].pointer", equalTo("/resume/best/point"));
    }
}
