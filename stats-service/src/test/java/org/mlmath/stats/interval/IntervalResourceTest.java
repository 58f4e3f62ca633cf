package org.mlmath.stats.interval;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IntervalResourceTest {
    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/" + path)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intervals/mean | {'data': [1, 2], 'level': 1} | 422 | invalid-parameter | /level",
                "intervals/mean | {'data': [1, 2], 'standardDeviation': 0} | 422 | invalid-parameter | /standardDeviation",
                "intervals/mean | {'data': []} | 422 | insufficient-data | /data",
                "intervals/mean | {'data': [1, null, 2]} | 422 | invalid-parameter | /data/1",
                "intervals/mean-difference | {'a': [1], 'b': [2], 'equalVariances': true} | 422 | insufficient-data | /a",
                "intervals/paired-difference | {'a': [1, 2]} | 400 | invalid-request | /b",
                "intervals/prediction | {'data': [1, 2], 'observations': 0} | 400 | invalid-request | /observations",
                "intervals/proportion | {'data': {'successes': 3, 'trials': 2}} | 400 | invalid-request | /data/successes",
                "intervals/proportion | {'data': [1, 0], 'method': 'wilsn'} | 400 | invalid-request | /method",
                "intervals/variance | {'data': [2, 2]} | 422 | insufficient-data | /data",
                "intervals/correlation | {'a': [1, 1, 1, 1], 'b': [1, 2, 3, 4]} | 422 | insufficient-data | /a",
                "intervals/correlation | {'a': [1, 2], 'b': [1, 2, 3]} | 422 | dimension-mismatch | /b",
                "intervals/median | {'data': [1, 2, 3]} | 422 | insufficient-data | /data",
                "intervals/rate | {'data': [1, -2]} | 422 | invalid-parameter | /data/1",
                "intervals/rate | {'data': [1], 'exposure': 0} | 422 | invalid-parameter | /exposure",
                "multiple-testing | {'pValues': [], 'method': 'holm'} | 422 | insufficient-data | /pValues",
                "multiple-testing | {'pValues': [0.1]} | 400 | invalid-request | /method",
                "multiple-testing | {'pValues': [0.1, -1], 'method': 'holm'} | 422 | invalid-parameter | /pValues/1",
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intervals/mean | {'data': [2, 2, 2]}",
                "intervals/mean | {'data': [1e308, -1e308]}",
                "intervals/mean-difference | {'a': [1, 1], 'b': [2, 2]}",
                "intervals/proportion | {'data': {'successes': 0, 'trials': 1}, 'method': 'jeffreys'}",
                "intervals/proportion | {'data': {'successes': 999999999, 'trials': 1000000000}, 'method': 'clopper-pearson'}",
                "intervals/proportion-difference | {'a': [1], 'b': [0]}",
                "intervals/variance | {'data': [1e300, -1e300]}",
                "intervals/standard-deviation | {'data': [1e300, -1e300]}",
                "intervals/variance-ratio | {'a': [1e300, -1e300], 'b': [1e-300, 0]}",
                "intervals/correlation | {'a': [1, 2, 3, 4], 'b': [2, 4, 6, 8]}",
                "intervals/correlation | {'a': [1e300, -1e300, 3, 4], 'b': [2, 4, 6, 9]}",
                "intervals/median | {'data': [1, 1, 1, 1, 1, 1, 1], 'method': 'interpolated'}",
                "intervals/median | {'data': [1, 2, 3], 'level': 0.1, 'method': 'interpolated'}",
                "intervals/median | {'data': [1], 'level': 0.1}",
                "intervals/rate | {'data': 1000000000000}",
                "intervals/rate | {'data': 0}",
                "intervals/prediction | {'data': [1, 1], 'observations': 2147483647}",
            })
    void extremesAreAnsweredOrRefusedButNeverFail(String path, String request) {
        post(path, request).statusCode(lessThan(500));
    }
}
