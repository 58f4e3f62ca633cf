package org.mlmath.calculus.loss;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LossesResourceTest {

    private static ValidatableResponse loss(String name, String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/losses/" + name)
                .then();
    }

    private static JsonPath answer(String name, String request) {
        return loss(name, request)
                .statusCode(200)
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    @Test
    void everyListedLossAnswersUnderItsName() {
        List<String> names =
                get("/v1/calculus/losses").then().statusCode(200).extract().path("losses.name");
        assertThat(names).hasSize(11);
        names.forEach(name -> loss(name, "{\"predictions\": [[0.25, 0.75]], \"targets\": [[0, 1]]}")
                .statusCode(200)
                .body("name", is(name)));
    }

    @Test
    void theReductionOfWhatEachExampleLostIsTheLoss() {
        String data = "\"predictions\": [[1, 2], [3, 5]], \"targets\": [[0, 2], [3, 1]]";
        loss("mse", "{" + data + "}").body("loss", is(4.25f)).body("perExample", contains(0.5f, 8));
        loss("mse", "{" + data + ", \"reduction\": \"sum\"}")
                .body("loss", is(17))
                .body("perExample", contains(1, 16));
        loss("mse", "{" + data + ", \"reduction\": \"half-mean\"}")
                .body("loss", is(2.125f))
                .body("perExample", contains(0.25f, 4))
                .body("gradient", contains(contains(0.25f, 0), contains(0, 1)));
        loss("mse", "{" + data + ", \"reduction\": \"none\"}")
                .body("loss", contains(contains(1, 0), contains(0, 16)))
                .body("gradient", contains(contains(2, 0), contains(0, 8)));
    }

    @Test
    void labelsAndOneHotRowsMeanTheSame() {
        JsonPath labels = answer(
                "categorical-cross-entropy",
                "{\"predictions\": [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]], \"targets\": [0, 1]}");
        JsonPath oneHot = answer(
                "categorical-cross-entropy",
                "{\"predictions\": [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]], \"targets\": [[1, 0, 0], [0, 1, 0]]}");
        assertThat(labels.getDouble("loss")).isEqualTo(oneHot.getDouble("loss"));
        assertThat(labels.getDouble("loss")).isCloseTo(-(Math.log(0.7) + Math.log(0.8)) / 2, within(1e-15));
        JsonPath single =
                answer("categorical-cross-entropy", "{\"predictions\": [0.7, 0.2, 0.1], \"targets\": [1, 0, 0]}");
        assertThat(single.getDouble("loss")).isCloseTo(-Math.log(0.7), within(1e-15));
    }

    @Test
    void saturatedLogitsHaveTheirTrueLoss() {
        loss("binary-cross-entropy", "{\"predictions\": [1000, -1000], \"targets\": [0, 0], \"fromLogits\": true}")
                .body("loss", is(500))
                .body("gradient", contains(0.5f, 0));
        loss("binary-cross-entropy", "{\"predictions\": [1, 0], \"targets\": [0, 0]}")
                .body("loss", is("Infinity"))
                .body("warnings.code", contains("infinite-loss"))
                .body("warnings[0].detail", containsString("fromLogits"));
        loss("poisson", "{\"predictions\": [0, 1], \"targets\": [3, 0]}")
                .body("loss", is("Infinity"))
                .body("warnings[0].detail", containsString("logInput"));
    }

    @Test
    void whatOverflowsIsUndefinedAndNotInfinite() {
        given().contentType("application/json")
                .body("{\"predictions\": [1e200, 1], \"targets\": [0, 0]}")
                .post("/v1/calculus/losses/mse")
                .then()
                .statusCode(422)
                .body("type", is("/problems/domain-error"))
                .body("errors[0].pointer", is("/predictions"));
        loss("mse", "{\"predictions\": [1e200, 1], \"targets\": [0, 0], \"reduction\": \"none\"}")
                .body("loss", contains(nullValue(), is(1)))
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void smoothedLabelsArePytorchs() {
        // torch.nn.functional.cross_entropy(torch.tensor([[2., 1., .1]]), torch.tensor([0]), label_smoothing=0.3),
        // PyTorch 1.13
        JsonPath smooth = answer(
                "categorical-cross-entropy",
                "{\"predictions\": [[2, 1, 0.1]], \"targets\": [0], \"fromLogits\": true, \"labelSmoothing\": 0.3}");
        assertThat(smooth.getDouble("loss")).isCloseTo(0.7070300162778334, within(1e-14));
    }

    @Test
    void divergenceOfLogitsIsThatOfTheirSoftmax() {
        String targets = "\"targets\": [0.5, 0.3, 0.2], \"reduction\": \"sum\"";
        JsonPath logits =
                answer("kl-divergence", "{\"predictions\": [0, 0, 0], \"fromLogits\": true, " + targets + "}");
        double expected = 0.5 * Math.log(1.5) + 0.3 * Math.log(0.9) + 0.2 * Math.log(0.6);
        assertThat(logits.getDouble("loss")).isCloseTo(expected, within(1e-15));
        assertThat(logits.getList("gradient", Double.class).get(0)).isCloseTo(1 / 3.0 - 0.5, within(1e-15));
    }

    @Test
    void classesOfAMarginAreSignsOrBits() {
        loss("hinge", "{\"predictions\": [0.5, 0.5], \"targets\": [1, -1]}")
                .body("perExample", contains(0.5f, 1.5f))
                .body("warnings", empty());
        loss("hinge", "{\"predictions\": [0.5, 0.5], \"targets\": [1, 0]}")
                .body("perExample", contains(0.5f, 1.5f))
                .body("warnings.code", contains("classes-mapped"));
        loss("hinge", "{\"predictions\": [0.5, 0.5, 1], \"targets\": [1, 0, -1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/targets"));
        loss("squared-hinge", "{\"predictions\": [0.5], \"targets\": [2]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/targets/0"));
    }

    @Test
    void probabilitiesThatDoNotSumToOneAreSaid() {
        loss("categorical-cross-entropy", "{\"predictions\": [[0.7, 0.2]], \"targets\": [0]}")
                .statusCode(200)
                .body("warnings.code", contains("not-normalized"))
                .body("warnings[0].pointer", is("/predictions"));
    }

    @Test
    void whatTheLossCannotTakeIsRefusedAtItsEntry() {
        loss("binary-cross-entropy", "{\"predictions\": [[0.5], [1.5]], \"targets\": [[0], [1]]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/predictions/1/0"))
                .body("detail", containsString("fromLogits"));
        loss("binary-cross-entropy", "{\"predictions\": [0.5], \"targets\": [2]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/targets/0"));
        loss("categorical-cross-entropy", "{\"predictions\": [[0.5, 0.5]], \"targets\": [2]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/targets/0"))
                .body("detail", containsString("0 to 1"));
        loss("poisson", "{\"predictions\": [-1], \"targets\": [2]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/predictions/0"));
        loss("mse", "{\"predictions\": [[1, 2]], \"targets\": [1, 2]}")
                .statusCode(422)
                .body("type", is("/problems/dimension-mismatch"))
                .body("detail", containsString("1×2"));
        loss("mse", "{\"predictions\": [], \"targets\": []}")
                .statusCode(422)
                .body("errors[0].pointer", is("/predictions"));
        loss("huber", "{\"predictions\": [1], \"targets\": [1], \"delta\": 0}")
                .statusCode(400)
                .body("errors[0].pointer", is("/delta"));
    }

    @Test
    void aParameterOfAnotherLossIsRefused() {
        loss("mse", "{\"predictions\": [1], \"targets\": [1], \"delta\": 2}")
                .statusCode(400)
                .body("errors[0].pointer", is("/delta"))
                .body("detail", containsString("huber"));
    }

    @Test
    void anUnknownLossHasANearestName() {
        loss("mes", "{\"predictions\": [1], \"targets\": [1]}").statusCode(404).body("suggestion", is("mse"));
    }

    @Test
    void theWorkingEndsInTheGradient() {
        loss("mae", "{\"predictions\": [3, 1], \"targets\": [1, 1], \"explain\": true}")
                .body("steps.kind", contains("formula", "loss", "loss", "reduce", "gradient"))
                .body("steps[-1].value", contains(0.5f, 0));
        loss(
                        "poisson",
                        "{\"predictions\": [3], \"targets\": [1], \"logInput\": true, \"reduction\": \"none\", \"explain\": true}")
                .body("steps.kind", contains("formula", "loss", "gradient"))
                .body("steps[0].latex", containsString("e^{z}"));
        loss("mae", "{\"predictions\": [3, 1], \"targets\": [1, 1]}").body("steps", nullValue());
    }
}
