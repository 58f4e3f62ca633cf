package org.mlmath.stats.distribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DistributionResourceTest {
    private static final String STANDARD = "\"parameters\": {\"mean\": 0, \"standardDeviation\": 1}";

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/v1/stats/distributions/" + path)
                .then();
    }

    private static JsonPath answer(String path, String json) {
        return new JsonPath(post(path, json).statusCode(200).extract().asString())
                .using(new JsonPathConfig(NumberReturnType.DOUBLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "normal/pdf | {'at': 0} | 400 | invalid-request | /parameters",
                "normal/pdf | {'parameters': {'mean': 0}, 'at': 0} | 422 | invalid-parameter | /parameters/standardDeviation",
                "normal/pdf | {'parameters': {'mean': 0, 'std': 1}, 'at': 0} | 400 | invalid-request | /parameters/std",
                "normal/pdf | {'parameters': {'mean': null, 'standardDeviation': 1}, 'at': 0} | 400 | invalid-request | /parameters/mean",
                "normal/pdf | {'parameters': {'mean': '0', 'standardDeviation': 1}, 'at': 0} | 400 | invalid-request | /parameters/mean",
                "normal/pdf | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'at': [0, 'x']} | 400 | invalid-request | /at/1",
                "normal/pdf | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'at': 'x'} | 400 | invalid-request | /at",
                "normal/pdf | {'parameters': {'mean': 0, 'standardDeviation': 1}} | 400 | invalid-request | /at",
                "normal/quantile | {'parameters': {'mean': 0, 'standardDeviation': 1}} | 400 | invalid-request | /probabilities",
                "normal/quantile | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'probabilities': -0.1} | 422 | invalid-parameter | /probabilities/0",
                "normal/quantile | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'logProbabilities': [-1, 1]} | 422 | invalid-parameter | /logProbabilities/1",
                "normal/quantile | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'probabilities': 0.1, 'logProbabilities': -1} | 400 | invalid-request | /logProbabilities",
                "normal/probability | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'lower': 'pi+'} | 422 | expression-syntax | /lower",
                "normal/probability | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'upper': 'ln(0)'} | 422 | domain-error | /upper",
                "normal/probability | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'upper': 'z'} | 422 | unknown-name | /upper",
                "normal/interval | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'level': 0} | 422 | invalid-parameter | /level",
                "normal/sample | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'size': 2000000} | 422 | limit-exceeded | /size",
                "normal/sample | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'size': -1} | 400 | invalid-request | /size",
                "normal/sample | {'parameters': {'mean': 0, 'standardDeviation': 1}, 'size': 1, 'seed': -1} | 400 | invalid-request | /seed",
                "normal/fit | {'data': []} | 422 | insufficient-data | /data",
                "normal/fit | {'data': [1, null]} | 422 | invalid-parameter | /data/1",
                "chi-square/fit | {'data': [1, -1]} | 422 | invalid-parameter | /data/1",
                "normal/fit | {'data': [1, 2], 'fixed': {'sd': 1}} | 400 | invalid-request | /fixed/sd",
                "normal/fit | {'data': [1, 2], 'fixed': {'standardDeviation': 0}} | 422 | invalid-parameter | /fixed/standardDeviation",
                "f/fit | {'data': [0.2, 0.3, 0.4], 'method': 'moments'} | 422 | did-not-converge | /data",
                "binomial/fit | {'data': [1, 2, 99]} | 422 | did-not-converge | /data"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request.replace('\'', '"'))
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void unknownNamesComeWithTheNearestKnownOne() {
        post("chi-squared/cdf", "{\"parameters\": {\"degreesOfFreedom\": 1}, \"at\": 1}")
                .statusCode(404)
                .body("suggestion", equalTo("chi-square"));
        post("student-t/cdf", "{\"parameters\": {\"degreesOfFredom\": 1}, \"at\": 1}")
                .statusCode(400)
                .body("suggestion", equalTo("degreesOfFreedom"));
    }

    @Test
    void oneNumberOrAListGivesAList() {
        assertThat(answer("normal/cdf", "{" + STANDARD + ", \"at\": 0}").getList("values"))
                .isEqualTo(
                        answer("normal/cdf", "{" + STANDARD + ", \"at\": [0]}").getList("values"));
    }

    @Test
    void pdfAndPmfAreTheSame() {
        String request = "{\"parameters\": {\"trials\": 7, \"probability\": 0.3}, \"at\": [0, 3, 3.5]}";
        assertThat(answer("binomial/pmf", request).getList("values"))
                .isEqualTo(answer("binomial/pdf", request).getList("values"));
    }

    @Test
    void tailsAreComputedForThemselves() {
        assertThat(answer("normal/survival", "{" + STANDARD + ", \"at\": 30}").getDouble("values[0]"))
                .isBetween(4.906713927148e-198, 4.906713927149e-198);
        assertThat(answer("normal/log-cdf", "{" + STANDARD + ", \"at\": [40, -40]}")
                        .getDouble("values[1]"))
                .isBetween(-804.6084420137539, -804.6084420137537);
    }

    @Test
    void infiniteAndUndefinedValuesAreCountedInOneWarning() {
        post("chi-square/pdf", "{\"parameters\": {\"degreesOfFreedom\": 1}, \"at\": [0, 1]}")
                .statusCode(200)
                .body("values", hasItem("Infinity"))
                .body("warnings.code", equalTo(java.util.List.of("undefined-values")));
        post("student-t/quantile", "{\"parameters\": {\"degreesOfFreedom\": 0.1}, \"probabilities\": 1e-300}")
                .statusCode(200)
                .body("values[0]", nullValue())
                .body("warnings.code", hasItem("undefined-values"));
        post("normal/quantile", "{" + STANDARD + ", \"probabilities\": [0, 1]}")
                .body("values", hasItems("-Infinity", "Infinity"));
    }

    @Test
    void endsOfAnIntervalMayBeInfiniteOrConstantExpressions() {
        double all = answer(
                        "normal/probability", "{" + STANDARD + ", \"lower\": \"-Infinity\", \"upper\": \"Infinity\"}")
                .getDouble("value");
        assertThat(all).isEqualTo(1);
        double some = answer("normal/probability", "{" + STANDARD + ", \"lower\": \"-sqrt(4)\", \"upper\": 2}")
                .getDouble("value");
        assertThat(some).isBetween(0.954499736103641, 0.954499736103643);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndNoSeedGivesOneToRepeatWith() {
        String request = "{" + STANDARD + ", \"size\": 4, \"seed\": 9007199254740991}";
        assertThat(post("normal/sample", request).extract().asString())
                .isEqualTo(post("normal/sample", request).extract().asString());
        JsonPath drawn = answer("normal/sample", "{" + STANDARD + ", \"size\": 4}");
        long seed = drawn.getLong("seed");
        assertThat(answer("normal/sample", "{" + STANDARD + ", \"size\": 4, \"seed\": " + seed + "}")
                        .getList("values"))
                .isEqualTo(drawn.getList("values"));
    }

    @Test
    void anAnswerThatDrewItsSeedIsNotKept() {
        given().queryParam("request", "{" + STANDARD + ", \"size\": 1}")
                .get("/v1/stats/distributions/normal/sample")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"));
    }

    @Test
    void undefinedMomentsAreThereAndNull() {
        String body = post("student-t/moments", "{\"parameters\": {\"degreesOfFreedom\": 1}}")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).contains("\"mean\":null").contains("\"variance\":null").contains("\"median\":0");
        post("student-t/moments", "{\"parameters\": {\"degreesOfFreedom\": 1.5}}")
                .body("variance", equalTo("Infinity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "student-t", "chi-square", "f", "binomial"})
    void everyDistributionDescribesItself(String name) {
        given().get("/v1/stats/distributions/" + name)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("formulas.cdf", org.hamcrest.Matchers.notNullValue());
        given().get("/v1/stats/distributions").then().statusCode(200).body("distributions.name", hasItem(name));
    }

    @Test
    void aFitMayHoldParametersAndOmitMissingValues() {
        JsonPath fit =
                answer("normal/fit", "{\"data\": [1, null, 3], \"missing\": \"omit\", \"fixed\": {\"mean\": 1}}");
        assertThat(fit.getDouble("parameters.mean")).isEqualTo(1);
        assertThat(fit.getDouble("parameters.standardDeviation")).isEqualTo(Math.sqrt(2));
        assertThat(fit.getMap("standardErrors")).containsOnlyKeys("standardDeviation");
        assertThat(fit.getInt("size")).isEqualTo(2);
    }
}
