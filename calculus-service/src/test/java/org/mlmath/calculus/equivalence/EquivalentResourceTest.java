package org.mlmath.calculus.equivalence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EquivalentResourceTest {
    private static ValidatableResponse compare(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/expressions/equivalent")
                .then();
    }

    private static ValidatableResponse compare(String a, String b) {
        return compare("{\"a\": \"%s\", \"b\": \"%s\"}".formatted(a, b));
    }

    @Test
    void identitiesAreRecognized() {
        compare("x + x", "2x").statusCode(200).body("verdict", is("equivalent")).body("proof", is("canonical-form"));
        compare("sin(x)^2 + cos(x)^2", "1").body("verdict", is("equivalent")).body("counterexample", nullValue());
        compare("atan(1/2)", "pi/2 - atan(2)")
                .body("verdict", is("equivalent"))
                .body("variables", is(java.util.List.of()));
    }

    @Test
    void aDifferenceComesWithAPointThatShowsIt() {
        compare("sqrt(x^2)", "x")
                .statusCode(200)
                .body("verdict", is("different"))
                .body("proof", is("counterexample"))
                .body("counterexample.x.toDouble()", is(-1.0))
                .body("values.a.toDouble()", is(1.0))
                .body("values.b.toDouble()", is(-1.0))
                .body("equalOn", is("x >= 0"))
                .body("warnings.code", hasItem("equal-on-part"));
        compare("x*y + 1", "x*y + y")
                .body("counterexample", aMapWithSize(2))
                .body("values.a", notNullValue())
                .body("values.b", notNullValue());
        compare("1", "2").body("verdict", is("different")).body("counterexample", aMapWithSize(0));
    }

    @Test
    void aSideWithoutAValueIsNamed() {
        compare("ln(x^2)", "2ln(x)")
                .body("verdict", is("different"))
                .body("values.b", nullValue())
                .body("values.detail", containsString("b is undefined"))
                .body("equalOn", is("x > 0"));
    }

    @Test
    void differencesBeyondDoublesAreShownInDigits() {
        compare("x", "x + 1e-40")
                .body("verdict", is("different"))
                .body("values.detail", containsString("0000000000000000000000000000000000000001"));
        compare("1", "1 + 1e-30").body("verdict", is("different"));
    }

    @Test
    void domainAndAssumptionsAreHonoured() {
        compare("{\"a\": \"sqrt(x^2)\", \"b\": \"x\", \"domain\": {\"x\": [0, \"Infinity\"]}}")
                .body("verdict", is("equivalent"))
                .body("domain", is("x >= 0"));
        compare("{\"a\": \"asin(sin(x))\", \"b\": \"x\", \"domain\": {\"x\": [\"-pi/2\", \"pi/2\"]}}")
                .body("verdict", is("equivalent"));
        compare("{\"a\": \"cos(pi*n)\", \"b\": \"(-1)^n\", \"assumptions\": {\"n\": \"integer\"}}")
                .body("verdict", is("equivalent"))
                .body("domain", containsString("integer"));
        compare("{\"a\": \"(a^x)^y\", \"b\": \"a^(x*y)\", \"assumptions\": {\"a\": \"positive\"}}")
                .body("verdict", is("equivalent"));
    }

    @Test
    void holesCountOnRequest() {
        compare("x/x", "1")
                .body("verdict", is("equivalent"))
                .body("warnings.code", anyOf(hasItem("holes-ignored"), hasItem("domain-differs")));
        compare("{\"a\": \"x/x\", \"b\": \"1\", \"strictDomain\": true}")
                .body("verdict", is("different"))
                .body("counterexample.x.toDouble()", is(0.0));
    }

    @Test
    void equationsAreComparedUpToAFactorOrByTheirSolutions() {
        compare("2x + y = 4", "y = 4 - 2x")
                .body("verdict", is("equivalent"))
                .body("warnings.code", hasItem("equations"));
        compare("y = 1/x", "x*y = 1").body("verdict", is("equivalent"));
        compare("x^2 = 4", "x = 2").body("verdict", is("different")).body("counterexample.x.toDouble()", is(-2.0));
        compare("x^2 = 2", "x^4 = 4").body("verdict", is("equivalent"));
        compare("x^2 = 2", "x = sqrt(2)").body("verdict", is("different"));
        compare("x < 3", "2x < 6").body("verdict", is("equivalent"));
        compare("x < 3", "x <= 3").body("verdict", is("different")).body("counterexample.x.toDouble()", is(3.0));
        compare("y = 2x", "2x").statusCode(422).body("errors[0].pointer", is("/b"));
    }

    @Test
    void aConstantMayBeLeftOpen() {
        compare("{\"a\": \"sin(x)^2/2 + C\", \"b\": \"-cos(2x)/4\", \"upToConstant\": true}")
                .body("verdict", is("equivalent"));
        compare("{\"a\": \"x^2\", \"b\": \"x^2/2\", \"upToConstant\": true}").body("verdict", is("different"));
    }

    @Test
    void theWorkingEndsWithTheVerdictsReason() {
        compare("{\"a\": \"x^2\", \"b\": \"x\", \"explain\": true}")
                .body("steps.kind", hasItem("counterexample"))
                .body("steps[-1].detail", containsString("a = "));
        compare("{\"a\": \"(x+1)^2\", \"b\": \"x^2+2x+1\", \"explain\": true}").body("steps.size()", greaterThan(0));
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        compare("{\"a\": \"x\"}").statusCode(400).body("errors[0].pointer", is("/b"));
        compare("x +", "x").statusCode(422).body("errors[0].pointer", is("/a"));
        compare("x", "sinn(x)").statusCode(422).body("errors[0].pointer", is("/b"));
        compare("{\"a\": \"x\", \"b\": \"x\", \"assumptions\": {\"x\": \"odd\"}}")
                .statusCode(400);
        compare("{\"a\": \"x\", \"b\": \"x\", \"domain\": {\"x\": [1, 0]}}")
                .statusCode(400)
                .body("errors[0].pointer", is("/domain/x"));
        compare("{\"a\": \"x\", \"b\": \"x\", \"domain\": {\"x\": 3}}").statusCode(400);
        compare("{\"a\": \"x\", \"b\": \"x\", \"domain\": {\"2\": [0, 1]}}").statusCode(not(is(200)));
    }

    @Test
    void aNameThatLooksLikeAProductIsPointedOut() {
        compare("a*b + 1", "ab + 1").body("verdict", is("different")).body("warnings.code", hasItem("one-name"));
        compare("a*b", "b*a").body("warnings.code", not(hasItem("one-name")));
    }

    @Test
    void hostilePairsAreAnsweredAllTheSame() {
        compare("9^9^9^9", "9999999!").statusCode(200);
        compare("sqrt(-1 - x^2)", "ln(-1 - x^2)")
                .statusCode(200)
                .body("verdict", is("undetermined"))
                .body("proof", nullValue());
        compare("x^x^x^x^x^x", "x^x^x^x^x^x^x").statusCode(200).body("verdict", is("different"));
        compare("sum(i, 1, 10^9, x)", "10^9*x").statusCode(200);
        compare("10^(10^10)", "10^(10^10) + 1").statusCode(200).body("verdict", not(is("equivalent")));
        compare("e^1000", "e^1000 + 1").body("verdict", is("different"));
        compare("sin(".repeat(200) + "x" + ")".repeat(200), "cos(x)").body("verdict", is("different"));
    }
}
