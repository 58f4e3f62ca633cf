package org.mlmath.calculus.expression;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ParseResourceTest {

    private static ValidatableResponse parse(Map<String, ?> request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/expressions/parse")
                .then();
    }

    @Test
    void aTextIsGivenInEveryNotation() {
        parse(Map.of("expression", "sin^2(2α) / ln y"))
                .statusCode(200)
                .body("canonical", is("sin(2*alpha)^2/ln(y)"))
                .body("latex", is("\\frac{\\sin^{2}\\left(2 \\alpha\\right)}{\\ln\\left(y\\right)}"))
                .body("variables", contains("alpha", "y"))
                .body("functions", contains("ln", "sin"))
                .body("tree.kind", is("quotient"))
                .body("tree.operands[1].name", is("ln"))
                .body("tree.operands[1].start", is(12))
                .body("tree.operands[1].end", is(16))
                .body("ambiguities", empty())
                .body("domain.conditions", contains("y > 0", "ln(y) != 0"))
                .body("diagnostics.readsBack", is(true));
    }

    @Test
    void otherReadingsAreListedWithTheirPlace() {
        parse(Map.of("expression", "3 + 1/2x"))
                .body("ambiguities[0].text", is("1/2x"))
                .body("ambiguities[0].start", is(4))
                .body("ambiguities[0].end", is(8))
                .body("ambiguities[0].reading", is("1/2*x"))
                .body("ambiguities[0].alternatives", contains("1/(2*x)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2x - |y|^-2! + e^(-x)",
                "piecewise(x < 0, 1, x >= 2, ln(x))",
                "sum(i, 1, n, i^2) * prod(k, 0, 3, k + 0.25) + inf",
                "max(1, x, y) mod 3 != 2 and not x = 1",
                "[x, 2, y^2]",
                "[[1, x], [2/3, -y]]",
            })
    void aTreeSentBackGivesTheSameTree(String text) {
        Map<String, ?> tree =
                parse(Map.of("expression", text, "shape", "any")).extract().path("tree");
        String canonical =
                parse(Map.of("expression", text, "shape", "any")).extract().path("canonical");
        parse(Map.of("tree", tree, "shape", "any"))
                .statusCode(200)
                .body("canonical", is(canonical))
                .body("ambiguities", empty());
    }

    @Test
    void theDomainIsSolvedInOneVariable() {
        parse(Map.of("expression", "sqrt(2 - x^2)/x"))
                .body("domain.text", is("-sqrt(2) <= x < 0 or 0 < x <= sqrt(2)"))
                .body("domain.intervals[0].lowerFormula", is("-sqrt(2)"))
                .body("domain.intervals[0].upper", is(0))
                .body("domain.intervals[0].upperIncluded", is(false));
        parse(Map.of("expression", "tan(x)"))
                .body("domain.intervals[0].lower", is("-Infinity"))
                .body("domain.exclusions", contains("pi/2 + pi*k (k an integer)"));
        parse(Map.of("expression", "ln(x + y)")).body("domain.intervals", nullValue());
    }

    @Test
    void mistakesHaveTheirRangeAndWhatWasExpected() {
        parse(Map.of("expression", "2x + sinn(x)"))
                .statusCode(422)
                .body("type", containsString("unknown-name"))
                .body("start", is(5))
                .body("end", is(9))
                .body("suggestion", is("sin"))
                .body("errors[0].pointer", is("/expression"));
        parse(Map.of("expression", "2 */ x"))
                .statusCode(422)
                .body("type", containsString("expression-syntax"))
                .body("start", is(3))
                .body("expected", containsString("a number"));
        parse(Map.of("expression", "[1, 2]"))
                .statusCode(422)
                .body("type", containsString("expression-syntax"))
                .body("detail", containsString("vector or matrix"));
        parse(Map.of("expression", "x*z", "variables", new String[] {"x"}))
                .statusCode(422)
                .body("type", containsString("unknown-name"));
        parse(Map.of("expression", "[1, 2]", "shape", "matrix")).body("canonical", is("[[1], [2]]"));
        parse(Map.of("expression", "[[1, 2]]", "shape", "vector"))
                .statusCode(422)
                .body("type", containsString("invalid-parameter"));
    }

    @Test
    void mistakesInATreeHaveTheirPointer() {
        Map<String, ?> x = Map.of("kind", "variable", "name", "x");
        parse(Map.of("tree", Map.of("kind", "power", "operands", new Object[] {x})))
                .statusCode(422)
                .body("errors[0].pointer", is("/tree/operands"));
        parse(Map.of("tree", Map.of("kind", "call", "name", "sinn", "operands", new Object[] {x})))
                .statusCode(422)
                .body("errors[0].pointer", is("/tree/name"))
                .body("detail", containsString("sin"));
        parse(Map.of("tree", Map.of("kind", "negate", "operands", new Object[] {
                    Map.of("kind", "number", "value", "1e999999")
                })))
                .statusCode(422)
                .body("errors[0].pointer", is("/tree/operands/0/value"));
        parse(Map.of("tree", Map.of("kind", "variable", "name", "x + 1")))
                .statusCode(422)
                .body("errors[0].pointer", is("/tree/name"));
        parse(Map.of("tree", x, "expression", "x")).statusCode(422).body("errors[0].pointer", is("/tree"));
        parse(Map.of()).statusCode(422).body("errors[0].pointer", is("/expression"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__import__('os').system('ls')",
                "'; DROP TABLE x; --",
                "${jndi:ldap://x}",
                "<script>alert(1)</script>",
                "x\u200bx",
                "\u202e2+x",
                "System.exit(0)",
                "\0",
            })
    void hostileTextIsAClearProblem(String text) {
        parse(Map.of("expression", text))
                .statusCode(is(422))
                .body("start", lessThan(text.length() + 1))
                .body("detail.length()", lessThan(400));
    }

    @Test
    void whatIsHugeIsReadOrRefusedAtOnce() {
        parse(Map.of("expression", "(".repeat(10_000))).statusCode(422).body("type", containsString("limit-exceeded"));
        parse(Map.of("expression", "9999999! + 10^(10^10)")).statusCode(200).body("functions", hasItem("factorial"));
        parse(Map.of("expression", "x" + "^x".repeat(200))).statusCode(200);
        parse(Map.of("expression", "x" + "^x".repeat(3000))).statusCode(422);
        parse(Map.of("expression", "1/x+".repeat(1200) + "1")).statusCode(200);
        parse(Map.of("expression", "if(x>0,1/x,".repeat(120) + "1" + ")".repeat(120)))
                .statusCode(200);
    }
}
