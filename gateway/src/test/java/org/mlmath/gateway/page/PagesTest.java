package org.mlmath.gateway.page;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.problem.ProblemType;

@QuarkusTest
class PagesTest {
    private static final Pattern LOADED_FROM_ELSEWHERE =
            Pattern.compile("(src|href)=\"(https?:)?//|url\\(['\"]?(https?:)?//|@import");

    @TestHTTPResource("/")
    URI gateway;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Which Swagger UI has a style for, by a class of the page. */
    @Test
    void theReferenceIsAsDarkAsTheBrowserWantsIt() {
        assertThat(when().get("/docs/reference.js").asString()).contains("(prefers-color-scheme: dark)", "'dark-mode'");
        assertThat(when().get("/docs/swagger-ui.css").asString()).contains("html.dark-mode .swagger-ui{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/landing.js", "/docs", "/docs/reference.css", "/problems", "/problems/singular-matrix"})
    void pagesLoadNothingFromElsewhere(String path) {
        Response page = when().get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        boolean html = page.contentType().startsWith("text/html");
        assertThat(page.header("X-Frame-Options")).isEqualTo(html ? "SAMEORIGIN" : null);
        assertThat(page.header("Permissions-Policy") != null).isEqualTo(html);
        assertThat(page.body().asString()).doesNotContainPattern(LOADED_FROM_ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/landing.js",
                "/docs",
                "/docs/reference.js",
                "/docs/swagger-ui-bundle.js",
                "/problems/not-found"
            })
    void aPageThatIsKnownIsNotSentAgain(String path) {
        String tag = when().get(path).header("ETag");
        assertThat(tag).startsWith("\"");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).body(equalTo(""));
        given().header("If-None-Match", "\"other\", W/" + tag).get(path).then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void theReferenceReadsThisServersOwnDocument() {
        when().get("/docs/reference.js").then().body(containsString("fetch('/openapi.json')"));
        when().get("/docs/swagger-ui.css").then().contentType("text/css");
        when().get("/docs/swagger-ui-bundle.js.LICENSE.txt").then().contentType("text/plain");
        when().get("/docs/other.js").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyKindOfProblemHasItsPage(ProblemType type) {
        given().accept("text/html")
                .get(type.uri())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<h1>" + type.title() + "</h1>"))
                .body(containsString("What to do"))
                .body(not(containsString("`")));
        given().accept("application/json")
                .get(type.uri())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo(type.uri()))
                .body("example.type", equalTo(type.uri()))
                .body("example.title", equalTo(type.title()))
                .body("example.status", equalTo(type.status()));
    }

    @Test
    void theListHasEveryKindOfProblem() {
        given().accept("application/json")
                .get("/problems")
                .then()
                .body("problems", hasSize(ProblemType.values().length));
        String page = given().accept("text/html").get("/problems").body().asString();
        assertThat(ProblemType.values()).allSatisfy(type -> assertThat(page).contains("href=\"" + type.uri() + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void browsersAndCurlGetThePage(String accept) {
        given().header("Accept", accept).get("/problems/not-found").then().contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/not-found", "/openapi"})
    void whoNamesNothingGetsWhatThereIs(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept", "")
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/, application/json, text/html", "/openapi.yaml, text/html, application/yaml"})
    void whoTakesSomethingElseIsToldWhatThereIs(String path, String accepted, String given) {
        given().accept(accepted)
                .get(path)
                .then()
                .statusCode(406)
                .body(
                        "detail",
                        equalTo("This path answers with %s; the Accept header excludes that.".formatted(given)));
    }

    @Test
    void anUnknownKindOfProblemIsNotFound() {
        when().get("/problems/no-such-thing").then().statusCode(404);
    }

    /** From the first answer on, which is given while the page is being packed. */
    @Test
    void aPageHasOneTagForEachCoding() throws Exception {
        String path = "/docs/swagger-ui.css"; // which no other test asks for packed
        try (HttpClient many =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<byte[]>>> answers = Stream.generate(
                            () -> many.sendAsync(request(path, "gzip"), HttpResponse.BodyHandlers.ofByteArray()))
                    .limit(20)
                    .toList();
            List<Optional<String>> tags = new ArrayList<>();
            for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
                assertThat(answer.join().headers().firstValue("Content-Encoding"))
                        .hasValue("gzip");
                tags.add(answer.join().headers().firstValue("ETag"));
            }
            assertThat(tags).containsOnly(tags.getFirst());
            assertThat(tags.getFirst()).isPresent();
            assertThat(get(path, "identity").headers().firstValue("ETag")).isNotEqualTo(tags.getFirst());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/problems",
                "/docs/swagger-ui-bundle.js",
                "/openapi.json",
                "/openapi.yaml",
                "/v1/operations"
            })
    void pagesArePackedForWhoAcceptsThat(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path, "identity");
        HttpResponse<byte[]> packed = get(path, "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(packed.headers().allValues("Vary")).anyMatch(names -> names.contains("Accept-Encoding"));
        assertThat(packed.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(plain.headers().firstValue("ETag"));
    }

    @Test
    void withoutKeysTheLandingPageAsksForNone() {
        assertThat(when().get("/").body().asString())
                .contains("nothing to sign up for", "href=\"/v1/operations\"", "href=\"/v1/limits\"")
                .doesNotContain("<input", "{{");
    }

    private HttpResponse<byte[]> get(String path, String accepted) throws Exception {
        return client.send(request(path, accepted), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String path, String accepted) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept-Encoding", accepted)
                .build();
    }
}
