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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;

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
                "x^4",
                "exp(x)",
                "-ln(x)",
                "|x|",
                "max(x, y)",
                "x^2 + 2x*y + y^2",
                "sqrt(x^2 + 1)",
                "x^2 + y^2 - sin(x)/2",
                "ln(1 + exp(x))",
                "logsumexp(x, y)",
                "hypot(x, y)",
                "(x + y)^2",
                "3x - 2",
                "-sqrt(x)",
                "exp(x^2)",
                "2^-x",
                "sqrt(x^2 + y^2)",
                "sqrt((x - y)^2 + 3*(2x + 1)^2 + 1)",
                "(x^2 + exp(2y)^2)^(1/2)",
                "x + 2*sqrt(x*x + y^2)",
                "sqrt(x^2 + y^4)"
            })
    void convexFunctionsAreProvenToBe(String expression) {
        examine(expression, "{}").statusCode(200).body("convex", is(true)).body("counterexample", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3",
                "-|x|",
                "sin(x)",
                "x*y",
                "ln(x)",
                "sqrt(x)",
                "-x^2 + y^2",
                "min(x, y)",
                "x^4 - x^2",
                "-sqrt(x^2 + y^2 + 1)"
            })
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

    /** Whatever is said to be convex is so along chords of the region, whatever rules said so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(x^2 + y^2)",
                "sqrt(x^2 + (x*y)^2)",
                "sqrt(exp(x)^2 + exp(y)^2)",
                "sqrt(x^2 + ln(1 + exp(y))^2)",
                "sqrt(x^4 + y^2)",
                "sqrt((x^2 - 1)^2 + y^2)",
                "sqrt(2x^2 - y^2 + 40)",
                "(x^2 + y^2)^0.5 - x",
                "sqrt((-sqrt(x + 5))^2 + y^2)"
            })
    void whatIsSaidToBeConvexIsSoAlongChords(String expression) {
        String region = "{\"x\": [-3, 3], \"y\": [-3, 3]}";
        Boolean convex =
                examine(expression, region).statusCode(200).extract().jsonPath().getObject("convex", Boolean.class);
        ExpressionFunction f = ExpressionFunction.of(Expressions.parse(expression), List.of("x", "y"));
        SplittableRandom random = new SplittableRandom(7);
        boolean chordBelow = false;
        for (int i = 0; i < 2000; i++) {
            double[] a = {6 * random.nextDouble() - 3, 6 * random.nextDouble() - 3};
            double[] b = {6 * random.nextDouble() - 3, 6 * random.nextDouble() - 3};
            double middle = f.value(new double[] {0.5 * (a[0] + b[0]), 0.5 * (a[1] + b[1])});
            chordBelow |= middle > 0.5 * f.value(a) + 0.5 * f.value(b) + 1e-12;
        }
        assertThat(Boolean.TRUE.equals(convex) && chordBelow).as(expression).isFalse();
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
    void whereTheDomainHasAHoleTheMidpointHasNoValue() {
        examine("-ln(x^2 - 1)", "{}")
                .statusCode(200)
                .body("convex", is(false))
                .body("evidence.kind", is("counterexample"))
                .body("counterexample.valueMidpoint", nullValue());
    }

    @Test
    void aQuadraticThatBendsDownwardsByLittleIsNotConvex() {
        examine("x^2 - 0.00000000000001*y^2", "{}").statusCode(200).body("convex", is(false));
    }

    @Test
    void whatIsNotShownIsSaidToBeUndecided() {
        examine("x^2 + 2*sqrt(2)*x*y + (2 - 1e-40)*y^2", "{}")
                .statusCode(200)
                .body("convex", nullValue())
                .body("evidence.kind", is("none"))
                .body("warnings[0].code", is("undecided"));
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        examine("3", "{}").statusCode(422).body("errors[0].pointer", is("/expression"));
        examine("x^2", "{\"z\": [0, 1]}").statusCode(422).body("errors[0].pointer", is("/region/z"));
        examine("x*y", "{\"y\": [\"Infinity\", \"Infinity\"]}")
                .statusCode(400)
                .body("errors[0].pointer", is("/region/y"));
        examine("x^", "{}").statusCode(422).body("type", is("/problems/expression-syntax"));
    }
}
