package org.mlmath.stats.bayes.mcmc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class McmcResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ValidatableResponse post(String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/bayes/mcmc")
                .then();
    }

    private static JsonNode answer(String json) throws IOException {
        return JSON.readTree(post(json).statusCode(200).extract().asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'logDensity': '-x^2', 'variables': []} | 400 | invalid-request | /variables",
                "{'logDensity': '-x^2'} | 400 | invalid-request | /variables",
                "{'variables': [{'name': 'x'}]} | 400 | invalid-request | /logDensity",
                "{'logDensity': '-x^2', 'variables': [{}]} | 400 | invalid-request | /variables/0/name",
                "{'logDensity': '-x^2', 'variables': [{'name': '2x'}]} | 422 | invalid-parameter | /variables/0/name",
                "{'logDensity': '-x^2', 'variables': [{'name': 'pi'}]} | 422 | invalid-parameter | /variables/0/name",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}, {'name': 'x'}]} | 422 | invalid-parameter | /variables/1/name",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x', 'lower': 1, 'upper': 1}]} | 422 | invalid-parameter | /variables/0/lower",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x', 'lower': 1, 'start': 1}]} | 422 | invalid-parameter | /variables/0/start",
                "{'logDensity': '-x^2 +', 'variables': [{'name': 'x'}]} | 422 | expression-syntax | /logDensity",
                "{'logDensity': '-x^2 + sum((x)', 'variables': [{'name': 'x'}]} | 422 | expression-syntax | /logDensity",
                "{'logDensity': '-x^2 - yy', 'variables': [{'name': 'x'}]} | 422 | unknown-name | /logDensity",
                "{'logDensity': '-x^2 - sum(y*z)', 'variables': [{'name': 'x'}], 'data': {'y': [1, 2]}} | 422 | unknown-name | /logDensity",
                "{'logDensity': '-sum(x^2)', 'variables': [{'name': 'x'}], 'data': {'y': [1, 2]}} | 422 | invalid-parameter | /logDensity",
                "{'logDensity': '-sum(x^2*sum(y))', 'variables': [{'name': 'x'}], 'data': {'y': [1, 2]}} | 422 | invalid-parameter | /logDensity",
                "{'logDensity': '-sum((y - x*z)^2)', 'variables': [{'name': 'x'}], 'data': {'y': [1, 2], 'z': [1, 2, 3]}} | 422 | dimension-mismatch | /data/z",
                "{'logDensity': '-sum(i, 1, 4, (y[i] - x)^2)', 'variables': [{'name': 'x'}], 'data': {'y': [1, 2]}} | 422 | invalid-parameter | /logDensity",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'data': {'x': [1]}} | 422 | invalid-parameter | /data/x",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'data': {'y': []}} | 422 | insufficient-data | /data/y",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'data': {'y': 'a'}} | 400 | invalid-request | /data/y",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'chains': 0} | 400 | invalid-request | /chains",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'drawsPerChain': 1e9} | 400 | invalid-request | /drawsPerChain",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'sampler': 'gibbs'} | 400 | invalid-request | /sampler",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'level': 1} | 422 | invalid-parameter | /level",
                "{'logDensity': '-x^2', 'variables': [{'name': 'x'}], 'targetAcceptance': 0} | 422 | invalid-parameter | /targetAcceptance",
                "{'logDensity': 'ln(x)', 'variables': [{'name': 'x', 'start': -1}]} | 422 | domain-error | /logDensity"
            })
    void whatIsWrongIsSaidWhereItIs(String request, int status, String problem, String pointer) {
        post(request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void anErrorInsideASumStandsWhereItStandsInTheText() {
        post("{'logDensity': '-mu^2 - sum((y - mu)^^2)', 'variables': [{'name': 'mu'}], 'data': {'y': [1, 2]}}")
                .statusCode(422)
                .body("start", equalTo(21));
    }

    /** The same posterior, N(1.2, 1/5.01) nearly, in each of the forms a sum over data may have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-mu^2/200 - sum((y - mu)^2)/2",
                "-mu^2/200 - np.sum((y-mu)**2)/2",
                "-mu^2/200 - sum(i, 1, 5, (y[i] - mu)^2)/2",
                "-mu^2/200 - sum(i, 0, n - 1, (y[i] - mu)^2)/2",
                "-mu^2/200 - n*mu^2/2 + mu*sum(y)"
            })
    void aSumOverDataMayBeWrittenInSeveralWays(String logDensity) throws IOException {
        JsonNode answer = answer(
                "{'logDensity': '%s', 'variables': [{'name': 'mu'}], 'data': {'y': [0.5, 1, 1.5, 2, 1]}, 'seed': 5}"
                        .formatted(logDensity));
        double mean = 6 / 5.01;
        double deviation = Math.sqrt(1 / 5.01);
        JsonNode mu = answer.at("/summary/mu");
        double error = 5 * mu.get("mcse").asDouble();
        assertThat(mu.get("mean").asDouble()).isBetween(mean - error, mean + error);
        assertThat(mu.get("standardDeviation").asDouble()).isBetween(0.95 * deviation, 1.05 * deviation);
        assertThat(mu.get("rHat").asDouble()).isLessThan(1.01);
        assertThat(answer.at("/diagnosis/believable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuts", "hmc", "metropolis"})
    void aBetaPosteriorHasItsMoments(String sampler) throws IOException {
        JsonNode answer = answer(
                "{'logDensity': 's*ln(p) + (trials - s)*ln(1 - p)', 'variables': [{'name': 'p', 'lower': 0, 'upper': 1}], 'data': {'s': 7, 'trials': [10]}, 'seed': 11, 'drawsPerChain': 4000, 'sampler': '%s'}"
                        .formatted(sampler));
        JsonNode p = answer.at("/summary/p");
        double error = 5 * p.get("mcse").asDouble();
        assertThat(p.get("mean").asDouble()).isBetween(8.0 / 12 - error, 8.0 / 12 + error);
        assertThat(p.at("/interval/lower").asDouble()).isBetween(0.36, 0.42); // 0.39026 by R's qbeta
        assertThat(p.at("/interval/upper").asDouble()).isBetween(0.87, 0.91); // 0.89074
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        String request =
                "{'logDensity': '-x^2/2', 'variables': [{'name': 'x'}], 'seed': 3, 'samples': true, 'drawsPerChain': 20, 'warmup': 50}";
        String first = post(request).extract().asString();
        assertThat(post(request).extract().asString()).isEqualTo(first);
        assertThat(post(request.replace("'seed': 3", "'seed': 4")).extract().asString())
                .isNotEqualTo(first);
    }

    @Test
    void twoModesFarApartAreNotBelieved() {
        post("{'logDensity': 'logsumexp(-(x - 20)^2/2, -(x + 20)^2/2)', 'variables': [{'name': 'x'}], 'seed': 2}")
                .statusCode(200)
                .body("diagnosis.believable", equalTo(false))
                .body("diagnosis.findings.code", hasItem("high-r-hat"));
    }

    @Test
    void aDensityWithoutAnIntegralIsNotBelieved() {
        post("{'logDensity': 'x', 'variables': [{'name': 'x'}], 'seed': 2}")
                .statusCode(200)
                .body("diagnosis.believable", equalTo(false));
        post("{'logDensity': '0', 'variables': [{'name': 'x'}], 'seed': 2}")
                .statusCode(200)
                .body("diagnosis.believable", equalTo(false));
    }

    @Test
    void theDeadlineIsKept() {
        given().contentType("application/json")
                .header("Prefer", "wait=1")
                .body(
                        "{\"logDensity\": \"-sum((y - m)^2) - x^2\", \"variables\": [{\"name\": \"m\"}, {\"name\": \"x\"}], \"data\": {\"y\": [%s1]}, \"drawsPerChain\": 100000}"
                                .formatted("1.5,".repeat(2000)))
                .post("/v1/stats/bayes/mcmc")
                .then()
                .body("type", oneOf("/problems/deadline-exceeded", "/problems/limit-exceeded"));
    }
}
