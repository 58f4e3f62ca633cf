package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is a problem document that says where and what. */
@QuarkusTest
class ProblemTest {
    @TestHTTPResource("/v1/probe/")
    URI probe;

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/probe/" + path)
                .then();
    }

    private static void problem(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .header("Mlmath-Version", notNullValue())
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("requestId", notNullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                           | invalid-request | /matrix     | is required
                    {"matrix": null}                             | invalid-request | /matrix     | is required
                    {"matrix": 3}                                | invalid-request | /matrix     | a single number
                    {"matrix": "a"}                              | invalid-request | /matrix     | is text
                    {"matrix": [1, 2]}                           | invalid-request | /matrix/0   | where a row is expected
                    {"matrix": [[1, 2], [3]]}                    | invalid-request | /matrix/1   | has 1 entry, the rows before it have 2
                    {"matrix": [[1, 2], [3, 4, 5]]}              | invalid-request | /matrix/1   | has 3 entries
                    {"matrix": [[1, 2], 3]}                      | invalid-request | /matrix/1   | stands among arrays
                    {"matrix": [[1, [2]]]}                       | invalid-request | /matrix/0/1 | is an array among numbers
                    {"matrix": [[[1]]]}                          | invalid-request | /matrix/0/0 | nested too deep
                    {"matrix": [[1, "x"]]}                       | invalid-request | /matrix/0/1 | not a number
                    {"matrix": [[1, "1/0"]]}                     | invalid-request | /matrix/0/1 | not a number
                    {"matrix": [[1, null]]}                      | invalid-request | /matrix/0/1 | is null
                    {"matrix": [[1, true]]}                      | invalid-request | /matrix/0/1 | true or false
                    {"matrix": [[1, {}]]}                        | invalid-request | /matrix/0/1 | is an object
                    {"matrix": [[1, 1e999]]}                     | invalid-request | /matrix/0/1 | larger than the largest double
                    {"matrix": [[1, NaN]]}                       | malformed-json  | /matrix/0/1 | finite number
                    {"matrix": [[1, -Infinity]]}                 | malformed-json  | /matrix/0/1 | minus sign
                    {"matrix": [[01]]}                           | malformed-json  | /matrix/0/0 | leading zero
                    {"matrix": [[1.]]}                           | malformed-json  | /matrix/0/0 | decimal point
                    {"matrix": [[1e]]}                           | malformed-json  | /matrix/0/0 | exponent
                    {"matrix": [[1,]]}                           | malformed-json  | /matrix/0   | comma
                    {"matrix": [[1 2]]}                          | malformed-json  | /matrix/0   | comma
                    {"matrix": [[1, 2                            | malformed-json  | /matrix     | cut off
                    {"matrix": [[1]], "vector": ["1"]}           | invalid-request | /vector/0   | is text
                    {"matrix": [[1]], "vector": [[1]]}           | invalid-request | /vector/0   | is nested too deep
                    {"matrix": [[1]], "rhs": {}}                 | invalid-request | /rhs        | is an object
                    {"matrix": [[1]], "scale": -1}               | invalid-request | /scale      | must be greater than or equal to 0
                    {"matrix": [[1]], "scale": 1e999}            | invalid-request | /scale      | larger than the largest double
                    {"matrix": [[1]], "scale": "2"}              | invalid-request | /scale      | expected a finite number
                    {"matrix": [[1]], "count": 2.5}              | invalid-request | /count      | expected an integer
                    {"matrix": [[1]], "explain": 1}              | invalid-request | /explain    | expected true or false
                    {"matrix": [[1]], "mode": "ful"}             | invalid-request | /mode       | Did you mean "full"?
                    {"matrix": [[1]], "mode": 1}                 | invalid-request | /mode       | "thin-walled"
                    {"matirx": [[1]]}                            | invalid-request | /matirx     | Did you mean "matrix"?
                    """)
    void theDetailNamesThePlace(String body, String type, String pointer, String detail) {
        ValidatableResponse answer = post("echo", body);
        problem(answer, 400, type);
        answer.body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"matrix" [[1]]}          | 1 | 11
            {"matrix": [[1]], x}      | 1 | 19
            {"matrix": [[1]]          | 1 | 17
            {"matrix": [[1]]} {}      | 1 | 19
            nonsense                  | 1 | 1
            """)
    void malformedJsonHasLineAndColumn(String body, int line, int column) {
        ValidatableResponse answer = post("echo", body);
        answer.statusCode(400).body("type", startsWith("/problems/"));
        if (!body.endsWith("{}")) {
            problem(answer, 400, "malformed-json");
            answer.body("line", equalTo(line)).body("detail", containsString("column " + column));
        }
    }

    @Test
    void anEmptyBodyIsSaidToBeEmpty() {
        problem(post("echo", ""), 400, "invalid-request");
        problem(post("echo", "null"), 400, "invalid-request");
        problem(post("echo", "[]"), 400, "invalid-request");
    }

    /** Sent by the JDK's client: REST Assured prints each body prettily, which takes half a minute at this depth. */
    @Test
    void deepNestingIsRefused() throws Exception {
        assertThat(deep("echo", "{\"matrix\": ", "[")).contains("/problems/invalid-request", "/matrix/0/0");
        assertThat(deep("echo", "{\"matrix\": [[1]], \"mode\": ", "[")).contains("/problems/invalid-request", "/mode");
        assertThat(deep("fail", "{\"how\": ", "[")).contains("/problems/invalid-request", "/how");
        assertThat(deep("echo", "{\"x\": ", "{\"x\":")).contains("/problems/limit-exceeded", "maximum allowed (64).");
    }

    private String deep(String path, String beginning, String repeated) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(probe.resolve(path))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(beginning + repeated.repeat(10_000)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        problem(post("echo", "{\"matrix\": [[1]], \"matrix\": [[2]]}"), 400, "malformed-json");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsAProblemToo() {
        problem(given().get("/v1/probe/nothing").then(), 404, "not-found");
        problem(given().get("/elsewhere").then(), 404, "not-found");
        problem(given().get("/v1/probe/echo").then(), 405, "method-not-allowed");
        problem(
                given().contentType("application/json")
                        .body("{}")
                        .put("/v1/probe/echo")
                        .then(),
                405,
                "method-not-allowed");
        problem(
                given().contentType("text/plain")
                        .body("{}")
                        .post("/v1/probe/echo")
                        .then(),
                415,
                "unsupported-media-type");
        problem(
                given().contentType("application/json")
                        .accept("image/png")
                        .body("{\"matrix\": [[1]]}")
                        .post("/v1/probe/echo")
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void aMethodThatIsNotAnsweredIsToldWhichAre() {
        given().get("/v1/probe/echo")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("OPTIONS, POST"))
                .body("detail", containsString("?request="));
        given().delete("/v1/probe/list")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .body("detail", equalTo("This path answers GET, HEAD, OPTIONS."));
        given().options("/v1/probe/echo").then().statusCode(204).header("Allow", equalTo("OPTIONS, POST"));
        problem(given().options("/v1/probe/nothing").then(), 404, "not-found");
        problem(given().options("/v1/nothing").then(), 404, "not-found");
    }

    @Test
    void headHasTheHeadersOfTheGetForm() {
        String uri = "/v1/probe/seed";
        String json = "{\"seed\": 3}";
        var get = given().queryParam("request", json).get(uri);
        var head = given().queryParam("request", json).head(uri);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isNotNull().isEqualTo(get.header("ETag"));
        assertThat(head.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
        assertThat(head.asString()).isEmpty();
        assertThat(given().head("/v1/probe/list").header("ETag"))
                .isNotNull()
                .isEqualTo(given().get("/v1/probe/list").header("ETag"));
        given().queryParam("request", "{\"sed\": 3}").head(uri).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"matrix\": [[1]]",
                "{\"matrix\": [[1]], \"mode\": \"full",
                "{\"matrix\": [[1]], \"mode\": ",
                "{\"matrix\": [[1]], \"mode\": {",
                "{\"matrix\": [[1]], \"scale\": 1e",
                "{\"matrix\": [[1]], \"count\": 99999999999",
                "{\"matrix\": [[1]], \"count\": 99999999999}",
                "{\"matrix",
                "{",
                "[",
                "\"",
                "-",
                "tru"
            })
    void whatReadsTheJsonIsNotShown(String body) {
        String detail = post("echo", body).statusCode(400).extract().path("detail");
        assertThat(detail).doesNotContain("Source", "REDACTED", "StreamReadFeature", "java", "`");
    }

    @Test
    void mathematicalFailuresCarryTheirFacts() {
        ValidatableResponse answer = post("fail", "{\"how\": \"mathematics\"}");
        problem(answer, 422, "singular-matrix");
        answer.body("errors[0].pointer", equalTo("/matrix")).body("rank", equalTo(1));
    }

    @Test
    void aSurpriseShowsNothingOfItsInside() {
        ValidatableResponse answer = post("fail", "{\"how\": \"surprise\"}");
        problem(answer, 500, "internal-error");
        answer.body(not(containsString("secret"))).body(not(containsString("Exception")));
        problem(post("fail", "{\"how\": \"stack\"}"), 500, "internal-error");
        problem(post("fail", "{\"how\": \"memory\"}"), 503, "overloaded");
    }

    @Test
    void theRequestIdIsTheCallersWhereItIsSane() {
        given().header("X-Request-Id", "abc-1")
                .get("/v1/probe/nothing")
                .then()
                .header("X-Request-Id", equalTo("abc-1"))
                .body("requestId", equalTo("abc-1"));
        given().header("X-Request-Id", "a\"b<c>")
                .get("/v1/probe/nothing")
                .then()
                .header("X-Request-Id", not(containsString("<")));
    }

    @Test
    void longAddressesAndHeadersAreProblems() {
        problem(
                given().queryParam("request", "x".repeat(20_000))
                        .get("/v1/probe/echo")
                        .then(),
                414,
                "uri-too-long");
        problem(
                given().header("X-Long", "x".repeat(20_000))
                        .get("/v1/probe/list")
                        .then(),
                431,
                "headers-too-large");
        problem(
                given().queryParam("request", "x".repeat(5_000))
                        .get("/v1/probe/echo")
                        .then(),
                422,
                "limit-exceeded");
    }
}
