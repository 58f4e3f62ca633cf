package org.mlmath.stats.rank;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RankTestResourceTest {
    private static ValidatableResponse post(String test, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/tests/" + test)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mann-whitney | {'a': [1, 2]} | 400 | invalid-request | /b",
                "mann-whitney | {'a': [1, null], 'b': [2]} | 422 | invalid-parameter | /a/1",
                "mann-whitney | {'a': [1], 'b': [2], 'alpha': 1} | 422 | invalid-parameter | /alpha",
                "mann-whitney | {'a': [1], 'b': [2], 'method': 'fast'} | 400 | invalid-request | /method",
                "mann-whitney | {'a': [1], 'b': [2], 'altrnative': 'less'} | 400 | invalid-request | /altrnative",
                "mann-whitney | {'a': {'mean': 1, 'standardDeviation': 1, 'size': 3}, 'b': [2]} | 400 | invalid-request | /a",
                "wilcoxon-signed-rank | {} | 400 | invalid-request | /data",
                "wilcoxon-signed-rank | {'a': [1]} | 400 | invalid-request | /b",
                "wilcoxon-signed-rank | {'data': [1], 'a': [1], 'b': [2]} | 400 | invalid-request | /data",
                "wilcoxon-signed-rank | {'a': [1, 2], 'b': [2]} | 422 | dimension-mismatch | /b",
                "wilcoxon-signed-rank | {'data': []} | 422 | insufficient-data | /data",
                "wilcoxon-signed-rank | {'data': [1], 'zeroMethod': 'drop'} | 400 | invalid-request | /zeroMethod",
                "sign | {'a': [1, 2], 'b': [1, 2]} | 422 | insufficient-data | /a",
                "kruskal-wallis | {'groups': []} | 422 | insufficient-data | /groups",
                "kruskal-wallis | {'groups': [[1, 2]]} | 422 | insufficient-data | /groups",
                "kruskal-wallis | {'groups': [[1, 2], []]} | 422 | insufficient-data | /groups/1",
                "kruskal-wallis | {'groups': [[1, 2], null]} | 400 | invalid-request | /groups/1",
                "kruskal-wallis | {'groups': [[1, 2], [3, 'x']]} | 400 | invalid-request | /groups/1/1",
                "kruskal-wallis | {'groups': [[1, 2], [3, null]]} | 422 | invalid-parameter | /groups/1/1",
                "friedman | {'groups': [[1, 2], [3]]} | 422 | dimension-mismatch | /groups/1",
                "friedman | {'groups': [[1], [3]]} | 422 | insufficient-data | /groups",
                "friedman | {'groups': [[1, 2], [1, 2]]} | 422 | insufficient-data | /groups",
                "friedman | {'groups': [[1, 2, null], [3, 2, 1]]} | 422 | invalid-parameter | /groups/0/2"
            })
    void whatIsWrongIsSaidWhereItIs(String test, String request, int status, String problem, String pointer) {
        post(test, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void anExactTestOfManyGroupsIsRefusedOrAnsweredInTime() {
        String group = "[1, 5, 2, 8, 9, 4, 7, 6, 3, 11, 13, 12]";
        post(
                        "kruskal-wallis",
                        "{'groups': [%s, %s, %s, %s, %s], 'method': 'exact'}"
                                .formatted(group, group, group, group, group))
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
    }

    @Test
    void extremeValuesHaveAnEstimateOrNone() {
        post("mann-whitney", "{'a': [1e308, 1.5e308], 'b': [-1e308, -1.5e308]}")
                .statusCode(200)
                .body("statistic", equalTo(4));
        post("wilcoxon-signed-rank", "{'data': [1e308, 1.5e308, 1.7e308]}")
                .statusCode(200)
                .body("statistic", equalTo(6));
    }

    @Test
    void blocksWithAMissingObservationAreLeftOutWhole() {
        post("friedman", "{'groups': [[1, 2, null, 4], [3, 2.5, 1, 5], [2, 9, 4, 6]], 'missing': 'omit'}")
                .statusCode(200)
                .body("warnings.code", hasItems("missing-omitted", "small-sample"));
    }

    @Test
    void theSameRequestMayBeAskedByGet() {
        given().queryParam("request", "{\"a\":[1,2,4],\"b\":[3,5,6]}")
                .get("/v1/stats/tests/mann-whitney")
                .then()
                .statusCode(200)
                .body("statistic", equalTo(1))
                .body("diagnostics.exact", equalTo(true));
    }
}
