package org.mlmath.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.test.http.RawExchange;

@QuarkusTest
class CrossOriginTest {
    @TestHTTPResource("/")
    URI gateway;

    @Test
    void anyPageMayAskBeforeItPosts() {
        Response preflight = given().header("Origin", "https://widget.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-request-id")
                .options("/v1/linalg/decompositions/svd");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://widget.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("content-type", "x-request-id");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEqualTo("false");
        assertThat(Integer.parseInt(preflight.header("Access-Control-Max-Age"))).isPositive();
        assertThat(preflight.header("Vary")).contains("Origin");
    }

    /** Whatever was asked for: browsers refuse the rest themselves. */
    @Test
    void methodsThatNothingAnswersAreNotAllowed() {
        for (String method : new String[] {"DELETE", "PUT", "GET"}) {
            Response preflight = given().header("Origin", "https://widget.example")
                    .header("Access-Control-Request-Method", method)
                    .options("/v1/linalg/decompositions/svd");
            assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        }
        assertThat(given().options("/problems").header("Access-Control-Allow-Methods"))
                .isNull();
    }

    @Test
    void aPageMayReadTheAnswerAndItsHeaders() {
        Response answer = given().header("Origin", "https://widget.example").get("/problems");
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin")).containsExactly("https://widget.example");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("X-Request-Id", "Mlmath-Version", "ETag", "Retry-After");
    }

    /** Cache-Control is among those that every script may read. */
    @Test
    void aPageMayReadWhatIsDocumentedAndNothingElse() {
        Response answer = given().header("Origin", "https://widget.example").get("/openapi.json");
        Map<String, ?> documented = answer.path("components.headers");
        Set<String> expected = new HashSet<>(documented.keySet());
        List<Map<String, ?>> ofImages = answer.path(
                "paths.'/v1/linalg/low-rank/image'.findAll { it.key == 'post' }.values().responses.'200'.headers");
        ofImages.forEach(headers -> expected.addAll(headers.keySet()));
        expected.remove("Cache-Control");
        assertThat(answer.header("Access-Control-Expose-Headers").split(","))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Each by someone else, before the router, in it or behind it. */
    @Test
    void aPageMayReadWhyItIsRefused() {
        assertReadable(page().get("/v1/limits?a=" + "a".repeat(20_000)), 414);
        assertReadable(page().header("X-Long", "a".repeat(20_000)).get("/v1/limits"), 431);
        assertReadable(page().get("/v1/nothing"), 404);
        assertReadable(page().get("/v1//limits"), 404);
        assertReadable(page().put("/v1/limits"), 405);
        assertReadable(page().accept("image/png").get("/v1/limits"), 406);
        assertReadable(page().contentType("text/html").body("{}").post("/v1/batch"), 415);
        assertReadable(page().contentType("application/json").body("{").post("/v1/batch"), 400);
        assertReadable(page().get("/v1/limits?nothing=1"), 400);
    }

    /** By the decoder or by the router, before anybody has looked at its origin. */
    @ParameterizedTest
    @CsvSource({
        "GET /v1/linalg/%zz HTTP/1.1|Host: x, 400",
        "GET /v1/limits HTTP/1.1, 400",
        "GET /v1/limits HTTP/1.1|Host: a b, 400",
        "GET /v1/limits HTTP/4.0|Host: x, 505",
        "CONNECT /v1/limits HTTP/1.1|Host: x, 400",
        "POST /v1/batch HTTP/1.1|Host: x|Transfer-Encoding: gzip, 501",
        "POST /v1/batch HTTP/1.1|Host: x|Content-Length: 9999999999, 413",
        "POST /v1/batch HTTP/1.1|Host: x|Content-Length: x, 400",
        "POST /v1/batch HTTP/1.1|Host: x|Transfer-Encoding: chunked||zz, 400"
    })
    void aPageMayReadWhatIsRefusedBeforeAnythingElse(String request, int status) throws IOException {
        String[] lines = request.split("\\|", 2);
        String rest = lines.length < 2 ? "" : lines[1].replace("|", "\r\n") + "\r\n";
        RawExchange refusal = RawExchange.send(
                gateway, lines[0] + "\r\nOrigin: https://widget.example\r\nConnection: close\r\n" + rest + "\r\n");
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.headers("Access-Control-Allow-Origin")).containsExactly("https://widget.example");
        assertThat(refusal.headers("Access-Control-Expose-Headers"))
                .singleElement()
                .asString()
                .contains("X-Request-Id", "Retry-After");
        assertThat(refusal.headers("Access-Control-Allow-Credentials")).containsExactly("false");
        assertThat(refusal.headers("Vary")).contains("Origin");
    }

    /** Its headers come after what could not be read. */
    @ParameterizedTest
    @CsvSource({"300000, 1, 414", "1, 300000, 431"})
    void soItMayWhereItsOriginIsNotKnown(int target, int header, int status) throws IOException {
        String request =
                "GET /v1/limits?%s HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\nOrigin: https://widget.example\r\n\r\n";
        RawExchange refusal = RawExchange.send(gateway, request.formatted("a".repeat(target), "a".repeat(header)));
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.headers("Access-Control-Allow-Origin")).containsExactly("*");
    }

    private static RequestSpecification page() {
        return given().header("Origin", "https://widget.example");
    }

    private static void assertReadable(Response refusal, int status) {
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.contentType()).isEqualTo("application/problem+json");
        assertThat(refusal.headers().getValues("Access-Control-Allow-Origin"))
                .containsExactly("https://widget.example");
        assertThat(refusal.header("Access-Control-Expose-Headers")).contains("X-Request-Id", "Retry-After");
        assertThat(refusal.header("X-Request-Id")).isEqualTo(refusal.path("requestId"));
    }

    @Test
    void answersForOtherOriginsAreKeptApartByCaches() {
        assertThat(given().get("/problems").headers().getValues("Vary")).contains("Origin");
    }
}
