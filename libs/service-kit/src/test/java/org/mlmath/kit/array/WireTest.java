package org.mlmath.kit.array;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Arrays over HTTP: what goes in comes out, byte for byte. */
@QuarkusTest
class WireTest {
    private static String echo(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/probe/echo")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void arraysComeBackAsTheyWere() {
        String answer = echo("""
                {"matrix": [[1, -2.5], [0.1, 1e-7]], "vector": [], "rhs": [[1], [2]], "data": [1, null, 3], "mode": "full", "scale": 3}""");
        assertThat(answer)
                .contains("\"matrix\":[[1,-2.5],[0.1,1e-7]]")
                .contains("\"vector\":[]")
                .contains("\"rhs\":[[1],[2]]")
                .contains("\"data\":[1,null,3]")
                .contains("\"mode\":\"full\"")
                .contains("\"scale\":3")
                .contains("\"complex\":[{\"re\":1,\"im\":0},{\"re\":2,\"im\":-1}]");
        assertThat(echo("{\"matrix\": [[\"1/4\", \"-0.5\"]], \"rhs\": [7]}"))
                .contains("\"matrix\":[[0.25,-0.5]]")
                .contains("\"rhs\":[7]")
                .doesNotContain("\"vector\"");
    }

    @Test
    void emptyMatricesAndByteOrderMarksAreRead() {
        assertThat(echo("{\"matrix\": []}")).contains("\"matrix\":[]");
        assertThat(echo("{\"matrix\": [[], []]}")).contains("\"matrix\":[[],[]]");
        assertThat(echo("\uFEFF {\"matrix\": [[1]]}")).contains("\"matrix\":[[1]]");
        byte[] utf16 = "{\"matrix\": [[1]]}".getBytes(StandardCharsets.UTF_16);
        given().contentType("application/json")
                .body(utf16)
                .post("/v1/probe/echo")
                .then()
                .statusCode(200);
    }

    @Test
    void aLargeMatrixIsWrittenInPieces() {
        StringBuilder body = new StringBuilder("{\"matrix\":[");
        for (int i = 0; i < 200; i++) {
            body.append(i == 0 ? "[" : ",[")
                    .append("0.1234567890123456,".repeat(199))
                    .append(i)
                    .append(']');
        }
        String answer = echo(body + "]}");
        assertThat(answer).contains(",199]]").contains("lane");
        assertThat(answer.split("0.1234567890123456", -1)).hasSize(200 * 199 + 1);
    }

    @Test
    void theNumberOfEntriesIsLimited() {
        given().contentType("application/json")
                .body("{\"matrix\": [[" + "1,".repeat(50_000) + "1]]}")
                .post("/v1/probe/echo")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"))
                .body("errors[0].pointer", equalTo("/matrix"))
                .body("limit", equalTo(50_000));
    }

    @Test
    void mapsAreWrittenInOneOrder() {
        assertThat(given().contentType("application/json")
                        .body("{\"seed\": 1}")
                        .post("/v1/probe/seed")
                        .asString())
                .isEqualTo("{\"seed\":1,\"conventions\":{\"a\":\"2\",\"b\":\"3\",\"c\":\"1\"}}");
    }

    @Test
    void aQueryIsAnsweredAsAPostAndMayBeKept() {
        String json = "{\"seed\": 2}";
        String tag = given().queryParam("request", json)
                .get("/v1/probe/seed")
                .then()
                .statusCode(200)
                .body("seed", equalTo(2))
                .header("Cache-Control", equalTo("public, max-age=86400"))
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .queryParam("request", json)
                .get("/v1/probe/seed")
                .then()
                .statusCode(304);
        given().queryParam("request", "{}")
                .get("/v1/probe/echo")
                .then()
                .statusCode(400)
                .header("Cache-Control", equalTo("no-store"));
        given().get("/v1/probe/list").then().statusCode(200).header("ETag", notNullValue());
        given().queryParam("request", "{\"seed\": 5}")
                .get("/v1/probe/seed")
                .then()
                .body("seed", equalTo(5))
                .header("ETag", notNullValue());
        given().queryParam("request", "{}")
                .get("/v1/probe/seed")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }

    /** Too large for an event loop to make room for at once, or to send at once. */
    @Test
    void muchComesBackAsItWasWithItsLengthDeclaredOrInChunks() throws Exception {
        String rows = IntStream.range(0, 45_000)
                .mapToObj(i -> "[" + Math.sqrt(i + 0.5) + "]")
                .collect(Collectors.joining(","));
        byte[] body = ("{\"matrix\":[" + rows + "]}").getBytes(StandardCharsets.US_ASCII);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (HttpRequest.BodyPublisher sent : List.of(
                    HttpRequest.BodyPublishers.ofByteArray(body),
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(echo)
                                .header("Content-Type", "application/json")
                                .POST(sent)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).startsWith("{\"matrix\":[" + rows + "],");
            }
        }
    }

    @TestHTTPResource("/v1/probe/echo")
    URI echo;

    @Test
    void aClientThatOffersHttpTwoIsAnswered() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) { // asks to upgrade to HTTP/2
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(echo)
                                .header("Content-Type", "application/json")
                                .timeout(Duration.ofSeconds(5))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"matrix\": [[1]]}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
    }
}
