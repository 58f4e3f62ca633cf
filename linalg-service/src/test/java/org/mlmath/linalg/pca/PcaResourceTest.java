package org.mlmath.linalg.pca;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PcaResourceTest {
    private static final String FIT = "/v1/linalg/pca/fit";
    private static final String TRANSFORM = "/v1/linalg/pca/transform";
    private static final String RECONSTRUCT = "/v1/linalg/pca/reconstruct";
    private static final String DATA = "[[1, 2, 0], [3, 3, 1], [5, 10, 1], [6, 9, 0]]";

    private static ValidatableResponse post(String path, String body) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void irisesNeedTwoComponentsForNinetyFivePerCent() throws Exception {
        try (InputStream iris = getClass().getResourceAsStream("/iris.json")) {
            String data = new ObjectMapper().readTree(iris).path("matrix").toString();
            post(FIT, "{\"data\": %s, \"components\": 0.95}".formatted(data))
                    .statusCode(200)
                    .body("components", hasSize(2))
                    .body("explainedVariance[0]", closeTo(4.228241706034862, 1e-12))
                    .body("scores", nullValue())
                    .body("scale", nullValue())
                    .body("solver", equalTo("full"))
                    .body("diagnostics.residual", lessThan(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"scale\": true",
                ", \"whiten\": true, \"solver\": \"randomized\", \"components\": 3",
                ", \"center\": false, \"explain\": true, \"solver\": \"covariance\""
            })
    void whatFitReturnsIsTheModelAsItIs(String options) throws JsonProcessingException {
        String model = post(FIT, "{\"data\": %s, \"scores\": true%s}".formatted(DATA, options))
                .statusCode(200)
                .body("scores", hasSize(4))
                .extract()
                .asString();
        JsonNode transformed = read(post(TRANSFORM, "{\"model\": %s, \"data\": %s}".formatted(model, DATA)));
        JsonNode back =
                read(post(RECONSTRUCT, "{\"model\": %s, \"scores\": %s}".formatted(model, transformed.path("scores"))));
        assertThat(back.at("/data/2/1").asDouble()).isCloseTo(10, within(1e-12));
        assertThat(back.at("/data/3/0").asDouble()).isCloseTo(6, within(1e-12));
    }

    private static JsonNode read(ValidatableResponse response) throws JsonProcessingException {
        return new ObjectMapper().readTree(response.statusCode(200).extract().asString());
    }

    @Test
    void aSeedThatWasDrawnIsReturnedAndMakesTheSameAnswer() {
        String request = "{\"data\": %s, \"components\": 1, \"solver\": \"randomized\"%s}";
        Number seed = post(FIT, request.formatted(DATA, ""))
                .statusCode(200)
                .body("seed", notNullValue())
                .extract()
                .path("seed");
        post(FIT, request.formatted(DATA, ", \"seed\": " + seed.longValue()))
                .statusCode(200)
                .body("components", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": [[1, 2], [3]]} | 400 | /data/1",
                "{\"data\": [[1, null]]} | 400 | /data/0/1",
                "{\"data\": [[1, 2]]} | 422 | /data",
                "{\"data\": []} | 422 | /data",
                "{\"data\": [[], []]} | 422 | /data",
                "{\"data\": [[1, 2], [1, 2]]} | 422 | /data",
                "{\"data\": [[1], [2]], \"components\": 0} | 400 | /components",
                "{\"data\": [[1], [2]], \"components\": -1} | 400 | /components",
                "{\"data\": [[1], [2]], \"components\": 1.5} | 422 | /components",
                "{\"data\": [[1], [2]], \"components\": 2} | 422 | /components",
                "{\"data\": [[1], [2]], \"components\": 0.5, \"solver\": \"randomized\"} | 422 | /components",
                "{\"data\": [[1, 1], [2, 2]], \"components\": 2, \"whiten\": true} | 422 | /components",
                "{\"data\": [[1], [2]], \"solver\": \"arpack\"} | 400 | /solver",
                "{\"data\": [[1], [2]], \"seed\": -1} | 400 | /seed",
                "{\"date\": [[1], [2]]} | 400 | /date",
                "{} | 400 | /data"
            })
    void whatCannotBeFittedIsRefusedWhereItStands(String body, int status, String pointer) {
        post(FIT, body).statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"components\": [[1, 0]], \"mean\": [0, 0]} | [[1, 2, 3]] | 422 | /data",
                "{\"components\": [[1, 0]], \"mean\": [0, 0]} | [] | 422 | /data",
                "{\"components\": [[1, 0]], \"mean\": [0]} | [[1, 2]] | 422 | /model/mean",
                "{\"components\": [[1, 0]], \"mean\": [0, 0], \"scale\": [1]} | [[1, 2]] | 422 | /model/scale",
                "{\"components\": [[1, 0]], \"mean\": [0, 0], \"scale\": [1, 0]} | [[1, 2]] | 422 | /model/scale/1",
                "{\"components\": [[1, 0]], \"mean\": [0, 0], \"whiten\": true} | [[1, 2]] | 422 | /model/explainedVariance",
                "{\"components\": [[1, 0]], \"mean\": [0, 0], \"explainedVariance\": [0], \"whiten\": true} | [[1, 2]] | 422"
                        + " | /model/explainedVariance",
                "{\"components\": [], \"mean\": []} | [[1]] | 422 | /model/components",
                "{\"components\": [[1, 0]]} | [[1, 2]] | 400 | /model/mean",
                "{\"components\": [[1, 0]], \"means\": [0, 0]} | [[1, 2]] | 400 | /model/means",
                "null | [[1, 2]] | 400 | /model"
            })
    void aModelThatDoesNotFitIsRefusedWhereItStands(String model, String data, int status, String pointer) {
        post(TRANSFORM, "{\"model\": %s, \"data\": %s}".formatted(model, data))
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
        post(RECONSTRUCT, "{\"model\": %s, \"scores\": %s}".formatted(model, data))
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer.replace("/data", "/scores")));
    }

    @Test
    void aMismatchNamesBothShapes() {
        post(TRANSFORM, "{\"model\": {\"components\": [[1, 0]], \"mean\": [0, 0]}, \"data\": [[1, 2, 3]]}")
                .statusCode(422)
                .body("detail", containsString("1×3"))
                .body("detail", containsString("1×2"));
    }

    @Test
    void componentsThatAreNotOrthonormalAreDoubted() {
        post(TRANSFORM, "{\"model\": {\"components\": [[2, 0]], \"mean\": [0, 0]}, \"data\": [[1, 2]]}")
                .statusCode(200)
                .body("warnings[0].code", equalTo("not-orthonormal"));
    }
}
