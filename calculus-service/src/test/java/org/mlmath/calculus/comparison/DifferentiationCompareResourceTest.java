package org.mlmath.calculus.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DifferentiationCompareResourceTest {

    private static ValidatableResponse compare(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/differentiation/compare")
                .then();
    }

    @Test
    void everyMethodHasItsValueAndError() {
        compare("{\"expression\": \"exp(x)*sin(x)\", \"at\": {\"x\": 1}}")
                .statusCode(200)
                .body("reference.toDouble()", closeTo(Math.E * (Math.sin(1) + Math.cos(1)), 1e-6))
                .body("symbolic.error.toDouble()", lessThan(1e-15))
                .body("automatic.error.toDouble()", lessThan(1e-15))
                .body("forward.error.toDouble()", lessThan(1e-6))
                .body("central.error.toDouble()", lessThan(1e-9))
                .body("complexStep.error.toDouble()", lessThan(2e-15))
                .body("forward.bySteps", hasSize(16))
                .body("forward.optimalStepSize.toDouble()", closeTo(1.5e-8, 1e-8))
                .body("central.optimalStepSize.toDouble()", closeTo(6e-6, 4e-6))
                .body("diagnostics.referenceMethod", is("high-precision"))
                .body("warnings", empty());
    }

    @Test
    void theStepsAreTheCallers() {
        compare("{\"expression\": \"x^2\", \"at\": [3], \"stepSizes\": [0.5, 0.25]}")
                .body("forward.bySteps.stepSize", contains(0.5f, 0.25f))
                .body("forward.bySteps.value", contains(6.5f, 6.25f))
                .body("forward.bySteps.error", contains(0.5f, 0.25f))
                .body("forward.value", is(6.25f))
                .body("forward.stepSize", is(0.25f))
                .body("central.value", is(6))
                .body("central.error", is(0))
                .body("complexStep.value", is(6))
                .body("reference", is(6));
    }

    @Test
    void theComplexStepNeedsFunctionsOfComplexNumbers() {
        compare("{\"expression\": \"gamma(x)\", \"at\": 2.5}")
                .statusCode(200)
                .body("complexStep", nullValue())
                .body("warnings.code", hasItems("no-complex-step"));
    }

    @Test
    void theWorkingExplainsTheBestStep() {
        compare("{\"expression\": \"sin(x)\", \"at\": 1, \"explain\": true}")
                .body(
                        "steps.kind",
                        contains("symbolic", "automatic", "forward", "central", "complex-step", "reference"))
                .body("steps[2].detail", containsString("2√(ε|f|/|f''|)"));
    }

    @Test
    void failuresPointAtTheirPlace() {
        compare("{\"expression\": \"x*y\", \"at\": [1, 2]}").statusCode(422).body("errors[0].pointer", is("/variable"));
        compare("{\"expression\": \"cbrt(x)\", \"at\": 0}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
        compare("{\"expression\": \"x\", \"at\": 0, \"stepSizes\": [0]}").statusCode(400);
        compare("{\"expression\": \"x\", \"at\": 0, \"stepSizes\": []}").statusCode(400);
    }
}
