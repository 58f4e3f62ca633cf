package org.mlmath.linalg.lowrank;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LowRankResourceTest {
    private static final String PATH = "/v1/linalg/low-rank/approximate";

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH).then();
    }

    @Test
    void energyDecidesTheRank() {
        String request = "{\"matrix\": [[4, 0, 0], [0, 3, 0], [0, 0, 1]], \"energy\": %s}";
        post(request.formatted("0.5")).statusCode(200).body("rank", equalTo(1));
        post(request.formatted("0.9")).statusCode(200).body("rank", equalTo(2));
        post(request.formatted("1")).statusCode(200).body("rank", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2], [3]], \"rank\": 1} | 400 | /matrix/1",
                "{\"matrix\": [], \"rank\": 1} | 422 | /matrix",
                "{\"matrix\": [[]], \"rank\": 1} | 422 | /matrix",
                "{\"matrix\": [[1]]} | 422 | /rank",
                "{\"matrix\": [[1]], \"rank\": 1, \"energy\": 1} | 422 | /energy",
                "{\"matrix\": [[1]], \"rank\": 2} | 422 | /rank",
                "{\"matrix\": [[1]], \"rank\": 0} | 400 | /rank",
                "{\"matrix\": [[1]], \"energy\": 0} | 400 | /energy",
                "{\"matrix\": [[1]], \"energy\": 1.5} | 400 | /energy",
                "{\"rank\": 1} | 400 | /matrix"
            })
    void whatCannotBeApproximatedIsRefusedWhereItStands(String body, int status, String pointer) {
        post(body).statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }
}
