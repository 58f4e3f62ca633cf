package org.mlmath.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.gateway.routing.StubServices;
import org.mlmath.test.http.RawExchange;

/** An installation that answers pages of some origins only. */
@QuarkusTest
@TestProfile(KeysRequiredTest.Installation.class)
@QuarkusTestResource(StubServices.class)
class OriginsTest {
    private static final String ECHO = "/v1/linalg/echo";

    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://widget.example", // not the scheme that was allowed
                "https://widget.example:8443",
                "https://widget.example.evil.example",
                "https://sub.widget.example",
                "http://localhost", // not the port
                "http://localhost.evil.example",
                "null"
            })
    void aPageThatMayNotCallIsToldWhatWouldLetIt(String origin) {
        given().header("Origin", origin)
                .header("X-API-Key", "abc")
                .contentType("application/json")
                .body("{}")
                .post(ECHO)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", nullValue())
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body("type", equalTo("/problems/forbidden"))
                .body("origin", equalTo(origin))
                .body("setting", equalTo("quarkus.http.cors.origins"))
                .body("detail", containsString(origin));
    }

    /** Which has no origin at all by the time it is refused, or one that nobody has judged. */
    @Test
    void onlyListedPagesMayReadWhatIsRefusedBeforeAnythingElse() throws IOException {
        String malformed = "GET /v1/linalg/%zz HTTP/1.1\r\nHost: x\r\n";
        assertThat(readers(malformed + "Origin: https://widget.example\r\n")).containsExactly("https://widget.example");
        assertThat(readers(malformed + "Origin: https://evil.example\r\n")).isEmpty();
        assertThat(readers(malformed)).isEmpty();
        assertThat(readers("GET / HTTP/4.0\r\nOrigin: https://widget.example\r\n"))
                .containsExactly("https://widget.example");
        assertThat(readers("GET / HTTP/4.0\r\nOrigin: https://evil.example\r\n"))
                .isEmpty();
        assertThat(readers("nothing like it\r\n")).isEmpty();
    }

    private List<String> readers(String head) throws IOException {
        return RawExchange.send(gateway, head + "Connection: close\r\n\r\n").headers("Access-Control-Allow-Origin");
    }

    @Test
    void soIsItsPreflight() {
        Response refused = given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options(ECHO);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
        assertThat(refused.<String>path("type")).isEqualTo("/problems/forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://widget.example", "https://a.b.example", "http://localhost:3000"})
    void thoseThatAreListedMay(String origin) {
        given().header("Origin", origin)
                .header("X-API-Key", "abc")
                .get(ECHO)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(origin));
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(ECHO)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(origin))
                .header("Access-Control-Allow-Headers", containsString("authorization"));
    }

    /** As the landing page does, which sends its origin like any other. */
    @Test
    void theInstallationsOwnPagesMay() {
        String own = "http://" + gateway.getHost() + ":" + gateway.getPort();
        given().header("Origin", own)
                .header("X-API-Key", "abc")
                .get(ECHO)
                .then()
                .statusCode(200);
    }

    @Test
    void anOriginOfAnyLengthIsShownInPart() {
        given().header("Origin", "https://" + "x".repeat(5_000) + ".example")
                .get(ECHO)
                .then()
                .statusCode(403)
                .body("origin.length()", equalTo(201));
    }

    @Test
    void whoIsNoPageIsNotAsked() {
        given().header("X-API-Key", "abc").get(ECHO).then().statusCode(200);
    }
}
