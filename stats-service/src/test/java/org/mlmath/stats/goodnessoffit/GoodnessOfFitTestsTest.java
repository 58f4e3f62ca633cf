package org.mlmath.stats.goodnessoffit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.reference.ReferenceAnswers;

@QuarkusTest
class GoodnessOfFitTestsTest {
    static Stream<JsonNode> references() throws IOException {
        return ReferenceAnswers.cases(GoodnessOfFitTestsTest.class, "goodness-of-fit.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithOtherLibraries(JsonNode reference) throws IOException {
        ReferenceAnswers.check(reference);
    }

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
                "shapiro-wilk | {'data': [1, 2]} | 422 | insufficient-data | /data",
                "shapiro-wilk | {'data': [2, 2, 2]} | 422 | insufficient-data | /data",
                "shapiro-wilk | {'data': [2, null, 3]} | 422 | invalid-parameter | /data/1",
                "jarque-bera | {'data': [1, 1]} | 422 | insufficient-data | /data",
                "jarque-bera | {'data': [1, 2, 3], 'alpha': 0} | 422 | invalid-parameter | /alpha",
                "anderson-darling | {'data': [1, 1, 1]} | 422 | insufficient-data | /data",
                "anderson-darling | {'data': [1, 2], 'distribution': {'name': 'weibull'}} | 422 | invalid-parameter | /distribution/parameters",
                "anderson-darling | {'data': [-1, 2], 'distribution': {'name': 'exponential', 'parameters': {'rate': 1}}} | 422 | domain-error | /data",
                "anderson-darling | {'data': [1, 2], 'distribution': {'name': 'poisson', 'parameters': {'rate': 1}}} | 422 | invalid-parameter | /distribution/name",
                "kolmogorov-smirnov-one-sample | {'data': [1, 2]} | 400 | invalid-request | /distribution",
                "kolmogorov-smirnov-one-sample | {'data': [], 'distribution': {'name': 'normal'}} | 422 | insufficient-data | /data",
                "kolmogorov-smirnov-one-sample | {'data': [1], 'distribution': {}} | 400 | invalid-request | /distribution/name",
                "kolmogorov-smirnov-one-sample | {'data': [1], 'distribution': {'name': 'norml'}} | 422 | invalid-parameter | /distribution/name",
                "kolmogorov-smirnov-one-sample | {'data': [1], 'distribution': {'name': 'normal', 'parameters': {'mean': null}}} | 422 | invalid-parameter | /distribution/parameters/mean",
                "kolmogorov-smirnov-one-sample | {'data': [1], 'distribution': {'name': 'normal', 'parameters': {'mean': 0, 'standardDeviation': -1}}} | 422 | invalid-parameter | /distribution/parameters/standardDeviation",
                "kolmogorov-smirnov-two-sample | {'a': [1], 'b': []} | 422 | insufficient-data | /b",
                "runs | {'data': [1, 1, 1]} | 422 | insufficient-data | /data",
                "runs | {'data': [1, 2, 3], 'cutoff': 9} | 422 | insufficient-data | /data"
            })
    void whatIsWrongIsSaidWhereItIs(String test, String request, int status, String problem, String pointer) {
        post(test, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void parametersThatLookEstimatedAreRemarkedOn() {
        post(
                        "kolmogorov-smirnov-one-sample",
                        "{'data': [1, 2, 3, 4, 5], 'distribution': {'name': 'normal', 'parameters': {'mean': 3, 'standardDeviation': 1.5811388}}}")
                .statusCode(200)
                .body("warnings.code", hasItem("estimated-parameters"));
    }

    @Test
    void estimatedParametersMakeADistanceMoreRemarkable() {
        String data = "[148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]";
        post(
                        "kolmogorov-smirnov-one-sample",
                        "{'data': %s, 'distribution': {'name': 'normal', 'parameters': {'mean': 172, 'standardDeviation': 24.95}}}"
                                .formatted(data))
                .statusCode(200)
                .body("pValue", greaterThan(0.2f));
        post("kolmogorov-smirnov-one-sample", "{'data': %s, 'distribution': {'name': 'normal'}}".formatted(data))
                .statusCode(200)
                .body("pValue", lessThan(0.1f))
                .body("diagnostics.method", equalTo("lilliefors"));
    }

    @Test
    void aDistanceOfDiscreteDistributionsIsTakenOnBothSidesOfTheirSteps() {
        // F jumps from 0 to ½ at 0 and to 1 at 1, and so does the sample.
        post(
                        "kolmogorov-smirnov-one-sample",
                        "{'data': [0, 1, 1, 0], 'distribution': {'name': 'binomial', 'parameters': {'trials': 1, 'probability': 0.5}}}")
                .statusCode(200)
                .body("statistic", lessThan(1e-15f))
                .body("warnings.code", hasItem("discrete-distribution"));
    }

    @Test
    void twoSamplesThatAreTheSameAreNoDistanceApart() {
        post("kolmogorov-smirnov-two-sample", "{'a': [1, 1, 2], 'b': [1, 1, 2]}")
                .statusCode(200)
                .body("statistic", equalTo(0))
                .body("pValue", equalTo(1));
    }

    @Test
    void hundredsOfThousandsOfValuesAreTested() {
        double[] data = new SplittableRandom(4).doubles(300_000).toArray();
        TestResult shapiro =
                NormalityTest.shapiroWilk(new ShapiroWilkRequest(new Observations(data), null, null, null));
        assertThat(shapiro.rejectNull()).isTrue();
        assertThat(shapiro.warnings()).extracting(Warning::code).contains("extrapolated");
        TestResult smirnov = KolmogorovSmirnov.twoSample(
                new KolmogorovSmirnovTwoSampleRequest(
                        new Observations(data), new Observations(data.clone()), null, null, null, null, null),
                Deadline.none());
        assertThat(smirnov.pValue()).isEqualTo(1);
        assertThat(smirnov.diagnostics().exact()).isFalse();
    }
}
