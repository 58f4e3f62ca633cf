package org.mlmath.calculus.program;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuadraticProgramResourceTest {
    private static ValidatableResponse solve(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/optimization/quadratic-program")
                .then();
    }

    /** Nocedal and Wright, Numerical Optimization, example 16.4, whose optimum is (1.4, 1.7). */
    @Test
    void theTextbooksExampleHasItsOptimumAndMultiplier() {
        solve(
                        "{\"q\": [[2, 0], [0, 2]], \"c\": [-2, -5], \"aUb\": [[-1, 2], [1, 2], [1, -2]], \"bUb\": [2, 6, 2], \"bounds\": [0, null]}")
                .statusCode(200)
                .body("status", is("optimal"))
                .body("point[0].toDouble()", closeTo(1.4, 1e-6))
                .body("point[1].toDouble()", closeTo(1.7, 1e-6))
                .body("value.toDouble()", closeTo(-6.45, 1e-6))
                .body("multipliers.inequalities[0].toDouble()", closeTo(0.8, 1e-6))
                .body("active", contains(0))
                .body("unique", is(true))
                .body("diagnostics.kktResidual.toDouble()", lessThan(1e-14));
    }

    /** Pairs of variables that share 1 while each would be 1: they take half, and the share has the price 1. */
    @Test
    void hundredsOfVariablesAndRowsAreAnswered() {
        int n = 400;
        String q = IntStream.range(0, n).mapToObj(j -> unit(n, j, j, "2")).collect(Collectors.joining(", ", "[", "]"));
        String rows = IntStream.range(0, n / 2)
                .mapToObj(i -> unit(n, 2 * i, 2 * i + 1, "1"))
                .collect(Collectors.joining(", ", "[", "]"));
        solve("{\"q\": %s, \"c\": %s, \"aUb\": %s, \"bUb\": %s}"
                        .formatted(q, Collections.nCopies(n, -2), rows, Collections.nCopies(n / 2, 1)))
                .statusCode(200)
                .body("status", is("optimal"))
                .body("value.toDouble()", closeTo(-300, 1e-10))
                .body("point[399].toDouble()", closeTo(0.5, 1e-6))
                .body("multipliers.inequalities[199].toDouble()", closeTo(1, 1e-6))
                .body("active.size()", is(200))
                .body("diagnostics.kktResidual.toDouble()", lessThan(1e-10));
    }

    private static String unit(int n, int first, int second, String entry) {
        return IntStream.range(0, n)
                .mapToObj(j -> j == first || j == second ? entry : "0")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void unitsOfAMillionAndAMillionthDoNoHarm() {
        solve("{\"q\": [[2e12, 0], [0, 2e-12]], \"c\": [-2e6, -2e-6], \"aUb\": [[1e6, 1e-6]], \"bUb\": [1]}")
                .statusCode(200)
                .body("point[0].toDouble()", closeTo(5e-7, 1e-12))
                .body("point[1].toDouble()", closeTo(5e5, 1))
                .body("multipliers.inequalities[0].toDouble()", closeTo(1, 1e-6));
    }

    @Test
    void whereThereIsNoOptimumThereIsAProof() {
        solve("{\"q\": [[1, 0], [0, 0]], \"c\": [0, -1]}")
                .body("status", is("unbounded"))
                .body("value", is("-Infinity"))
                .body("certificate.slope.toDouble()", lessThan(0.0));
        solve("{\"q\": [[1]], \"c\": [0], \"aUb\": [[1], [-1]], \"bUb\": [1, -2]}")
                .body("status", is("infeasible"))
                .body("point", nullValue())
                .body("certificate.violation", greaterThan(0));
    }

    @Test
    void flatOptimaAreSaid() {
        solve("{\"q\": [[1, 0], [0, 0]], \"c\": [0, 0]}")
                .body("status", is("optimal"))
                .body("unique", is(false))
                .body("warnings.code", contains("not-unique"));
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        solve("{\"q\": [[1, 2], [2, 1]], \"c\": [0, 0]}")
                .statusCode(422)
                .body("type", is("/problems/not-positive-definite"))
                .body("errors[0].pointer", is("/q"))
                .body("smallestEigenvalue.toDouble()", closeTo(-1, 1e-6));
        solve("{\"q\": [[1, 2], [0, 1]], \"c\": [0, 0]}").statusCode(422).body("type", is("/problems/not-symmetric"));
        solve("{\"q\": [[1]], \"c\": [0, 0]}").statusCode(422).body("type", is("/problems/dimension-mismatch"));
        solve("{\"q\": [[1, 2]], \"c\": [0, 0]}").statusCode(422).body("errors[0].pointer", is("/q"));
        solve("{\"q\": [[1]]}").statusCode(400);
    }
}
