package org.mlmath.calculus.integral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IntegralResourceTest {

    private static ValidatableResponse integrate(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/integral")
                .then();
    }

    private static ValidatableResponse integrate(String expression, String lower, String upper) {
        return integrate("{\"expression\": \"%s\", \"lower\": %s, \"upper\": %s}".formatted(expression, lower, upper));
    }

    private static double number(ValidatableResponse response, String path) {
        return response.extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE))
                .getDouble(path);
    }

    @Test
    void theAntiderivativeIsReadableAndVerified() {
        integrate("{\"expression\": \"x^2*e^(3x)\"}")
                .statusCode(200)
                .body("antiderivative", is("(9*x^2 - 6*x + 2)*e^(3*x)/27"))
                .body("variable", is("x"))
                .body("value", nullValue())
                .body("converges", nullValue())
                .body("diagnostics.antiderivativeBy", is("rules"))
                .body("diagnostics.verified.points", greaterThan(8))
                .body("diagnostics.verified.largestDifference.toDouble()", lessThan(1e-9))
                .body("warnings", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "x^2, 0, 1, 1/3",
        "1/(1+x^2), '\"-Infinity\"', '\"Infinity\"', pi",
        "sin(x), 0, '\"pi\"', 2",
        "1/x, 1, '\"e\"', 1",
        "1/(2+cos(x)), 0, '\"2*pi\"', 2*pi/sqrt(3)",
        "x^2, 1, 0, -1/3",
        "1/(x*ln(x)^2), 2, '\"Infinity\"', 1/ln(2)",
        "ln(x), 0, 1, -1",
        "sqrt(1-x^2), 0, 1, pi/4",
        "e^(-x)*sin(x), 0, '\"Infinity\"', 1/2"
    })
    void definiteIntegralsComeInClosedFormWhereThereIsOne(String text, String lower, String upper, String exact) {
        integrate(text, lower, upper)
                .statusCode(200)
                .body("converges", is(true))
                .body("exact", is(exact))
                .body("diagnostics.errorEstimate.toDouble()", lessThan(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1/x^1.01, 1, '\"Infinity\"', 100",
        "1/(x*ln(x)*ln(ln(x))^2), '\"e^e\"', '\"Infinity\"', 1",
        "1/(x*ln(x)^1.1), '\"e\"', '\"Infinity\"', 10",
        "'-1/x^1.01', '\"Infinity\"', 1, 100"
    })
    void tailsTooLongToBeSummedAreSettledByTheAntiderivative(String text, String lower, String upper, double value) {
        ValidatableResponse answer = integrate(text, lower, upper)
                .statusCode(200)
                .body("converges", is(true))
                .body("warnings", empty());
        assertThat(number(answer, "value")).isCloseTo(value, within(1e-12 * value));
    }

    @Test
    void withoutAnElementaryAntiderivativeThereIsAValue() {
        ValidatableResponse sine = integrate("sin(x)/x", "0", "\"Infinity\"")
                .body("antiderivative", nullValue())
                .body("warnings.code", hasItem("not-elementary"));
        assertThat(number(sine, "value")).isCloseTo(Math.PI / 2, within(1e-12));
        integrate("{\"expression\": \"e^(x^2)\"}")
                .statusCode(200)
                .body("antiderivative", nullValue())
                .body("warnings.code", hasItem("not-elementary"));
    }

    @ParameterizedTest
    @CsvSource({
        "1/x, 0, 1",
        "1/x, -1, 1",
        "1/x^2, -1, 1",
        "x, 0, '\"Infinity\"'",
        "1/(x*ln(x)*ln(ln(x))), 3, '\"Infinity\"'",
        "cos(x), 0, '\"Infinity\"'",
        "tan(x), 0, 2"
    })
    void divergenceIsAnAnswer(String text, String lower, String upper) {
        integrate(text, lower, upper)
                .statusCode(200)
                .body("converges", is(false))
                .body("value", nullValue())
                .body("exact", nullValue())
                .body("warnings.code", hasItem("divergent"));
    }

    @Test
    void theStepsNameTheRulesAndEndWithTheValue() {
        ValidatableResponse steps = integrate(
                        "{\"expression\": \"x*cos(x^2)\", \"lower\": 0, \"upper\": 1, \"explain\": true}")
                .body("steps.kind", hasItems("substitution", "function", "back-substitution", "bounds", "value"));
        assertThat(number(steps, "steps[-1].value")).isCloseTo(Math.sin(1) / 2, within(1e-15));
        integrate("{\"expression\": \"x^3*sin(x)\", \"explain\": true}")
                .body("steps.kind", hasItem("tabular-parts"))
                .body("steps[-1].value", is("(3*x^2 - 6)*sin(x) + (6*x - x^3)*cos(x)"));
    }

    @Test
    void computerAlgebraComesSecondAndIsChecked() {
        integrate("{\"expression\": \"sqrt(x + sqrt(x))\"}")
                .statusCode(200)
                .body("diagnostics.antiderivativeBy", is("computer-algebra"))
                .body("diagnostics.verified.points", greaterThan(3));
    }

    @Test
    void whatParametersMustSatisfyIsSaid() {
        integrate("{\"expression\": \"e^(a*x)\", \"variable\": \"x\"}")
                .body("antiderivative", is("e^(a*x)/a"))
                .body("warnings.code", hasItem("conditions"))
                .body("warnings[0].detail", containsString("a != 0"));
        integrate("{\"expression\": \"a*x\", \"variable\": \"x\", \"lower\": 0, \"upper\": 1}")
                .statusCode(200)
                .body("value", nullValue())
                .body("warnings.code", hasItem("parameters"));
    }

    @Test
    void aRangeWithoutValuesIsADomainError() {
        integrate("ln(x)", "-1", "1")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("detail", containsString("ln(x) is undefined"));
    }

    @Test
    void whatCannotBeReadIsRefusedWhereItStands() {
        integrate("{\"expression\": \"x\", \"lower\": 0}").statusCode(422).body("errors[0].pointer", is("/upper"));
        integrate("{\"expression\": \"x\", \"lower\": 0, \"upper\": \"y\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/upper"));
        integrate("{\"expression\": \"x\", \"lower\": [1], \"upper\": 2}")
                .statusCode(400)
                .body("errors[0].pointer", is("/lower"));
        integrate("{\"expression\": \"x*y\"}").statusCode(422).body("errors[0].pointer", is("/variable"));
        integrate("{\"expression\": \"sinn(x)\"}").statusCode(422).body("type", containsString("unknown-name"));
    }

    @Test
    void hostileIntegrandsEnd() {
        integrate("x^x^x^x", "0", "2").statusCode(200);
        integrate("sin(1000000*x)/(x+sin(x))", "1", "1000").statusCode(is(200));
        integrate("sum(i, 1, 20, sin(i*x)/i)", "0", "1").statusCode(200).body("converges", is(true));
        integrate("floor(1/x)", "0", "1").statusCode(200);
        integrate("1e300*x", "0", "1e300").statusCode(is(200));
    }
}
