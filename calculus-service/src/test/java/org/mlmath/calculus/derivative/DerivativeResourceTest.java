package org.mlmath.calculus.derivative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DerivativeResourceTest {

    private static ValidatableResponse derive(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/derivative")
                .then();
    }

    @Test
    void theDerivativeIsReadableAndVerified() {
        derive("{\"expression\": \"sin(x^2)\"}")
                .statusCode(200)
                .body("derivative", is("2*x*cos(x^2)"))
                .body("latex", is("2 x \\cos\\left(x^{2}\\right)"))
                .body("variable", is("x"))
                .body("diagnostics.verified.points", greaterThan(8))
                .body("diagnostics.verified.largestDifference.toDouble()", lessThan(1e-13))
                .body("warnings", empty());
    }

    @Test
    void theStepsNameEveryRuleAndEndWithTheResult() {
        derive("{\"expression\": \"x^2*sin(3x) + 5\", \"explain\": true}")
                .body("steps.kind", hasItems("power", "chain", "product", "constant", "constant-multiple", "sum"))
                .body("steps[-1].value", is("2*x*sin(3*x) + 3*x^2*cos(3*x)"));
        derive("{\"expression\": \"x^2\", \"at\": [3], \"explain\": true}")
                .body("steps[-1].kind", is("evaluate"))
                .body("steps[-1].value", is(6))
                .body("value", is(6))
                .body("functionValue", is(9));
    }

    @Test
    void longWorkingIsTruncated() {
        String terms = IntStream.range(1, 120).mapToObj(i -> "x^" + i).collect(Collectors.joining("+"));
        derive("{\"expression\": \"%s\", \"order\": 2, \"explain\": true}".formatted(terms))
                .statusCode(200)
                .body("steps", hasSize(200))
                .body("warnings.code", hasItems("steps-truncated"));
    }

    @Test
    void severalVariablesNeedANameForOne() {
        derive("{\"expression\": \"x*y\"}").statusCode(422).body("errors[0].pointer", is("/variable"));
        derive("{\"expression\": \"x*y\", \"variable\": \"y\"}").body("derivative", is("x"));
        derive("{\"expression\": \"x*y\", \"variable\": \"z\"}").body("derivative", is("0"));
        derive("{\"expression\": \"5\"}").body("derivative", is("0"));
    }

    @Test
    void kinksAreFlagged() {
        derive("{\"expression\": \"|x|\", \"at\": {\"x\": 0}}")
                .statusCode(200)
                .body("value", is(0))
                .body("warnings.code", contains("not-smooth"));
        derive("{\"expression\": \"relu(x - 1)\", \"at\": {\"x\": 1}}").body("warnings.code", contains("not-smooth"));
        derive("{\"expression\": \"relu(x - 1)\", \"at\": {\"x\": 2}}")
                .body("warnings", empty())
                .body("value", is(1));
    }

    @Test
    void aDerivativeThatDoesNotExistIsADomainError() {
        derive("{\"expression\": \"sqrt(x)\", \"at\": {\"x\": 0}}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("detail", containsString("1/(2*sqrt(x)) is undefined at x = 0"));
        // The formula 1/x has a value at -1; the function it belongs to has none.
        derive("{\"expression\": \"ln(x)\", \"at\": {\"x\": -1}}")
                .statusCode(422)
                .body("detail", containsString("ln(x) is undefined at x = -1"))
                .body("errors[0].pointer", is("/at"));
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        derive("{\"expression\": \"gcd(x, 2)\"}").statusCode(422).body("type", containsString("domain-error"));
        derive("{\"expression\": \"x\", \"order\": 0}").statusCode(400).body("errors[0].pointer", is("/order"));
        derive("{\"expression\": \"%sx%s\", \"order\": 9}".formatted("sin(".repeat(200), ")".repeat(200)))
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
    }

    @Test
    void highOrdersOfPolynomialsEnd() {
        derive("{\"expression\": \"x^5\", \"order\": 5}").body("derivative", is("120"));
        derive("{\"expression\": \"x^5\", \"order\": 6, \"at\": [2]}")
                .body("derivative", is("0"))
                .body("value", is(0));
    }
}
