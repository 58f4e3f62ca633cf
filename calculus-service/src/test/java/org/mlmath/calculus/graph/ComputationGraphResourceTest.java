package org.mlmath.calculus.graph;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComputationGraphResourceTest {

    private static ValidatableResponse graph(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/computation-graph")
                .then();
    }

    @Test
    void nodesAreInForwardOrderWithValuesAndAdjoints() {
        graph("{\"expression\": \"(x + y)*x\", \"at\": {\"x\": 2, \"y\": 3}}")
                .statusCode(200)
                .body("nodes.id", contains(0, 1, 2, 3))
                .body("nodes.operation", contains("variable", "variable", "add", "multiply"))
                .body("nodes.inputs.flatten()", contains(0, 1, 2, 0))
                .body("nodes.value", contains(2, 3, 5, 10))
                .body("nodes.adjoint", contains(7, 2, 2, 1))
                .body("nodes[3].localDerivatives", contains(2, 5))
                .body("gradient", contains(7, 2))
                .body("value", is(10))
                .body("output", is(3));
    }

    @Test
    void equalPartsAreOneNodeAndConstantsHaveNoAdjoint() {
        graph("{\"expression\": \"sin(x)^2 + 3*sin(x)\", \"at\": [0]}")
                .body(
                        "nodes.operation",
                        contains("variable", "sin", "constant", "power", "constant", "multiply", "add"))
                .body("nodes[2].adjoint", nullValue())
                .body("nodes[3].localDerivatives[1]", nullValue())
                .body("nodes[1].adjoint", is(3));
    }

    @Test
    void branchesThatAreNotTakenReceiveNothing() {
        graph("{\"expression\": \"if(x > 0, sqrt(x), x^2)\", \"at\": [-3]}")
                .statusCode(200)
                .body("nodes.find { it.operation == 'sqrt' }.value", nullValue())
                .body("nodes.find { it.operation == 'sqrt' }.adjoint", is(0))
                .body("gradient", contains(-6));
    }

    @Test
    void aSumOverARangeIsOneOperation() {
        graph("{\"expression\": \"sum(k, 1, 3, x^k)\", \"at\": [2]}")
                .body("nodes.operation", contains("variable", "sum"))
                .body("gradient", contains(17));
    }

    @Test
    void theWorkingGoesForwardThenBackwardAndEndsWithTheGradient() {
        graph("{\"expression\": \"x*y\", \"at\": [2, 3], \"explain\": true}")
                .body(
                        "steps.kind",
                        contains("forward", "forward", "forward", "seed", "chain-rule", "chain-rule", "gradient"))
                .body("steps[-1].value", contains(3, 2));
        StringBuilder many = new StringBuilder("x");
        for (int i = 2; i < 150; i++) {
            many.append("+x^").append(i);
        }
        graph("{\"expression\": \"%s\", \"at\": [1], \"explain\": true}".formatted(many))
                .body("steps", hasSize(200))
                .body("steps[-1].kind", is("gradient"))
                .body("warnings.code", hasItems("steps-truncated"));
    }

    @Test
    void kinksAndMissingDerivativesAreSaid() {
        graph("{\"expression\": \"|x|\", \"at\": [0]}").body("warnings.code", contains("not-smooth"));
        graph("{\"expression\": \"sqrt(x)\", \"at\": [0]}")
                .statusCode(200)
                .body("gradient[0]", nullValue())
                .body("warnings.code", contains("undefined-values"));
        graph("{\"expression\": \"5\", \"at\": []}").body("nodes", hasSize(1)).body("value", is(5));
    }

    @Test
    void aPointOutsideTheDomainIsADomainError() {
        graph("{\"expression\": \"ln(x)\", \"at\": [-1]}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
        graph("{\"expression\": \"x\"}").statusCode(400).body("errors[0].pointer", is("/at"));
    }
}
