package org.mlmath.calculus.activation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivationsResourceTest {

    private static ValidatableResponse activate(String name, String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/activations/" + name)
                .then();
    }

    @Test
    void everyListedActivationAnswersUnderItsName() {
        List<String> names =
                get("/v1/calculus/activations").then().statusCode(200).extract().path("activations.name");
        assertThat(names).hasSize(13);
        names.forEach(name -> activate(name, "{\"inputs\": [[0.5, -1000], [1000, 0]]}")
                .statusCode(200)
                .body("activation", is(name))
                .body("outputs", hasSize(2))
                .body("outputs.flatten()", not(hasItem(nullValue())))
                .body("derivatives.flatten()", not(hasItem(nullValue()))));
    }

    @Test
    void outputsAndDerivativesHaveTheShapeOfTheInputs() {
        activate("relu", "{\"inputs\": [[-1, 2, 0]]}")
                .statusCode(200)
                .body("outputs", contains(contains(0, 2, 0)))
                .body("derivatives", contains(contains(0, 1, 0)))
                .body("warnings", empty());
        activate("relu", "{\"inputs\": [-1, 2, 0]}").body("outputs", contains(0, 2, 0));
    }

    @Test
    void aSoftmaxHasAJacobianForEachRow() {
        activate("softmax", "{\"inputs\": [0, 0]}")
                .body("outputs", contains(0.5f, 0.5f))
                .body("derivatives", contains(contains(0.25f, -0.25f), contains(-0.25f, 0.25f)));
        activate("softmax", "{\"inputs\": [[0, 0], [1000, -1000]]}")
                .body("derivatives", hasSize(2))
                .body("derivatives[1]", contains(contains(0, 0), contains(0, 0)));
    }

    @Test
    void jacobiansTooLargeToBeOfUseAreLeftOut() {
        String inputs = String.join(",", Collections.nCopies(1001, "1"));
        activate("softmax", "{\"inputs\": [" + inputs + "]}")
                .statusCode(200)
                .body("outputs", hasSize(1001))
                .body("derivatives", nullValue())
                .body("warnings.code", contains("derivatives-omitted"));
    }

    @Test
    void theWorkingIsWrittenOutForFewInputs() {
        activate("tanh", "{\"inputs\": [0.5], \"explain\": true}")
                .body("steps.kind", contains("formula", "value", "derivative"));
        activate("log-softmax", "{\"inputs\": [0.5, 1], \"explain\": true}")
                .body("steps.kind", contains("formula", "shift", "logarithm", "derivative"));
        activate("tanh", "{\"inputs\": [1,1,1,1,1,1,1,1,1,1,1], \"explain\": true}")
                .body("steps", nullValue())
                .body("warnings.code", contains("steps-omitted"));
    }

    @Test
    void whatOverflowsIsUndefinedAndNotInfinite() {
        activate("selu", "{\"inputs\": [1.79e308, -1.79e308]}")
                .statusCode(200)
                .body("outputs[0]", nullValue())
                .body("warnings.code", contains("undefined-values"));
        activate("log-softmax", "{\"inputs\": [1.7e308, -1.7e308]}")
                .statusCode(200)
                .body("outputs[0]", is(0))
                .body("outputs[1]", nullValue())
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void aParameterOfAnotherActivationIsRefused() {
        activate("relu", "{\"inputs\": [1], \"negativeSlope\": 0.1}")
                .statusCode(400)
                .body("type", is("/problems/invalid-request"))
                .body("errors[0].pointer", is("/negativeSlope"))
                .body("detail", containsString("leaky-relu"));
    }

    @Test
    void anUnknownActivationHasANearestName() {
        activate("sigmoide", "{\"inputs\": [1]}")
                .statusCode(404)
                .body("type", is("/problems/not-found"))
                .body("suggestion", is("sigmoid"));
    }

    @Test
    void inputsMustBeNumbersAndThere() {
        activate("relu", "{}").statusCode(400).body("errors[0].pointer", is("/inputs"));
        activate("relu", "{\"inputs\": [1, \"x\"]}").statusCode(400).body("errors[0].pointer", is("/inputs/1"));
        activate("relu", "{\"inputs\": []}").statusCode(422).body("errors[0].pointer", is("/inputs"));
    }
}
