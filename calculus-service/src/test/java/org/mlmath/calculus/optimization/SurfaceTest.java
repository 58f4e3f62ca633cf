package org.mlmath.calculus.optimization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurfaceTest {
    private static ValidatableResponse minimize(String expression, String start, double rate, String surface) {
        return given().contentType(ContentType.JSON)
                .body(
                        "{\"objective\": {\"expression\": \"%s\"}, \"method\": {\"name\": \"gradient-descent\", \"learningRate\": %s}, \"start\": %s, \"maxIterations\": 20, \"surface\": %s}"
                                .formatted(expression, rate, start, surface))
                .post("/v1/calculus/optimization/minimize")
                .then();
    }

    @Test
    void theGridHoldsThePathAndTheObjectivesValues() {
        JsonPath answer = minimize("x^2 + 3y^2", "[2, -1]", 0.1, "{\"resolution\": 7}")
                .statusCode(200)
                .body("surface.variables", contains("x", "y"))
                .body("surface.values", hasSize(7))
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE));
        List<Double> x = answer.getList("surface.x", Double.class);
        List<Double> y = answer.getList("surface.y", Double.class);
        for (List<Number> point : answer.<List<Number>>getList("trajectory.points")) {
            assertThat(point.get(0).doubleValue()).isBetween(x.getFirst(), x.getLast());
            assertThat(point.get(1).doubleValue()).isBetween(y.getFirst(), y.getLast());
        }
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                double value = answer.getDouble("surface.values[%d][%d]".formatted(i, j));
                double expected = x.get(j) * x.get(j) + 3 * y.get(i) * y.get(i);
                assertThat(value).isCloseTo(expected, within(1e-14 * Math.max(1, expected)));
            }
        }
        assertThat(answer.getList("surface.levels", Double.class)).isSorted().hasSizeBetween(5, 15);
    }

    @Test
    void iteratesThatRanAwayDoNotSpoilTheView() {
        minimize("x^2 + 3y^2", "[2, -1]", 5, "{\"resolution\": 3}")
                .statusCode(200)
                .body("surface.x[2]", lessThan(100f));
    }

    @Test
    void oneVariableGivesACurve() {
        minimize("x^2", "[2]", 0.1, "{\"resolution\": 5}")
                .statusCode(200)
                .body("surface.variables", contains("x"))
                .body("surface.y", nullValue())
                .body("surface.values", hasSize(1))
                .body("surface.values[0]", hasSize(5));
    }

    @Test
    void whereTheObjectiveIsUndefinedTheGridSaysSo() {
        minimize("ln(x) + 1/x + y^2", "[2, 1]", 0.1, "{\"resolution\": 3, \"ranges\": {\"x\": [-1, 3]}}")
                .statusCode(200)
                .body("surface.values[0][0]", nullValue())
                .body("warnings.code", hasItem("undefined-values"));
    }

    @Test
    void whatMakesNoGridIsRefused() {
        minimize("x^2 + y^2", "[2, 1]", 0.1, "{\"variables\": [\"x\", \"z\"]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/surface/variables/1"));
        minimize("x^2 + y^2", "[2, 1]", 0.1, "{\"variables\": [\"x\", \"x\"]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/surface/variables"));
        minimize("x^2 + y^2", "[2, 1]", 0.1, "{\"ranges\": {\"z\": [0, 1]}}")
                .statusCode(422)
                .body("errors[0].pointer", is("/surface/ranges/z"));
        minimize("x^2 + y^2", "[2, 1]", 0.1, "{\"ranges\": {\"x\": [0, \"Infinity\"]}}")
                .statusCode(422)
                .body("errors[0].pointer", is("/surface/ranges/x"));
        minimize("x^2 + y^2", "[2, 1]", 0.1, "{\"resolution\": 100000}").statusCode(400);
    }
}
