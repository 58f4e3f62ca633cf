package org.mlmath.stats.dependence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DependenceResourceTest {
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
                "covariance | {} | 400 | invalid-request | /data",
                "covariance | {'x': [1, 2]} | 400 | invalid-request | /y",
                "covariance | {'y': [1, 2]} | 400 | invalid-request | /x",
                "covariance | {'data': [[1, 2]], 'x': [1, 2]} | 400 | invalid-request | /x",
                "covariance | {'x': [1, 2], 'y': [1]} | 422 | dimension-mismatch | /y",
                "covariance | {'x': [1, null], 'y': [1, 2]} | 422 | invalid-parameter | /x/1",
                "covariance | {'data': [[1, 2], [3, null]]} | 422 | invalid-parameter | /data/1/1",
                "covariance | {'data': []} | 422 | insufficient-data | /data",
                "covariance | {'data': {}} | 422 | insufficient-data | /data",
                "covariance | {'data': [[1, 2], [2, 3]], 'ddof': -1} | 422 | invalid-parameter | /ddof",
                "covariance | {'data': [[1, 2], [2, 3]], 'shrinkage': 2} | 422 | invalid-parameter | /shrinkage",
                "covariance | {'data': [[1, 2], [2, 3]], 'shrinkage': 'lw'} | 400 | invalid-request | /shrinkage",
                "covariance | {'data': [[1, 2], [2, 3]], 'shrinkage': []} | 400 | invalid-request | /shrinkage",
                "correlation | {'x': [1], 'y': [1]} | 422 | insufficient-data | /x",
                "correlation | {'data': [[1, 2], [2, 3]], 'level': 1} | 422 | invalid-parameter | /level",
                "correlation | {'data': [[1, 2], [2, 3]], 'method': 'person'} | 400 | invalid-request | /method"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aVariableThatDoesNotVaryHasNoCorrelation() {
        post("correlation", "{'data': {'a': [1, 2, 3], 'b': [5, 5, 5]}}")
                .statusCode(200)
                .body("matrix[0]", contains(equalTo(1), nullValue()))
                .body("names", contains("a", "b"))
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void perfectDependenceIsExactlyOneInEveryCoefficient() {
        for (String method : new String[] {"pearson", "spearman", "kendall"}) {
            post(
                            "correlation",
                            "{'x': [0.1, 0.2, 0.4, 0.7], 'y': [-0.2, -0.4, -0.8, -1.4], 'method': '%s'}"
                                    .formatted(method))
                    .statusCode(200)
                    .body("value", equalTo(-1));
        }
    }

    @Test
    void observationsWithAMissingValueAreLeftOutWhole() {
        post("covariance", "{'x': [1, null, 3, 5], 'y': [2, 9, null, 8], 'missing': 'omit'}")
                .statusCode(200)
                .body("count", equalTo(2))
                .body("value", equalTo(12))
                .body("warnings.code", contains("missing-omitted"));
    }

    @Test
    void aLargeMeanAndATinyUnitCostNoDigits() {
        post("covariance", "{'x': [1e15, 1000000000000001, 1000000000000002], 'y': [1e-20, 2e-20, 3e-20]}")
                .statusCode(200)
                .body("matrix[0][0]", equalTo(1))
                .body("value", equalTo(1e-20f));
    }
}
