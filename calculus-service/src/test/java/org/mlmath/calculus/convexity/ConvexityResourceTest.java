package org.mlmath.calculus.convexity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConvexityResourceTest {
    private static ValidatableResponse examine(String expression, String region) {
        return given().contentType(ContentType.JSON)
                .body("{\"expression\": \"%s\", \"region\": %s}".formatted(expression, region))
                .post("/v1/calculus/optimization/convexity")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^4", "exp(x)", "-ln(x)", "|x|", "max(x, y)", "x^2 + 2x*y + y^2", "sqrt(x^2 + 1)",
                        "x^2 + y^2 - sin(x)/2",
                "ln(1 + exp(x))", "logsumexp(x, y)", "hypot(x, y)", "(x + y)^2", "3x - 2", "-sqrt(x)", "exp(x^2)",
                        "2^-x"
            })
    void convexFunctionsAreProvenToBe(String expression) {
        examine(expression, "{}").statusCode(200).body("convex", is(true)).body("counterexample", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^3", "-|x|", "sin(x)", "x*y", "ln(x)", "sqrt(x)", "-x^2 + y^2", "min(x, y)", "x^4 - x^2"})
    void othersHaveAChordBelowTheGraph(String expression) {
        ValidatableResponse answer = examine(expression, "{}")
                .statusCode(200)
                .body("convex", is(false))
                .body("evidence.kind", is("counterexample"))
                .body("largestStableRate", nullValue());
        double middle = answer.extract().jsonPath().getDouble("counterexample.valueMidpoint");
        double mean = answer.extract().jsonPath().getDouble("counterexample.mean");
        assertThat(middle).isGreaterThan(mean);
        List<Number> a = answer.extract().jsonPath().getList("counterexample.a");
        assertThat(a).isNotEmpty();
    }

    @Test
    void theConstantsOfAQuadraticAreItsEigenvalues() {
        examine("x^2 + x*y + y^2", "{}")
                .body("lipschitz.toDouble()", closeTo(3, 1e-6))
                .body("strongConvexity.toDouble()", closeTo(1, 1e-6))
                .body("largestStableRate.toDouble()", closeTo(2.0 / 3, 1e-6))
                .body("predictedRate.gradientDescent.toDouble()", closeTo(0.5, 1e-6))
                .body("diagnostics.quadratic", is(true));
    }

    @Test
    void theRegionDecides() {
        examine("x^3", "{\"x\": [0, 2]}")
                .body("convex", is(true))
                .body("lipschitz.toDouble()", closeTo(12, 1e-4))
                .body("strongConvexity", nullValue());
        examine("1/x", "{\"x\": [1, 4]}")
                .body("convex", is(true))
                .body("lipschitz.toDouble()", closeTo(2, 0.05))
                .body("strongConvexity.toDouble()", closeTo(1.0 / 32, 1e-3))
                .body("predictedRate", notNullValue());
        examine("1/x", "{\"x\": [-4, -1]}").body("convex", is(false));
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        examine("3", "{}").statusCode(422).body("errors[0].pointer", is("/expression"));
        examine("x^2", "{\"z\": [0, 1]}").statusCode(422).body("errors[0].pointer", is("/region/z"));
        examine("x^", "{}").statusCode(422).body("type", is("/problems/expression-syntax"));
    }
}
