package org.mlmath.calculus.critical;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CriticalPointsResourceTest {

    private static ValidatableResponse critical(String expression, String region) {
        return given().contentType(ContentType.JSON)
                .body("{\"expression\": \"%s\", \"region\": %s}".formatted(expression, region))
                .post("/v1/calculus/critical-points")
                .then();
    }

    @Test
    void pointsOfTwoVariablesAreFoundAllAndClassified() {
        critical("x^3 - 3x + y^2", "{\"x\": [-2, 2], \"y\": [-1, 1]}")
                .statusCode(200)
                .body("points", hasSize(2))
                .body("points.kind", contains("saddle", "minimum"))
                .body("points.at.x", contains(-1, 1))
                .body("points[1].value", is(-2))
                .body("points[1].hessianEigenvalues", contains(2, 6))
                .body("points.exact.y", contains("0", "0"))
                .body("complete", is(true))
                .body("warnings", empty());
    }

    @Test
    void rosenbrockHasOneMinimum() {
        critical("(1 - x)^2 + 100*(y - x^2)^2", "{\"x\": [-2, 2], \"y\": [-1, 3]}")
                .body("points", hasSize(1))
                .body("points[0].at.x", is(1))
                .body("points[0].value", is(0))
                .body("points[0].kind", is("minimum"))
                .body("complete", is(true));
    }

    @Test
    void himmelblausFunctionHasNinePoints() {
        critical("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "{\"x\": [-5, 5], \"y\": [-5, 5]}")
                .body("points", hasSize(9))
                .body("points.findAll { it.kind == 'minimum' }", hasSize(4))
                .body("points.findAll { it.kind == 'maximum' }", hasSize(1))
                .body("points.findAll { it.kind == 'saddle' }", hasSize(4))
                .body("complete", is(true));
    }

    @Test
    void transcendentalFunctionsAreSearchedToo() {
        critical("sin(x)*cos(y)", "{\"x\": [0.1, 6], \"y\": [-1, 4]}")
                .body("points", hasSize(5))
                .body("points.proven", not(hasItem(false)))
                .body("complete", is(true));
        critical("x*e^(-x^2 - y^2)", "{\"x\": [-2, 2.5], \"y\": [-2, 2.5]}")
                .body("points.kind", contains("minimum", "maximum"))
                .body("points[1].at.x.toDouble()", closeTo(Math.sqrt(0.5), 1e-7))
                .body("complete", is(true));
        critical("x^2 + y^2 + z^2 + x*y*z", "{\"x\": [-3, 3], \"y\": [-3, 3], \"z\": [-3, 3]}")
                .body("points", hasSize(5))
                .body("complete", is(true));
    }

    @Test
    void inOneVariableHigherDerivativesDecide() {
        critical("x^4", "{\"x\": [-1, 1]}")
                .body("points.kind", contains("minimum"))
                .body("points[0].decidedBy", is("higher-derivatives"))
                .body("complete", is(true));
        critical("x^3", "{\"x\": [-1, 1]}").body("points.kind", contains("saddle"));
        critical("-x^6 + 2", "{\"x\": [-1, 1]}")
                .body("points.kind", contains("maximum"))
                .body("points[0].value", is(2));
        critical("x + sin(x)", "{\"x\": [0, 5]}")
                .body("points.kind", contains("saddle"))
                .body("points[0].exact.x", is("pi"))
                .body("complete", is(true));
        critical("x^x", "{\"x\": [0.01, 1]}").body("points[0].at.x.toDouble()", closeTo(1 / Math.E, 1e-7));
    }

    @Test
    void degeneratePointsAreUndecidedWithEvidence() {
        critical("x^3 - 3x*y^2", "{\"x\": [-1, 1], \"y\": [-1, 1]}")
                .body("points", hasSize(1))
                .body("points[0].at.x", is(0))
                .body("points[0].kind", is("undecided"))
                .body("points[0].neighbourhood.lower", greaterThan(0))
                .body("points[0].neighbourhood.higher", greaterThan(0))
                .body("complete", is(false));
        critical("x^4 + y^4", "{\"x\": [-1, 1.5], \"y\": [-1, 1.5]}")
                .body("points[0].kind", is("undecided"))
                .body("points[0].neighbourhood.lower", is(0));
    }

    @Test
    void aWholeCurveOfPointsIsSaidToBeOne() {
        critical("(x^2 + y^2 - 1)^2", "{\"x\": [-2, 2], \"y\": [-2, 2.5]}")
                .statusCode(200)
                .body("complete", is(false))
                .body("points.kind", hasItem("maximum"))
                .body("warnings.code", hasItem("not-isolated"));
    }

    @Test
    void kinksAreListedApart() {
        critical("|x - 1| + x^2/10", "{\"x\": [-2, 2]}")
                .body("points", empty())
                .body("nonSmooth[0].at.x", is(1))
                .body("nonSmooth[0].kind", is("minimum"))
                .body("warnings.code", hasItem("not-smooth"));
        critical("|x| + |y|", "{\"x\": [-1, 1.5], \"y\": [-1, 1.5]}")
                .body("points", empty())
                .body("nonSmooth[0].at.x", is(0))
                .body("nonSmooth[0].kind", is("minimum"))
                .body("complete", is(false));
    }

    @Test
    void theBorderBelongsToTheRegionButIsNoCriticalPoint() {
        critical("x^2", "{\"x\": [0, 1]}").body("points", hasSize(1));
        critical("x^2 + y^2", "{\"x\": [0, 1], \"y\": [0, 1]}")
                .body("points", hasSize(1))
                .body("complete", is(true));
        critical("x + y", "{\"x\": [0, 1], \"y\": [0, 1]}")
                .body("points", empty())
                .body("complete", is(true));
    }

    @Test
    void theWorkingEndsWithThePoints() {
        given().contentType(ContentType.JSON)
                .body(
                        "{\"expression\": \"x^2 - x*y + y^2\", \"region\": {\"x\": [-1, 1], \"y\": [-1, 1]}, \"explain\": true}")
                .post("/v1/calculus/critical-points")
                .then()
                .body("steps.kind", contains("gradient", "hessian", "classify", "conclude"))
                .body("steps[-1].value[0].x", is(0));
        critical("x^2", "{\"x\": [0, 1]}").body("steps", nullValue());
    }

    @Test
    void whatCannotBeSearchedIsRefused() {
        critical("x^2 + y^2", "{\"x\": [-1, 1]}").statusCode(422).body("errors[0].pointer", is("/region"));
        critical("x^2", "{\"x\": [-1, \"Infinity\"]}").statusCode(422).body("errors[0].pointer", is("/region/x"));
        critical("x^2", "{}").statusCode(400).body("errors[0].pointer", is("/region"));
        critical("5", "{\"x\": [-1, 1]}").statusCode(422).body("errors[0].pointer", is("/expression"));
        critical("gcd(x, 2)", "{\"x\": [-1, 1]}").statusCode(422).body("type", containsString("domain-error"));
        critical("floor(x)", "{\"x\": [-1, 1]}").statusCode(422).body("type", containsString("domain-error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(x^2 + y^2)",
                "1/(x - y)",
                "ln(x*y)",
                "x^y",
                "max(x, y)",
                "gamma(x)*y",
                "sin(1/(x*y))",
                "if(x > y, x^2, y^2)",
                "x*y - x*y + 1e-300*x*y",
                "atan2(y, x)"
            })
    void oddExpressionsAreAnswered(String expression) {
        critical(expression, "{\"x\": [-1, 2], \"y\": [-1, 2]}").statusCode(not(is(500)));
    }
}
