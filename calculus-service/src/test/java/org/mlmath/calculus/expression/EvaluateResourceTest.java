package org.mlmath.calculus.expression;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EvaluateResourceTest {

    private static ValidatableResponse evaluate(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/expressions/evaluate")
                .then();
    }

    @Test
    void aPointGivesOneValue() {
        evaluate("{\"expression\": \"2x + y^2\", \"at\": {\"x\": 1, \"y\": \"3\", \"unused\": 7}}")
                .statusCode(200)
                .body("values", contains(11))
                .body("variables", contains("x", "y"))
                .body("canonical", is("2*x + y^2"))
                .body("warnings", empty());
    }

    @Test
    void aVectorFollowsTheOrderOfTheVariables() {
        evaluate("{\"expression\": \"x - y\", \"at\": [5, 3]}").body("values", contains(2));
        evaluate("{\"expression\": \"x - y\", \"variables\": [\"y\", \"x\"], \"at\": [5, 3]}")
                .body("values", contains(-2));
    }

    @Test
    void theErrorIsBoundedRigorously() {
        evaluate("{\"expression\": \"(1 + x)^2 - 1 - 2x\", \"at\": {\"x\": 1e-9}}")
                .body("diagnostics.boundedPoints", is(1))
                .body("diagnostics.errorBound", lessThan(2e-15f))
                .body("diagnostics.errorBound", greaterThan(9e-17f));
        evaluate("{\"expression\": \"2x\", \"points\": [[1], [2], [3]]}").body("diagnostics.boundedPoints", is(3));
    }

    @Test
    void greekLettersAndTheirNamesAreTheSame() {
        evaluate("{\"expression\": \"2α + x₁\", \"at\": {\"alpha\": 1, \"x_1\": 1}}")
                .body("values", contains(3));
        evaluate("{\"expression\": \"2*alpha\", \"at\": {\"α\": 4}}").body("values", contains(8));
    }

    @Test
    void aConstantNeedsNoPoint() {
        evaluate("{\"expression\": \"2^10\"}").statusCode(200).body("values", contains(1024));
    }

    @Test
    void undefinedValuesAmongManyAreNullAndCounted() {
        evaluate("{\"expression\": \"1/x\", \"points\": [{\"x\": 2}, {\"x\": 0}, [4]]}")
                .statusCode(200)
                .body("values[0]", is(0.5f))
                .body("values[1]", nullValue())
                .body("values[2]", is(0.25f))
                .body("warnings.code", contains("undefined-values"))
                .body("warnings[0].detail", containsString("1 of 3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + ln(x);           -1;   ln(x) is undefined at x = -1.",
                "1/(x - 1);           1;    1/(x - 1) is undefined at x = 1: division by zero.",
                "2 * sqrt(x - 3);     1;    sqrt(x - 3) is undefined at x = 1, where x - 3 = -2.",
                "e^x - e^x;           1000; e^x is too large for a double at x = 1000.",
                "9^9^9^9 + x;         0;    9^9^9 is too large for a double.",
                "9999999! + x;        0;    9999999! is too large for a double.",
                "if(x > 0, 1, ln(x)); -1;   ln(x) is undefined at x = -1.",
                "sum(i, 0, 3, 1/i)+x; 1;    1/i is undefined at i = 0: division by zero.",
            })
    void anUndefinedValueIsADomainErrorNamingThePart(String expression, String x, String detail) {
        evaluate("{\"expression\": \"%s\", \"at\": {\"x\": %s}}".formatted(expression, x))
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("detail", is(detail))
                .body("errors[0].pointer", is("/at"));
    }

    @Test
    void mistakesInTheExpressionAreLocated() {
        evaluate("{\"expression\": \"2*(x+1\", \"at\": {\"x\": 1}}")
                .statusCode(422)
                .body("type", containsString("expression-syntax"))
                .body("errors[0].pointer", is("/expression"))
                .body("start", is(6))
                .body("end", is(6))
                .body("expected", is(")"));
        evaluate("{\"expression\": \"sinn(x)\", \"at\": {\"x\": 1}}")
                .statusCode(422)
                .body("type", containsString("unknown-name"))
                .body("suggestion", is("sin"));
        evaluate("{\"expression\": \"%s1\"}".formatted("(".repeat(4999)))
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
    }

    @Test
    void mistakesInThePointAreLocated() {
        evaluate("{\"expression\": \"x*y\", \"at\": {\"x\": 1}}")
                .statusCode(422)
                .body("type", containsString("invalid-parameter"))
                .body("errors[0].pointer", is("/at"))
                .body("detail", containsString("no value for y"));
        evaluate("{\"expression\": \"x*y\", \"points\": [[1, 2], [1]]}")
                .statusCode(422)
                .body("type", containsString("dimension-mismatch"))
                .body("errors[0].pointer", is("/points/1"));
        evaluate("{\"expression\": \"x\", \"at\": {\"x\": \"pi/\"}}")
                .statusCode(422)
                .body("errors[0].pointer", is("/at/x"));
        evaluate("{\"expression\": \"x*y\", \"at\": [1, \"1/0\"]}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at/1"));
        evaluate("{\"expression\": \"x\", \"at\": {\"x\": \"y\"}}")
                .statusCode(422)
                .body("type", containsString("unknown-name"))
                .body("errors[0].pointer", is("/at/x"));
        evaluate("{\"expression\": \"x\", \"at\": {\"x\": null}}")
                .statusCode(400)
                .body("errors[0].pointer", is("/at/x"));
        evaluate("{\"expression\": \"x\", \"at\": [1e999]}").statusCode(400).body("errors[0].pointer", is("/at/0"));
        evaluate("{\"expression\": \"x\", \"at\": true}").statusCode(400).body("errors[0].pointer", is("/at"));
        evaluate("{\"expression\": \"x\"}").statusCode(422).body("errors[0].pointer", is("/at"));
        evaluate("{\"at\": {\"x\": 1}}").statusCode(400).body("errors[0].pointer", is("/expression"));
        evaluate("{\"expression\": \"x\", \"at\": [1], \"points\": [[1]]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/points"));
        evaluate("{\"expression\": \"x\", \"variables\": [\"x\", \"x\"], \"at\": [1, 1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/variables/1"));
        evaluate("{\"expression\": \"x\", \"variables\": [\"sin\"], \"at\": [1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/variables/0"));
    }
}
