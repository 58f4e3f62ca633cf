package org.mlmath.linalg.attention;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AttentionResourceTest {
    private static ValidatableResponse post(String rest) {
        return given().contentType(ContentType.JSON)
                .body("{\"queries\": [[1, 0], [0, 1]], " + rest + "}")
                .post("/v1/linalg/attention")
                .then();
    }

    @Test
    void everySpellingOfAMaskHidesTheSame() {
        for (String mask :
                new String[] {"[[true, false], [true, true]]", "[[1, 0], [1, 1]]", "[[0.0, \"-Infinity\"], [0, 0]]"}) {
            post("\"keys\": [[1, 0], [0, 1]], \"values\": [[1], [3]], \"mask\": " + mask)
                    .statusCode(200)
                    .body("output[0][0]", equalTo(1))
                    .body("weights[0][1]", equalTo(0));
        }
    }

    @Test
    void aVectorHidesFromAllQueriesAlike() {
        for (String mask : new String[] {"[false, true]", "[[0, 1]]", "[\"-Infinity\", 0.0]"}) {
            post("\"keys\": [[1, 0], [0, 1]], \"values\": [[1], [3]], \"mask\": " + mask)
                    .statusCode(200)
                    .body("output", contains(contains(3), contains(3)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"keys\": [[1], [2]], \"values\": [[1], [3]] | dimension-mismatch | /keys",
                "\"keys\": [[1, 0], [0, 1]], \"values\": [[1]] | dimension-mismatch | /values",
                "\"keys\": [[1, 0]], \"values\": [[1]], \"mask\": [[1, 1]] | dimension-mismatch | /mask",
                "\"keys\": [[1, 0]], \"values\": [[1]], \"mask\": [[1], [\"x\"]] | invalid-request | /mask/1/0",
                "\"keys\": [[1, 0]], \"values\": [[1]], \"mask\": [1, [1]] | invalid-request | /mask/1",
                "\"keys\": [[1, 0]], \"values\": [[1]], \"mask\": [[1], 1] | invalid-request | /mask/1",
                "\"keys\": [[1, 0]] | invalid-request | /values"
            })
    void whatIsWrongIsRefusedWhereItStands(String rest, String type, String pointer) {
        post(rest)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
