package org.mlmath.linalg.system;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SolveResourceTest {
    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/systems/solve")
                .then();
    }

    @Test
    void aVectorIsAnsweredWithAVectorAndAMatrixWithAMatrix() {
        post("{\"matrix\": [[2, 0], [0, 4]], \"rhs\": [2, 4]}").statusCode(200).body("solution", contains(1, 1));
        post("{\"matrix\": [[2, 0], [0, 4]], \"rhs\": [[2, 4], [4, 8]]}")
                .statusCode(200)
                .body("solution", contains(contains(1, 2), contains(1, 2)));
    }

    @Test
    void thereAreThreeClasses() {
        post("{\"matrix\": [[1, 1], [1, -1]], \"rhs\": [3, 1]}")
                .statusCode(200)
                .body("classification", equalTo("unique"))
                .body("solution", contains(2, 1))
                .body("nullSpace", nullValue());
        post("{\"matrix\": [[1, 1, 1]], \"rhs\": [3]}")
                .statusCode(200)
                .body("classification", equalTo("infinite"))
                .body("rank", equalTo(1))
                .body("solution", contains(3, 0, 0))
                .body("nullSpace", contains(contains(-1, 1, 0), contains(-1, 0, 1)));
        post("{\"matrix\": [[1], [1]], \"rhs\": [1, 2]}")
                .statusCode(200)
                .body("classification", equalTo("none"))
                .body("augmentedRank", equalTo(2))
                .body("solution", nullValue());
    }

    @Test
    void decimalsAreTakenAtTheirWord() {
        post("{\"matrix\": [[0.1, 0.2], [0.3, 0.6]], \"rhs\": [0.1, 0.3]}")
                .statusCode(200)
                .body("classification", equalTo("infinite"))
                .body("diagnostics.rankDecidedBy", equalTo("exact"));
        post("{\"matrix\": [[1, 1], [1, 1.0000000000000002]], \"rhs\": [2, 2]}")
                .statusCode(200)
                .body("classification", equalTo("unique"))
                .body("solution", contains(2, 0))
                .body("warnings.code", hasItem("ill-conditioned"));
    }

    @Test
    void fractionsStandBesideTheNumbers() {
        post("{\"matrix\": [[\"1/3\", 0], [0, 7]], \"rhs\": [1, -3], \"arithmetic\": \"exact\"}")
                .statusCode(200)
                .body("exact.solution", contains("3", "-3/7"))
                .body("diagnostics.method", equalTo("elimination"));
        post("{\"matrix\": [[1, 2]], \"rhs\": [[\"12345678901234567890\", \"1/2\"]], \"arithmetic\": \"exact\"}")
                .statusCode(200)
                .body("exact.solution", contains(contains("12345678901234567890", "1/2"), contains("0", "0")))
                .body("exact.nullSpace", contains(contains("-2", "1")));
    }

    @Test
    void theMethodIsTheOneAskedFor() {
        for (String method : new String[] {"lu", "cholesky", "qr", "svd", "conjugate-gradient"}) {
            post("{\"matrix\": [[2, 1], [1, 3]], \"rhs\": [3, 5], \"method\": \"%s\"}".formatted(method))
                    .statusCode(200)
                    .body("classification", equalTo("unique"))
                    .body("diagnostics.method", equalTo(method));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2], [3, 4]], \"rhs\": [1, 2, 3]} | dimension-mismatch | /rhs",
                "{\"matrix\": [[1, 2], [3, 4]], \"rhs\": []} | dimension-mismatch | /rhs",
                "{\"matrix\": [], \"rhs\": []} | dimension-mismatch | /matrix",
                "{\"matrix\": [[1, 2], [3]], \"rhs\": [1, 2]} | invalid-request | /matrix/1",
                "{\"matrix\": [[\"1/2\"]], \"rhs\": [1]} | invalid-parameter | /matrix/0/0",
                "{\"matrix\": [[1]], \"rhs\": [\"1/2\"]} | invalid-parameter | /rhs/0",
                "{\"matrix\": [[\"one\"]], \"rhs\": [1], \"arithmetic\": \"exact\"} | invalid-request | /matrix/0/0",
                "{\"matrix\": [[1, 2]], \"rhs\": [1], \"method\": \"lu\"} | invalid-parameter | /method",
                "{\"matrix\": [[1, 2], [3, 4]], \"rhs\": [1, 2], \"method\": \"cholesky\"} | not-symmetric | /matrix",
                "{\"matrix\": [[1, 2], [2, 1]], \"rhs\": [1, 2], \"method\": \"conjugate-gradient\"} | not-positive-definite | /matrix",
                "{\"matrix\": [[1]]} | invalid-request | /rhs",
                "{\"matrix\": [[1]], \"rhs\": [1], \"b\": 2} | invalid-request | /b"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, String type, String pointer) {
        post(body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void refusalsSayWhatWasFound() {
        post("{\"matrix\": [[1, 2], [3, 4]], \"rhs\": [1, 2, 3]}")
                .body("detail", containsString("2×2"))
                .body("detail", containsString("3 entries"));
        post("{\"matrix\": [[1, 2], [5, 1]], \"rhs\": [1, 2], \"method\": \"cholesky\"}")
                .body("detail", containsString("[0][1] is 2.0, but [1][0] is 5.0"));
        post("{\"matrix\": [[1, 2], [2, 1]], \"rhs\": [1, 2], \"method\": \"cholesky\"}")
                .body("leadingMinor", equalTo(2));
    }
}
