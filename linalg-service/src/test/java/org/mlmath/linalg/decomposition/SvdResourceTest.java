package org.mlmath.linalg.decomposition;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SvdResourceTest {
    private static final String PATH = "/v1/linalg/decompositions/svd";

    private static ValidatableResponse post(String body) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    @Test
    void theIrisesComeBackToFourteenDigits() throws Exception {
        try (InputStream iris = getClass().getResourceAsStream("/iris.json")) {
            post(new String(iris.readAllBytes(), StandardCharsets.UTF_8))
                    .statusCode(200)
                    .body("singularValues", hasSize(4))
                    .body("u", hasSize(150))
                    .body("rank", equalTo(4))
                    .body("diagnostics.reconstructionError", lessThan(1e-14));
        }
    }

    @Test
    void modesAndComponentsShapeTheAnswer() {
        String matrix = "{\"matrix\": [[1, 2], [3, 4], [5, 6]]%s}";
        post(matrix.formatted("")).statusCode(200).body("u[0]", hasSize(2)).body("vt", hasSize(2));
        post(matrix.formatted(", \"mode\": \"full\"")).statusCode(200).body("u[0]", hasSize(3));
        post(matrix.formatted(", \"mode\": \"values\""))
                .statusCode(200)
                .body("u", nullValue())
                .body("vt", nullValue())
                .body("singularValues", hasSize(2));
        post(matrix.formatted(", \"components\": 1"))
                .statusCode(200)
                .body("singularValues", hasSize(1))
                .body("vt", hasSize(1));
    }

    @Test
    void infiniteConditionIsAWord() {
        post("{\"matrix\": [[0, 0]]}")
                .statusCode(200)
                .body("conditionNumber", equalTo("Infinity"))
                .body("rank", equalTo(0));
        post("{\"matrix\": [[-7]]}")
                .statusCode(200)
                .body("u[0]", contains(1))
                .body("vt[0]", contains(-1))
                .body("singularValues", contains(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2], [3]]} | 400 | /matrix/1",
                "{\"matrix\": [[1, \"x\"]]} | 400 | /matrix/0/1",
                "{\"matrix\": [[1, NaN]]} | 400 | /matrix/0/1",
                "{\"matrix\": [[1, 1e999]]} | 400 | /matrix/0/1",
                "{\"matrix\": [[1, null]]} | 400 | /matrix/0/1",
                "{\"matrix\": [1, 2]} | 400 | /matrix/0",
                "{\"matrix\": []} | 422 | /matrix",
                "{\"matrix\": [[]]} | 422 | /matrix",
                "{\"matrix\": [[1]], \"components\": 0} | 400 | /components",
                "{\"matrix\": [[1]], \"components\": 2} | 422 | /components",
                "{\"matrix\": [[1]], \"components\": 1, \"mode\": \"full\"} | 422 | /components",
                "{\"matrix\": [[1]], \"mode\": \"thick\"} | 400 | /mode",
                "{\"matrix\": [[1]], \"modes\": \"thin\"} | 400 | /modes",
                "{} | 400 | /matrix"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, int status, String pointer) {
        post(body).statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anUnknownFieldIsMetWithTheNearestKnownOne() {
        post("{\"matrx\": [[1]]}").statusCode(400).body("errors[0].detail", containsString("matrix"));
    }

    @Test
    void theSameAnswerComesByGet() {
        given().queryParam("request", "{\"matrix\": [[3, 0], [4, 5]]}")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("rank", equalTo(2));
    }

    /** What nobody asked for before, so that the answer is not a kept one. */
    @Test
    void whoTakesNoFormThatAnswersHaveIsToldSo() {
        for (String form : new String[] {"application/xml", "text/plain", "text/html"}) {
            given().contentType(ContentType.JSON)
                    .accept(form)
                    .body("{\"matrix\": [[1, 2], [3, 4.0625]]}")
                    .post("/v1/linalg/decompositions/svd")
                    .then()
                    .statusCode(406)
                    .body("type", equalTo("/problems/not-acceptable"));
        }
    }
}
