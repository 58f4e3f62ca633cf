package org.mlmath.stats.description;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DescriptionResourceTest {
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
                "describe | {} | 400 | invalid-request | /data",
                "describe | {'data': 'x'} | 400 | invalid-request | /data",
                "describe | {'data': 3} | 400 | invalid-request | /data",
                "describe | {'data': [[1, 2], [3]]} | 400 | invalid-request | /data/1",
                "describe | {'data': {'a': [1, 'x']}} | 400 | invalid-request | /data/a/1",
                "describe | {'data': {'a': null}} | 400 | invalid-request | /data/a",
                "describe | {'data': {'a': [1, 2], 'b': [1]}} | 422 | dimension-mismatch | /data/b",
                "describe | {'data': {'a/b': [1, null]}} | 422 | invalid-parameter | /data/a~1b/1",
                "describe | {'data': [[1, 2], [null, 3]]} | 422 | invalid-parameter | /data/1/0",
                "describe | {'data': [1, null]} | 422 | invalid-parameter | /data/1",
                "describe | {'data': [null], 'missing': 'omit'} | 422 | insufficient-data | /data",
                "describe | {'data': {}} | 422 | insufficient-data | /data",
                "describe | {'data': [1, 2], 'ddof': -1} | 422 | invalid-parameter | /ddof",
                "describe | {'data': [1, 2], 'quantileType': 10} | 422 | invalid-parameter | /quantileType",
                "describe | {'data': [1, 2], 'weights': [1]} | 422 | dimension-mismatch | /weights",
                "describe | {'data': [1, 2], 'weights': [1, -1]} | 422 | invalid-parameter | /weights/1",
                "describe | {'data': [1, 2], 'weights': [0, 0]} | 422 | invalid-parameter | /weights",
                "quantile | {'data': [1, 2]} | 400 | invalid-request | /probabilities",
                "quantile | {'data': [1, 2], 'probabilities': -0.1} | 422 | invalid-parameter | /probabilities/0",
                "quantile | {'data': [1, 2], 'probabilities': 0.1, 'type': 0} | 422 | invalid-parameter | /type",
                "histogram | {'data': [1, 2], 'bins': 0} | 422 | invalid-parameter | /bins",
                "histogram | {'data': [1, 2], 'bins': 1e9} | 400 | invalid-request | /bins",
                "histogram | {'data': [1, 2], 'bins': 100000} | 422 | invalid-parameter | /bins",
                "histogram | {'data': [1, 2], 'bins': 'freedman'} | 400 | invalid-request | /bins",
                "histogram | {'data': [1, 2], 'bins': [1]} | 422 | invalid-parameter | /bins",
                "histogram | {'data': [1, 2], 'bins': [1, 2], 'lower': 0} | 422 | invalid-parameter | /lower",
                "histogram | {'data': [1, 2], 'lower': 3} | 422 | invalid-parameter | /lower",
                "histogram | {'data': [1, 1.0000000000000002], 'bins': 9} | 422 | invalid-parameter | /bins",
                "kde | {'data': [1, 2], 'bandwidth': 0} | 422 | invalid-parameter | /bandwidth",
                "kde | {'data': [1, 2], 'bandwidth': 'best'} | 400 | invalid-request | /bandwidth",
                "kde | {'data': [1, 2], 'points': 1} | 422 | invalid-parameter | /points",
                "kde | {'data': [1, -2], 'lower': 0} | 422 | invalid-parameter | /data/1",
                "kde | {'data': [1], 'lower': 2, 'upper': 1} | 422 | invalid-parameter | /upper",
                "kde | {'data': [1]} | 422 | insufficient-data | /data",
                "ecdf | {'data': [1, 2], 'level': 0} | 422 | invalid-parameter | /level",
                "outliers | {'data': [1, 2], 'method': 'grubbs'} | 422 | insufficient-data | /data",
                "outliers | {'data': [1, 2, 3], 'method': 'grubbs', 'threshold': 2} | 422 | invalid-parameter | /threshold",
                "outliers | {'data': [1, 2, 3], 'threshold': -1} | 422 | invalid-parameter | /threshold",
                "outliers | {'data': [1, 2, 3], 'alpha': 1} | 422 | invalid-parameter | /alpha",
                "outliers | {'data': [1, 2, 3], 'maxOutliers': 0} | 422 | invalid-parameter | /maxOutliers"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aVectorIsDescribedFlatAndAMatrixByColumn() {
        post("describe", "{'data': [1, 2, 3]}")
                .statusCode(200)
                .body("mean", equalTo(2))
                .body("columns", nullValue());
        post("describe", "{'data': [[1, 2], [3, 4]]}")
                .statusCode(200)
                .body("columns.x1.mean", equalTo(2))
                .body("columns.x2.mean", equalTo(3))
                .body("mean", nullValue());
    }

    @Test
    void aCsvFileIsDescribedByItsColumns() {
        given().contentType("text/csv")
                .body("height,weight\n1.5,60\nNA,70\n1.7,80\n")
                .post("/v1/stats/describe?missing=omit")
                .then()
                .statusCode(200)
                .body("columns.height.count", equalTo(2))
                .body("columns.height.missing", equalTo(1))
                .body("columns.height.mean", equalTo(1.6f))
                .body("columns.weight.median", equalTo(70))
                .body("warnings.code", contains("missing-omitted"))
                .body("warnings.pointer", contains("/data/height"));
    }

    @Test
    void columnsNamedAsSamplesAreThoseSamples() {
        given().contentType("text/csv")
                .body("b,a\n1,4\n2,6\n4,9\n3,\n")
                .post("/v1/stats/tests/t-two-sample?missing=omit")
                .then()
                .statusCode(200)
                .body("estimate", equalTo(3.8333333f));
        given().contentType("text/csv")
                .body("a,b\n1,4\n2,x\n")
                .post("/v1/stats/tests/mann-whitney")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/b/1"));
        // Of a list of samples each column is one.
        given().contentType("text/csv")
                .body("low,high\n1,4\n2,6\n4,9\n")
                .post("/v1/stats/tests/kruskal-wallis")
                .then()
                .statusCode(200)
                .body("comparisons.groups[0]", contains(0, 1));
    }

    @Test
    void textInACsvColumnIsRefusedWhereItStands() {
        given().contentType("text/csv")
                .body("height\n1.5\ntall\n")
                .post("/v1/stats/describe")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/data/height/1"));
    }

    @Test
    void oneObservationHasNoSpreadAndEqualOnesNoShape() {
        post("describe", "{'data': [3]}")
                .statusCode(200)
                .body("mean", equalTo(3))
                .body("standardDeviation", nullValue())
                .body("skewness", nullValue());
        post("describe", "{'data': [3, 3, 3, 3]}")
                .statusCode(200)
                .body("variance", equalTo(0))
                .body("skewness", nullValue())
                .body("mode", equalTo(3));
    }

    @Test
    void aColumnWithoutObservationsDoesNotSpoilTheOthers() {
        post("describe", "{'data': {'a': [null, null], 'b': [1, 2]}, 'missing': 'omit'}")
                .statusCode(200)
                .body("columns.a.count", equalTo(0))
                .body("columns.a.missing", equalTo(2))
                .body("columns.a.mean", nullValue())
                .body("columns.b.mean", equalTo(1.5f));
    }

    @Test
    void valuesNearTheLargestDoubleStillHaveAMean() {
        post("describe", "{'data': [1.7e308, 1.7e308, 1.6e308]}")
                .statusCode(200)
                .body("mean", not(nullValue()))
                .body("sum", equalTo("Infinity"))
                .body("standardDeviation", not(nullValue()));
    }

    @Test
    void aFarObservationDoesNotMakeABillionBins() {
        post("histogram", "{'data': [1, 2, 3, 4, 5, 6, 7, 8, 1e12], 'bins': 'freedman-diaconis'}")
                .statusCode(200)
                .body("counts", hasSize(10_000))
                .body("warnings.code", contains("bins-limited"));
    }

    @Test
    void equalObservationsMakeOneBinAboutThem() {
        post("histogram", "{'data': [3, 3, 3]}")
                .statusCode(200)
                .body("edges", contains(2.5f, 3.5f))
                .body("counts", contains(3));
    }

    @Test
    void observationsOutsideTheBinsAreCounted() {
        post("histogram", "{'data': [1, 2, 3], 'bins': [0, 2.5]}")
                .statusCode(200)
                .body("outside", equalTo(1))
                .body("density", contains(0.4f))
                .body("warnings.code", contains("outside-bins"));
    }

    @Test
    void outliersAreFoundWhereTheyStandInTheRequest() {
        post("outliers", "{'data': [null, 1, 2, 3, 100], 'missing': 'omit'}")
                .statusCode(200)
                .body("indices", contains(4))
                .body("values", contains(100));
    }

    @Test
    void indistinctObservationsHaveNoOutliers() {
        for (String method : new String[] {"iqr", "z", "modified-z", "grubbs", "generalized-esd"}) {
            post("outliers", "{'data': [3, 3, 3, 3], 'method': '%s'}".formatted(method))
                    .statusCode(200)
                    .body("indices", hasSize(0));
        }
    }

    @Test
    void whatLibrariesDisagreeOnIsSaid() {
        post("kde", "{'data': [1, 2, 4], 'points': 3}").statusCode(200).body("conventions", not(anEmptyMap()));
    }
}
