package org.mlmath.calculus.fit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurveFitResourceTest {
    private static final String PATH = "/v1/calculus/optimization/curve-fit";

    private static ValidatableResponse fit(String request) {
        return given().contentType(ContentType.JSON).body(request).post(PATH).then();
    }

    private static ValidatableResponse fit(String expression, String parameters, String more) {
        return fit("{\"expression\": \"%s\", \"parameters\": %s, %s}".formatted(expression, parameters, more));
    }

    @Test
    void aStraightLineIsFoundInOneStep() {
        fit("a + b*x", "{\"a\": 0, \"b\": 0}", "\"data\": {\"x\": [0, 1, 2, 3]}, \"target\": [1, 3, 5, 7.5]")
                .statusCode(200)
                .body("converged", is(true))
                .body("parameters.b.toDouble()", closeTo(2.15, 1e-6)) // read as a float
                .body("degreesOfFreedom", is(2))
                .body("warnings", empty());
    }

    @Test
    void aCsvBodyIsTheDataSet() {
        given().contentType("text/csv")
                .queryParam("expression", "a + b*x")
                .queryParam("parameters", "{\"a\": 0, \"b\": 0}")
                .queryParam("target", "y")
                .body("x,y\n0,1\n1,3\n2,5\n3,7.5\n")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("parameters.b.toDouble()", closeTo(2.15, 1e-6));
    }

    @Test
    void whatTheDataDoNotDetermineIsSaid() {
        fit("a*b*x", "{\"a\": 1, \"b\": 1}", "\"data\": {\"x\": [1, 2, 3], \"y\": [2, 4, 6.5]}, \"target\": \"y\"")
                .statusCode(200)
                .body("converged", is(false))
                .body("reason", is("not-identified"))
                .body("covariance", nullValue())
                .body("standardErrors.a", nullValue())
                .body("warnings.code", contains("not-identified", "undefined-values"));
        // A bump that starts beside the data never sees them.
        fit(
                        "a*exp(-(x - m)^2)",
                        "{\"a\": 1, \"m\": 50}",
                        "\"data\": {\"x\": [1, 2, 3], \"y\": [1, 2, 1]}, \"target\": \"y\"")
                .body("converged", is(false));
    }

    @Test
    void aParameterAtItsBoundHasNoStandardError() {
        fit(
                        "a + b*x",
                        "{\"a\": 0, \"b\": 1}",
                        "\"data\": {\"x\": [0, 1, 2, 3], \"y\": [1, 3, 5, 7.5]}, \"target\": \"y\", \"bounds\": {\"b\": [0, 2]}")
                .body("converged", is(true))
                .body("parameters.b", is(2))
                .body("parameters.a.toDouble()", closeTo(1.125, 1e-6))
                .body("standardErrors", aMapWithSize(2))
                .body("standardErrors.b", nullValue())
                .body("covariance[1][1]", nullValue())
                .body("warnings.code", contains("at-bound", "undefined-values"));
    }

    @Test
    void theCurveMayHaveAValueWhereItsDerivativeHasNoFormula() {
        // The derivative of x^p by p is x^p ln x.
        fit("c*x^p", "{\"c\": 1, \"p\": 2}", "\"data\": {\"x\": [0, 1, 2, 3], \"y\": [0, 2, 6, 10]}, \"target\": \"y\"")
                .body("converged", is(true))
                .body("warnings", empty());
    }

    @Test
    void asManyObservationsAsParametersLeaveNothingToJudgeErrorsBy() {
        fit("a + b*x", "{\"a\": 0, \"b\": 0}", "\"data\": {\"x\": [1, 2], \"y\": [3, 5]}, \"target\": \"y\"")
                .body("converged", is(true))
                .body("parameters.b.toDouble()", closeTo(2, 1e-6))
                .body("residualStandardDeviation", nullValue())
                .body("confidenceIntervals", nullValue())
                .body("warnings.code", contains("no-degrees-of-freedom", "undefined-values"));
    }

    @Test
    void dataOfAnySizeAreFitted() {
        for (String unit : new String[] {"e-200", "e+200"}) {
            fit(
                            "a + b*x",
                            "{\"a\": 1%s, \"b\": 1%1$s}".formatted(unit),
                            "\"data\": {\"x\": [0, 1, 2], \"y\": [1%s, 3%1$s, 6%1$s]}, \"target\": \"y\""
                                    .formatted(unit))
                    .statusCode(200)
                    .body("converged", is(true))
                    .body("rSquared.toDouble()", closeTo(0.98684, 1e-4));
        }
    }

    @Test
    void theLastStepIsTheResult() {
        fit(
                        "a*exp(-k*x)",
                        "{\"a\": 8, \"k\": 0.3}",
                        "\"data\": {\"x\": [0, 1, 2, 3], \"y\": [9.8, 6.2, 3.9, 2.2]}, \"target\": \"y\", \"explain\": true")
                .body("steps.kind", hasItem("derivative"))
                .body("steps[1].value", is("e^(-k*x)"))
                .body("steps[-1].value.a.toDouble()", closeTo(9.8, 0.1))
                .body("steps[-1].kind", is("result"));
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        String data = "\"data\": {\"x\": [1, 2, 3], \"y\": [1, 2, 4]}, \"target\": \"y\"";
        fit("a*x", "{\"a\": 1, \"b\": 1}", data).statusCode(422).body("errors[0].pointer", is("/parameters/b"));
        fit("a*x + c", "{\"a\": 1}", data)
                .statusCode(422)
                .body("type", is("/problems/unknown-name"))
                .body("errors[0].pointer", is("/expression"));
        fit("a*x", "{\"a\": 1}", data + ", \"bounds\": {\"q\": [0, 1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/bounds/q"));
        fit("a*x", "{\"a\": 2}", data + ", \"bounds\": {\"a\": [0, 1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/parameters/a"));
        fit("a*x", "{\"a\": 2}", data + ", \"weights\": [1, -1, 1]")
                .statusCode(422)
                .body("errors[0].pointer", is("/weights/1"));
        fit("a*x", "{\"a\": 2}", data + ", \"weights\": [1, 1]")
                .statusCode(422)
                .body("type", is("/problems/dimension-mismatch"));
        fit("a*x", "{\"a\": 2}", data + ", \"weights\": [0, 0, 0]")
                .statusCode(422)
                .body("type", is("/problems/insufficient-data"));
        fit("a*x", "{\"a\": 2}", data + ", \"level\": 1").statusCode(422).body("errors[0].pointer", is("/level"));
        fit("a*x", "{\"a\": 2}", data + ", \"predictAt\": {\"y\": [1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/predictAt"));
        fit("a*x", "{\"a\": \"Infinity\"}", data).statusCode(422).body("errors[0].pointer", is("/parameters/a"));
        fit("x*y", "{\"x\": 1}", data).statusCode(422).body("errors[0].pointer", is("/parameters/x"));
        fit("a*x", "{}", data).statusCode(400);
        fit("a*x", "{\"a\": 1}", "\"data\": {\"x\": [1, 2], \"y\": [1]}, \"target\": \"y\"")
                .statusCode(422)
                .body("type", is("/problems/dimension-mismatch"))
                .body("errors[0].pointer", is("/data/y"));
        fit("a*x", "{\"a\": 1}", "\"data\": {\"x\": [1, 2], \"y\": [1, -1]}, \"target\": \"ln(y)\"")
                .statusCode(422)
                .body("type", is("/problems/domain-error"))
                .body("observation", is(1));
        fit("a*ln(x - b)", "{\"a\": 1, \"b\": 2}", data)
                .statusCode(422)
                .body("detail", not(containsString("null")))
                .body("observation", is(0));
        fit("a*x", "{\"a\": 1}", "\"data\": {}, \"target\": []")
                .statusCode(422)
                .body("type", is("/problems/insufficient-data"));
    }
}
