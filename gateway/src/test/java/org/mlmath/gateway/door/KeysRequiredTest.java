package org.mlmath.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.gateway.routing.StubServices;

/** Nobody computes without a key, nobody is limited, and not every page may call. */
@QuarkusTest
@TestProfile(KeysRequiredTest.Installation.class)
@QuarkusTestResource(StubServices.class)
class KeysRequiredTest {
    private static final String ECHO = "/v1/linalg/echo";

    public static class Installation implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile("keys", "");
                file.toFile().deleteOnExit();
                // Of "abc", from FIPS 180-2, B.1.
                Files.writeString(file, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad abc");
                return Map.of(
                        "mlmath.keys.file",
                        file.toString(),
                        "quarkus.http.cors.origins",
                        "https://widget.example,http://localhost:3000,/https://.*[.]b[.]example/");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ECHO, "/v1/limits", "/v1/operations", "/v1/nothing", "/v1/linalg/echo?request=%7B%7D"})
    void withoutAKeyNothingIsAnswered(String path) {
        Response refused = given().urlEncodingEnabled(false)
                .header("Origin", "https://widget.example")
                .get(path);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mlmath\"");
        assertThat(refused.path("type").toString()).isEqualTo("/problems/unauthorized");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://widget.example");
    }

    @Test
    void withOneEverythingIsAndNobodyIsCounted() {
        Response answer = given().header("Authorization", "Bearer abc").get(ECHO);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("RateLimit")).isNull();
        assertThat(answer.header("RateLimit-Policy")).isNull();
        given().header("X-API-Key", "abc")
                .get("/v1/limits")
                .then()
                .statusCode(200)
                .body("apiKeys", equalTo("required"));
    }

    /** They go through the front door once more, on behalf of one who has been let in. */
    @Test
    void theRequestsOfABatchNeedNoKeyOfTheirOwn() {
        String batch = "{\"requests\": [{\"id\": \"a\", \"method\": \"GET\", \"path\": \"/v1/limits\"}]}";
        given().contentType("application/json")
                .body(batch)
                .post("/v1/batch")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .header("X-API-Key", "abc")
                .body(batch)
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("responses[0].status", equalTo(200))
                .body("responses[0].body.apiKeys", equalTo("required"));
    }

    @Test
    void theLandingPageHasAFieldForTheKeyAndNoLinkThatTakesOne() {
        String page = given().get("/").body().asString();
        assertThat(page)
                .contains("<input id=\"key\" type=\"password\" required ")
                .contains("Calls take an API key")
                .doesNotContain("href=\"/v1/")
                .doesNotContain("{{")
                .doesNotContain("nothing to sign up for");
        String policy = given().get("/").header("Content-Security-Policy");
        assertThat(policy).contains("connect-src 'self'").doesNotContain("unsafe");
        assertThat(given().get("/landing.js").body().asString())
                .contains("headers.Authorization = `Bearer ${presented}`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/openapi.json", "/problems/unauthorized", "/health"})
    void whatExplainsTheInstallationIsOpen(String path) {
        given().get(path).then().statusCode(200);
    }
}
