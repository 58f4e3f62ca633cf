package org.mlmath.calculus.root;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RootsResourceTest {

    private static ValidatableResponse roots(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/roots")
                .then();
    }

    @Test
    void anEquationIsSolvedExactly() {
        roots("{\"expression\": \"x^2 = 2\"}")
                .statusCode(200)
                .body("roots", hasSize(2))
                .body("exact", contains("-sqrt(2)", "sqrt(2)"))
                .body("multiplicities", contains(1, 1))
                .body("complete", is(true))
                .body("complex", is(false))
                .body("warnings", empty());
    }

    @Test
    void whatOccursOnceIsSolvedByUndoingWhatIsDoneToIt() {
        roots("{\"expression\": \"e^x = 2\"}").body("exact", contains("ln(2)")).body("complete", is(true));
        roots("{\"expression\": \"ln(x) = 2\"}").body("exact", contains("e^2"));
        roots("{\"expression\": \"sqrt(x - 1) = 3\"}").body("exact", contains("10"));
    }

    @Test
    void noRootIsAnEmptyList() {
        roots("{\"expression\": \"x^2 + 1\"}").body("roots", empty()).body("complete", is(true));
        roots("{\"expression\": \"1/x\"}").body("roots", empty()).body("complete", is(true));
        roots("{\"expression\": \"e^x\"}").body("roots", empty()).body("complete", is(true));
        roots("{\"expression\": \"(x^2 - 1)/(x - 1)\"}").body("exact", contains("-1"));
    }

    @Test
    void complexRootsAreObjectsThroughout() {
        roots("{\"expression\": \"x^3 - 1\", \"complex\": true}")
                .body("complex", is(true))
                .body("roots", hasSize(3))
                .body("roots[2].re", is(1))
                .body("roots[2].im", is(0))
                .body("multiplicities", contains(1, 1, 1));
        roots("{\"expression\": \"(x^2 + 1)^2*x/x\", \"complex\": true}")
                .body("roots.im", contains(-1, 1))
                .body("multiplicities", contains(2, 2));
        roots("{\"expression\": \"sin(x)\", \"complex\": true}")
                .statusCode(422)
                .body("errors[0].pointer", is("/complex"));
        roots("{\"expression\": \"x\", \"complex\": true, \"interval\": [0, 1]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/interval"));
    }

    @Test
    void wilkinsonsPolynomialIsNoTrouble() {
        roots("{\"expression\": \"prod(k, 1, 20, x - k)\"}")
                .body("roots", is(IntStream.rangeClosed(1, 20).boxed().toList()))
                .body("complete", is(true));
    }

    @Test
    void withoutAnIntervalWhatLiesBeyondIsExcludedOrSaidToBeOpen() {
        roots("{\"expression\": \"e^x = x + 2\"}")
                .body("roots", hasSize(2))
                .body("complete", is(true))
                .body("warnings", empty());
        roots("{\"expression\": \"sin(x)\"}")
                .body("roots", hasSize(63))
                .body("complete", is(false))
                .body("warnings.code", contains("default-range"));
        roots("{\"expression\": \"sin(x)\", \"interval\": [0, \"2*pi\"]}")
                .body("exact", contains("0", "pi"))
                .body("complete", is(true));
    }

    @Test
    void whatCannotBeProvenIsSaid() {
        roots("{\"expression\": \"cos(x - sqrt(2)) = 1\", \"interval\": [0, 3]}")
                .body("roots", contains(1.4142135f))
                .body("complete", is(false))
                .body("warnings.code", hasItems("not-proven", "undecided"));
        roots("{\"expression\": \"sin(1/x)\", \"interval\": [0, 1]}")
                .statusCode(200)
                .body("complete", is(false))
                .body("warnings.code", hasItem("search-limit"));
    }

    @Test
    void theWorkingEndsWithTheRoots() {
        roots("{\"expression\": \"(x - 1)*(2x^2 - 3x - 7) = 0\", \"explain\": true}")
                .body(
                        "steps.kind",
                        hasItems("factor", "linear", "complete-the-square", "quadratic-formula", "conclude"))
                .body("steps[-1].value", hasSize(3));
        roots("{\"expression\": \"cos(x) = x\", \"explain\": true}")
                .body("steps.kind", contains("rewrite", "newton", "conclude"))
                .body("steps[-1].value", contains(0.73908514f));
        roots("{\"expression\": \"(x^2 - 1)/(x - 1)\", \"explain\": true}")
                .body("steps.kind", hasItems("common-denominator", "exclude"));
        roots("{\"expression\": \"x^5 - x - 1\", \"complex\": true, \"explain\": true}")
                .body("steps.kind", contains("complex-iteration", "conclude"));
        roots("{\"expression\": \"x\"}").body("steps", nullValue());
    }

    @Test
    void whatHasNoRootsToFindIsRefused() {
        roots("{\"expression\": \"x*y\"}").statusCode(422).body("errors[0].pointer", is("/expression"));
        roots("{\"expression\": \"x < 2\"}").statusCode(422).body("errors[0].pointer", is("/expression"));
        roots("{\"expression\": \"0*x\"}").statusCode(422).body("type", containsString("domain-error"));
        roots("{\"expression\": \"x\", \"interval\": [1, 0]}")
                .statusCode(400)
                .body("errors[0].pointer", is("/interval"));
        roots("{\"expression\": \"x\", \"interval\": 5}").statusCode(400);
        roots("{}").statusCode(400).body("errors[0].pointer", is("/expression"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^x^x^x",
                "gamma(x) - sin(1/gamma(x))",
                "floor(x) - x/2",
                "sum(k, 1, 10^6, x^k)",
                "tan(tan(tan(x)))",
                "x!",
                "(x - 1)^200 - 2",
                "1e300*x^3 - 1e-300",
                "sin(10^8*x)",
                "mod(x, 3)",
                "gcd(x, 6) - 3",
                "if(x > 0, 0, 1)",
                "relu(x)",
                "inf",
                "x - 1e400"
            })
    void oddExpressionsAreAnswered(String expression) {
        roots("{\"expression\": \"%s\", \"interval\": [-5, 5]}".formatted(expression))
                .statusCode(not(is(500)));
    }

    @Test
    void longPolynomialsAreSolved() {
        String terms = IntStream.rangeClosed(1, 60).mapToObj(k -> k + "*x^" + k).collect(Collectors.joining("+"));
        roots("{\"expression\": \"%s - 1\", \"complex\": true}".formatted(terms))
                .statusCode(200)
                .body("roots", hasSize(60));
    }
}
