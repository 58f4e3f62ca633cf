package org.mlmath.stats.bayes.conjugate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ConjugateResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ValidatableResponse post(String family, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/bayes/" + family)
                .then();
    }

    private static JsonNode answer(String family, String json) throws IOException {
        return JSON.readTree(post(family, json).statusCode(200).extract().asString());
    }

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = ConjugateResourceTest.class.getResourceAsStream("conjugates.json")) {
            return StreamSupport.stream(JSON.readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithTheIntegralOfPriorTimesLikelihood(JsonNode reference) throws IOException {
        JsonNode answer =
                answer(reference.get("path").asText(), reference.get("request").toString());
        reference.get("expected").properties().forEach(expected -> assertThat(
                        answer.at(expected.getKey()).asDouble())
                .as(expected.getKey())
                .isCloseTo(Double.parseDouble(expected.getValue().asText()), Percentage.withPercentage(1e-9)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta-binomial | {'data': {'successes': 3}} | 400 | invalid-request | /data/trials",
                "beta-binomial | {'data': [0, 2]} | 422 | invalid-parameter | /data/1",
                "beta-binomial | {'data': [0, 1], 'prior': {'alpha': -1}} | 422 | invalid-parameter | /prior/alpha",
                "beta-binomial | {'data': [0, 1], 'prior': {'shape': 1}} | 400 | invalid-request | /prior/shape",
                "beta-binomial | {'data': [0, 1], 'level': 0} | 422 | invalid-parameter | /level",
                "beta-binomial | {'data': [0, 1], 'predictiveTrials': 0} | 422 | invalid-parameter | /predictiveTrials",
                "beta-binomial | {'data': [0, 1], 'nullValue': 1.5} | 422 | invalid-parameter | /nullValue",
                "beta-binomial | {'data': [], 'prior': {'alpha': 0}} | 422 | insufficient-data | /prior",
                "gamma-poisson | {'data': [-1]} | 422 | invalid-parameter | /data/0",
                "gamma-poisson | {'data': {'events': 3}} | 400 | invalid-request | /data/exposure",
                "gamma-poisson | {'data': {'events': 3, 'exposure': -1}} | 422 | invalid-parameter | /data/exposure",
                "gamma-poisson | {'data': [1], 'prior': {'shape': 1, 'rate': 1, 'scale': 1}} | 422 | invalid-parameter | /prior/scale",
                "gamma-poisson | {'data': [], 'prior': {'shape': 1}} | 422 | insufficient-data | /prior",
                "gamma-poisson | {'data': [1], 'predictiveExposure': 0} | 422 | invalid-parameter | /predictiveExposure",
                "normal-normal | {'data': [1]} | 400 | invalid-request | /standardDeviation",
                "normal-normal | {'data': [1], 'standardDeviation': 1, 'prior': {'mean': 0}} | 400 | invalid-request | /prior/standardDeviation",
                "normal-normal | {'data': [1], 'standardDeviation': 1, 'prior': {'mean': 0, 'standardDeviation': 0}} | 422 | invalid-parameter | /prior/standardDeviation",
                "normal-normal | {'data': [], 'standardDeviation': 1} | 422 | insufficient-data | /data",
                "normal-inverse-gamma | {'data': [1]} | 422 | insufficient-data | /data",
                "normal-inverse-gamma | {'data': [1e200, -1e200]} | 422 | domain-error | /data",
                "normal-inverse-gamma | {'data': [1], 'prior': {'mean': 0, 'kappa': 0, 'shape': 1, 'scale': 1}} | 422 | invalid-parameter | /prior/kappa",
                "dirichlet-multinomial | {'data': [1]} | 422 | insufficient-data | /data",
                "dirichlet-multinomial | {'data': [1, -1]} | 422 | invalid-parameter | /data/1",
                "dirichlet-multinomial | {'data': [1, 0], 'prior': {'concentrations': [1]}} | 422 | dimension-mismatch | /prior/concentrations",
                "dirichlet-multinomial | {'data': [1, 0], 'prior': {'concentrations': [0, 0]}} | 422 | insufficient-data | /prior/concentrations/1"
            })
    void whatIsWrongIsSaidWhereItIs(String family, String request, int status, String problem, String pointer) {
        post(family, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aUShapedPosteriorHasNoModeAndARegionInTwoParts() {
        post("beta-binomial", "{'data': [], 'prior': {'alpha': 0.5, 'beta': 0.5}}")
                .statusCode(200)
                .body("mode", nullValue())
                .body("highestDensityInterval", nullValue())
                .body("highestDensityRegion", hasSize(2))
                .body("highestDensityRegion[0].lower", equalTo(0))
                .body("highestDensityRegion[1].upper", equalTo(1))
                .body("warnings.code", hasItem("two-part-region"));
    }

    @Test
    void aMonotonePosteriorHasItsModeAndItsShortestIntervalAtTheEnd() throws IOException {
        // Beta(1, 6): 1 − (1 − x)^6 = 0.95.
        JsonNode answer = answer("beta-binomial", "{'data': {'successes': 0, 'trials': 5}}");
        assertThat(answer.get("mode").asDouble()).isZero();
        assertThat(answer.at("/highestDensityInterval/lower").asDouble()).isZero();
        assertThat(answer.at("/highestDensityInterval/upper").asDouble())
                .isCloseTo(-Math.expm1(Math.log(0.05) / 6), Percentage.withPercentage(1e-10));
    }

    @Test
    void anImproperPriorHasNoMarginalLikelihood() {
        post("gamma-poisson", "{'data': [3, 4]}")
                .statusCode(200)
                .body("posterior.shape", equalTo(7.5f))
                .body("posterior.rate", equalTo(2))
                .body("logMarginalLikelihood", nullValue())
                .body("warnings.code", hasItem("improper-prior"));
    }

    @Test
    void theReferencePriorGivesStudentsInterval() throws IOException {
        JsonNode answer = answer("normal-inverse-gamma", "{'data': [5.1, 4.9, 5.6, 5.2]}");
        String test = given().contentType("application/json")
                .body("{\"data\": [5.1, 4.9, 5.6, 5.2]}")
                .post("/v1/stats/tests/t-one-sample")
                .asString();
        JsonNode student = JSON.readTree(test);
        assertThat(answer.at("/credibleInterval/lower").asDouble())
                .isCloseTo(student.at("/confidenceInterval/lower").asDouble(), Percentage.withPercentage(1e-10));
        assertThat(answer.at("/highestDensityInterval/upper").asDouble())
                .isCloseTo(student.at("/confidenceInterval/upper").asDouble(), Percentage.withPercentage(1e-10));
    }

    @Test
    void predictiveProbabilitiesOfCountsSumToOne() throws IOException {
        JsonNode betaBinomial =
                answer("beta-binomial", "{'data': {'successes': 7, 'trials': 10}, 'predictiveTrials': 200}");
        assertThat(sum(betaBinomial.at("/predictive/probabilities"))).isCloseTo(1, Percentage.withPercentage(1e-10));
        JsonNode negativeBinomial = answer("gamma-poisson", "{'data': [3, 4, 2], 'predictiveExposure': 7}");
        assertThat(sum(negativeBinomial.at("/predictive/probabilities"))).isCloseTo(1, Percentage.withPercentage(1e-5));
    }

    private static double sum(JsonNode probabilities) {
        double sum = 0;
        for (JsonNode probability : probabilities) {
            sum += probability.asDouble();
        }
        return sum;
    }

    @Test
    void twoCategoriesAreSuccessAndFailure() throws IOException {
        JsonNode dirichlet = answer("dirichlet-multinomial", "{'data': [7, 3], 'prior': {'concentrations': [2, 5]}}");
        JsonNode beta =
                answer("beta-binomial", "{'data': {'successes': 7, 'trials': 10}, 'prior': {'alpha': 2, 'beta': 5}}");
        for (String[] pair : new String[][] {
            {"/mean/0", "/mean"},
            {"/variance/0", "/variance"},
            {"/mode/0", "/mode"},
            {"/credibleInterval/0/lower", "/credibleInterval/lower"},
            {"/highestDensityInterval/0/upper", "/highestDensityInterval/upper"},
            {"/logMarginalLikelihood", "/logMarginalLikelihood"}
        }) {
            assertThat(dirichlet.at(pair[0]).asDouble())
                    .as(pair[0])
                    .isCloseTo(beta.at(pair[1]).asDouble(), Percentage.withPercentage(1e-10));
        }
    }
}
