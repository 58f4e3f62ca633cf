package org.mlmath.calculus.constrained;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConstrainedResourceTest {
    private static ValidatableResponse minimize(String objective, String more) {
        return given().contentType(ContentType.JSON)
                .body("{\"objective\": {\"expression\": \"%s\"}, %s}".formatted(objective, more))
                .post("/v1/calculus/optimization/constrained")
                .then();
    }

    @Test
    void lagrangesConditionsHoldWithTheirMultiplier() {
        minimize("x^2 + y^2", "\"equalities\": [\"x + y = 1\"], \"start\": {\"x\": 2, \"y\": 0}, \"explain\": true")
                .statusCode(200)
                .body("point", contains(0.5f, 0.5f))
                .body("value", is(0.5f))
                .body("multipliers.equalities", contains(-1))
                .body("secondOrder.verdict", is("strict-minimum"))
                .body("diagnostics.kktResidual.toDouble()", lessThan(1e-14))
                .body("steps.kind", hasItem("stationarity"))
                .body("steps[-1].value", contains(0.5f, 0.5f))
                .body("warnings", empty());
    }

    @Test
    void anInequalityCountsWhereItIsActive() {
        // The circle of radius √2 is touched at (−1, −1), where ∇f = −μ·∇h with μ = 1/2.
        minimize("x + y", "\"inequalities\": [\"x^2 + y^2 <= 2\", \"x <= 5\"], \"start\": [0, 0]")
                .body("converged", is(true))
                .body("point[0].toDouble()", closeTo(-1, 1e-6))
                .body("multipliers.inequalities[0].toDouble()", closeTo(0.5, 1e-6))
                .body("multipliers.inequalities[1]", is(0))
                .body("active", contains(0));
        // Turned around it is the same constraint.
        minimize("x + y", "\"inequalities\": [\"2 >= x^2 + y^2\"], \"start\": [0, 0]")
                .body("multipliers.inequalities[0].toDouble()", closeTo(0.5, 1e-6));
        minimize("(x - 3)^2", "\"inequalities\": [\"x - 5\"], \"start\": [0]")
                .body("point[0].toDouble()", closeTo(3, 1e-6))
                .body("active", empty());
    }

    @Test
    void withoutAMinimumTheReasonIsSaid() {
        minimize("x", "\"inequalities\": [\"x^2 + y^2 <= -1\"], \"start\": [1, 1]")
                .statusCode(200)
                .body("converged", is(false))
                .body("reason", is("infeasible"))
                .body("warnings.code", contains("infeasible"));
        minimize("-x", "\"inequalities\": [\"y >= 0\"], \"start\": {\"x\": 0, \"y\": 1}")
                .body("reason", is("unbounded"));
        // At (0, 0) no multipliers exist: the gradients of both constraints are parallel.
        minimize("x", "\"inequalities\": [\"x^2 <= y\", \"y <= 0\"], \"start\": [1, 1]")
                .body("converged", is(false))
                .body("point[0].toDouble()", closeTo(0, 1e-3));
    }

    @Test
    void aPointThatIsNoMinimumIsTold() {
        // By symmetry the search stays on the ridge x = 0, where the conditions of first order hold.
        minimize("-x^2 + y^2", "\"inequalities\": [\"x^2 <= 4\"], \"start\": {\"x\": 0, \"y\": 1}")
                .body("secondOrder.verdict", is("not-minimum"))
                .body("warnings.code", contains("not-minimum"));
    }

    @Test
    void dependentConstraintsAreTold() {
        minimize("(x - 1)^2 + y^2", "\"equalities\": [\"x + y = 3\", \"2x + 2y = 6\"], \"start\": [0, 0]")
                .body("converged", is(true))
                .body("point[0].toDouble()", closeTo(2, 1e-6))
                .body("warnings.code", contains("dependent-constraints"));
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        minimize("x^2", "\"inequalities\": [\"x = 1\"], \"start\": [0]")
                .statusCode(422)
                .body("errors[0].pointer", is("/inequalities/0"));
        minimize("x^2", "\"equalities\": [\"x <= 1\"], \"start\": [0]")
                .statusCode(422)
                .body("errors[0].pointer", is("/equalities/0"));
        minimize("x^2 +", "\"start\": [0]").statusCode(422).body("errors[0].pointer", is("/objective/expression"));
        minimize("ln(x)", "\"inequalities\": [\"x >= 1\"], \"start\": [-1]")
                .statusCode(422)
                .body("type", is("/problems/domain-error"))
                .body("errors[0].pointer", is("/start"));
        minimize("x^2 + y", "\"start\": [0]").statusCode(422).body("errors[0].pointer", is("/start"));
        minimize("2", "\"start\": []").statusCode(422);
        minimize("x", "\"inequalities\": [null], \"start\": [0]").statusCode(400);
    }
}
