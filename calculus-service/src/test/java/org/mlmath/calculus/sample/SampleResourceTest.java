package org.mlmath.calculus.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SampleResourceTest {

    private static ValidatableResponse sample(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/expressions/sample")
                .then();
    }

    @Test
    void aCurveHasAnAxisAndAValuePerPoint() {
        sample("{\"expression\": \"2x\", \"ranges\": [[0, 1]], \"counts\": [3]}")
                .statusCode(200)
                .body("axes[0]", contains(0, 0.5f, 1))
                .body("values", contains(0, 1, 2))
                .body("view.lower", is(0))
                .body("view.upper", is(2));
    }

    @Test
    void aSurfaceIsNestedInTheOrderOfTheVariables() {
        sample("{\"expression\": \"10x + y\", \"ranges\": {\"y\": [1, 3], \"x\": [\"0\", {}]}, \"counts\": 2}")
                .statusCode(400);
        sample(
                        "{\"expression\": \"10x + y\", \"ranges\": {\"y\": [1, 3], \"x\": {\"lower\": 0, \"upper\": \"1\"}}, \"counts\": {\"x\": 2, \"y\": 3}}")
                .statusCode(200)
                .body("values[0]", contains(1, 2, 3))
                .body("values[1]", contains(11, 12, 13));
        sample("{\"expression\": \"x + y + z\", \"ranges\": [[0,1],[0,1],[0,1]], \"counts\": 2}")
                .body("values[1][1]", contains(2, 3));
    }

    @Test
    void undefinedValuesAreNullAndCounted() {
        sample("{\"expression\": \"ln(x)\", \"ranges\": [[-1, 1]], \"counts\": 3}")
                .body("values[0]", nullValue())
                .body("values[2]", is(0))
                .body("diagnostics.undefined", is(2))
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void anExpressionWithoutVariablesIsConstantOverThoseNamed() {
        sample("{\"expression\": \"7\", \"ranges\": {\"t\": [0, 1]}, \"counts\": 2}")
                .body("variables", contains("t"))
                .body("values", contains(7, 7));
        sample("{\"expression\": \"7\", \"ranges\": [[0, 1]], \"counts\": 2}")
                .statusCode(422)
                .body("errors[0].pointer", is("/variables"));
    }

    @Test
    void gridsAreGivenAsNpy() {
        byte[] npy = given().contentType(ContentType.JSON)
                .accept("application/x-npy")
                .body("{\"expression\": \"x*y\", \"ranges\": [[0, 1], [0, 1]], \"counts\": [1000, 1000]}")
                .post("/v1/calculus/expressions/sample?field=values")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(npy, 0, 128, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("(1000, 1000)");
        assertThat(npy.length).isBetween(8_000_000, 8_000_200);
    }

    @Test
    void mistakesAreLocated() {
        sample("{\"expression\": \"x\", \"ranges\": [[1, 1]]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/ranges/0"));
        sample("{\"expression\": \"x\", \"ranges\": [[0, 1]], \"spacing\": \"log\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/ranges/0"));
        sample("{\"expression\": \"x + y\", \"ranges\": [[0, 1]]}")
                .statusCode(422)
                .body("type", containsString("dimension-mismatch"))
                .body("errors[0].pointer", is("/ranges"));
        sample("{\"expression\": \"x + y\", \"ranges\": [[0, 1], [0, 1]], \"adaptive\": true}")
                .statusCode(422)
                .body("errors[0].pointer", is("/adaptive"));
        sample("{\"expression\": \"x\", \"ranges\": [[0, 1]], \"counts\": [1]}").statusCode(400);
        sample("{\"expression\": \"x\", \"ranges\": [[0, \"Infinity\"]]}").statusCode(422);
        sample("{\"expression\": \"x\", \"ranges\": [0, 1]}").statusCode(400);
        sample("{\"expression\": \"x\"}").statusCode(400).body("errors[0].pointer", is("/ranges"));
        sample("{\"expression\": \"x + )\", \"ranges\": [[0, 1]]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/expression"));
        sample("{\"expression\": \"a+b+c+d+f\", \"ranges\": [[0,1],[0,1],[0,1],[0,1],[0,1]]}")
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
    }

    @Test
    void shortSumsDoNotMakeAGridTooDear() {
        sample("{\"expression\": \"sum(k, 0, 8, x^k/k!)\", \"ranges\": [[0, 1]], \"counts\": [5000]}")
                .statusCode(200)
                .body("values", hasSize(5000));
    }
}
