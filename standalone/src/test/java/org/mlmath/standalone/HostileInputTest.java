package org.mlmath.standalone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.test.http.RawExchange;

/** What no caller should send: each a clear problem, at once, with the server answering others as before. */
@QuarkusTest
class HostileInputTest {
    @TestHTTPResource("/v1/linalg/decompositions/svd")
    URI svd;

    private static ValidatableResponse post(String path, String body) {
        long begin = System.nanoTime();
        ValidatableResponse answer = given().contentType("application/json")
                .body(body)
                .post("/v1/" + path)
                .then();
        assertThat(System.nanoTime() - begin)
                .as("no input keeps the server busy")
                .isLessThan(20_000_000_000L);
        return answer;
    }

    @AfterEach
    void othersAreStillAnswered() {
        post("linalg/decompositions/svd", "{\"matrix\": [[3, 0], [0, 4]]}")
                .statusCode(200)
                .body("singularValues[0]", equalTo(4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"matrix": [[1, 2], [3]]}             | 400 | invalid-request | /matrix/1
                    {"matrix": [[1, NaN]]}                | 400 | malformed-json  | /matrix/0/1
                    {"matrix": [[1, 1e999]]}              | 400 | invalid-request | /matrix/0/1
                    {"matrix": [[1, "two"]]}              | 400 | invalid-request | /matrix/0/1
                    {"matrix": [[1, null]]}               | 400 | invalid-request | /matrix/0/1
                    {"matrix": "[[1]]"}                   | 400 | invalid-request | /matrix
                    {"matrix": [[1]], "mod": "full"}      | 400 | invalid-request | /mod
                    {}                                    | 400 | invalid-request | /matrix
                    """)
    void matricesThatAreNone(String body, int status, String type, String pointer) {
        post("linalg/decompositions/svd", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer))
                .body("requestId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"svd", "eigen", "qr"})
    void anEmptyMatrixIsRefused(String decomposition) {
        for (String empty : List.of("[]", "[[]]", "[[], []]")) {
            post("linalg/decompositions/" + decomposition, "{\"matrix\": " + empty + "}")
                    .statusCode(in(List.of(400, 422)))
                    .body("errors[0].pointer", equalTo("/matrix"));
        }
    }

    @Test
    void aMatrixTooLargeForTheDeadlineIsRefusedBeforeItIsBegun() throws Exception {
        String row = "[" + "1,".repeat(2_799) + "1]";
        String body = "{\"matrix\": [" + (row + ",").repeat(2_799) + row + "]}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(svd)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("/problems/limit-exceeded").contains("\"limit\":10");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^9^9^9",
                "x^x^x^x^x^x^x^x",
                "9999999!",
                "10^(10^10)",
                "((((",
                "x +* 2",
                "sinn(x)",
                "",
                " ",
                "import os",
                "__import__('os')",
                "x\\u200b + 1",
                "\\u202e x",
                "sum(i, 1, 10^12, i)",
                "\\\\frac{1}{"
            })
    void expressionsThatAreNone(String expression) {
        post("calculus/derivative", "{\"expression\": \"" + expression + "\", \"at\": {\"x\": 2}}")
                .statusCode(in(List.of(200, 400, 422)));
    }

    @Test
    void tenThousandParenthesesAreTooMany() {
        String nested = "(".repeat(10_000) + "x" + ")".repeat(10_000);
        for (String path : List.of("derivative", "gradient", "expressions/evaluate")) {
            post("calculus/" + path, "{\"expression\": \"" + nested + "\", \"at\": {\"x\": 1}}")
                    .statusCode(422)
                    .body("type", in(List.of("/problems/limit-exceeded", "/problems/expression-syntax")))
                    .body("errors[0].pointer", equalTo("/expression"));
        }
        post("calculus/derivative", "{\"expression\": \"" + "sin(".repeat(5_000) + "\"}")
                .statusCode(422);
    }

    @Test
    void aTowerOfPowersHasNoValueAndSaysSo() {
        post("calculus/expressions/evaluate", "{\"expression\": \"9^9^9^9\", \"at\": {}}")
                .statusCode(422)
                .body("type", in(List.of("/problems/domain-error", "/problems/limit-exceeded")))
                .body("detail", containsString("9"));
    }

    @Test
    void nonsensicalRunsStopWithTheirReason() {
        String objective = "\"objective\": {\"expression\": \"x^2 + y^2\"}, \"start\": [1, 1]";
        String descent = "\"method\": {\"name\": \"gradient-descent\", \"learningRate\": %s}";
        post(
                        "calculus/optimization/minimize",
                        "{" + objective + ", " + descent.formatted("1e300") + ", \"maxIterations\": 100}")
                .statusCode(200)
                .body("converged", equalTo(false))
                .body("reason", notNullValue());
        post(
                        "calculus/optimization/minimize",
                        "{" + objective + ", " + descent.formatted("0.1") + ", \"maxIterations\": 1000000000000}")
                .statusCode(in(List.of(400, 422)));
        post(
                        "calculus/optimization/minimize",
                        "{" + objective + ", " + descent.formatted("0.1") + ", \"maxIterations\": 2000000000}")
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
    }

    @Test
    void statisticsOfNothingAreRefused() {
        post("stats/tests/t-one-sample", "{\"data\": []}").statusCode(422).body("errors[0].pointer", equalTo("/data"));
        post("stats/tests/t-one-sample", "{\"data\": [1]}").statusCode(422).body("errors[0].pointer", equalTo("/data"));
        post("stats/tests/t-two-sample", "{\"a\": [1, 2, 3]}").statusCode(in(List.of(400, 422)));
        post("stats/distributions/normal/cdf", "{\"parameters\": {\"mean\": 0, \"standardDeviation\": -1}, \"at\": 0}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parameters/standardDeviation"));
        post("stats/distributions/nromal/cdf", "{\"parameters\": {}, \"at\": 0}")
                .statusCode(in(List.of(404, 422)));
    }

    @Test
    void otherMediaTypesAreRefused() {
        given().contentType("text/plain")
                .body("{\"matrix\": [[1]]}")
                .post("/v1/linalg/decompositions/svd")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    /** Here no gateway stands between: the resources themselves are in reach of every spelling of a path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/linalg/decompositions/svd",
                "/v1/linalg//decompositions/svd",
                "/v1/stats/../linalg/decompositions/svd",
                "/v1/stats/%2e%2e/linalg/decompositions/svd",
                "/v1;a/linalg/decompositions/svd",
                "/v1/linalg;a=b/decompositions/svd",
                "/v1/linalg%2Fdecompositions/svd",
                "/v1/linalg/decompositions/svd%00"
            })
    void aPathHasOneSpelling(String path) throws Exception {
        String body = "{\"matrix\": [[1]]}";
        RawExchange exchange = RawExchange.send(
                svd,
                "POST " + path
                        + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
        assertThat(exchange.status()).isEqualTo(404);
        assertThat(exchange.body()).contains("/problems/not-found");
    }

    @Test
    void aMethodThatIsNotAnsweredIsToldWhichAre() throws Exception {
        given().put(svd).then().statusCode(405).header("Allow", equalTo("OPTIONS, POST"));
        // not asked with what holds answers against the API document, which describes no OPTIONS
        RawExchange options = RawExchange.send(
                svd, "OPTIONS " + svd.getPath() + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("OPTIONS, POST");
    }
}
