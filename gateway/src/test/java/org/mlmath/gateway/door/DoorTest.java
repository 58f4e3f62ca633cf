package org.mlmath.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.gateway.routing.StubServices;
import org.mlmath.test.http.RawExchange;

/** Keys are optional and everybody has two seconds of a core a day; each test calls from an address of its own. */
@QuarkusTest
@TestProfile(DoorTest.Installation.class)
@QuarkusTestResource(StubServices.class)
class DoorTest {
    private static final String ECHO = "/v1/linalg/echo";
    private static final String COSTS_HALF_A_SECOND = "/v1/linalg/costs-half-a-second";
    private static final String KEPT_BY_CACHES = "/v1/linalg/kept-by-caches";
    private static final Pattern STATE = Pattern.compile("\"compute\";r=(\\d+)(;t=(\\d+))?");

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/", tls = true)
    URI tls;

    @ConfigProperty(name = "quarkus.tls.key-store.p12.path")
    String certificate;

    public static class Installation implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mlmath.keys.file", file().toString(),
                    "mlmath.keys.required", "false",
                    "mlmath.rate.allowance", "2s",
                    "mlmath.rate.window", "24h",
                    "mlmath.rate.concurrency", "3",
                    "mlmath.rate.trusted-proxies", "127.0.0.0/8",
                    "quarkus.http.test-ssl-port", "0",
                    "quarkus.tls.key-store.p12.path", certificate().toString(),
                    "quarkus.tls.key-store.p12.password", "password");
        }

        private static Path certificate() {
            try {
                Path store = Files.createTempDirectory("tls").resolve("store.p12");
                String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool")
                        .toString();
                Process process = new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "password",
                                "-alias",
                                "gateway",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2")
                        .inheritIO()
                        .start();
                assertThat(process.waitFor()).isZero();
                return store;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Path file() {
            try {
                Path file = Files.createTempFile("keys", "");
                file.toFile().deleteOnExit();
                return Files.write(
                        file,
                        List.of(
                                hash("key of one") + " one",
                                hash("key of two") + " two allowance=10s",
                                hash("spent") + " spent"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String hash(String key) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification withKey(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static long left(Response response) {
        Matcher state = STATE.matcher(response.header("RateLimit"));
        assertThat(state.matches()).as(response.header("RateLimit")).isTrue();
        return Long.parseLong(state.group(1));
    }

    @Test
    void anAnswerSaysWhatIsLeft() {
        Response first = from("192.0.2.1").get(ECHO);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"compute\";q=2000;w=86400");
        assertThat(left(first)).isEqualTo(1999);
        assertThat(left(from("192.0.2.1").get(ECHO))).isEqualTo(1998);
        assertThat(left(from("192.0.2.1").get(COSTS_HALF_A_SECOND))).isEqualTo(1498);
        assertThat(left(from("192.0.2.2").get(ECHO))).isEqualTo(1999);
    }

    @Test
    void whoeverHasOverdrawnWaits() {
        for (int i = 0; i < 4; i++) {
            assertThat(from("192.0.2.3").get(COSTS_HALF_A_SECOND).statusCode()).isEqualTo(200);
        }
        Response refused =
                from("192.0.2.3").header("Origin", "https://widget.example").get(ECHO);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.path("type").toString()).isEqualTo("/problems/rate-limited");
        assertThat(left(refused)).isZero();
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertThat(wait).isBetween(30, 44); // a unit comes back every 43.2 s
        assertThat(refused.header("RateLimit")).contains(";t=" + wait);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://widget.example");
        assertThat(refused.header("Access-Control-Expose-Headers")).contains("RateLimit", "Retry-After");
        assertThat(from("192.0.2.4").get(ECHO).statusCode()).isEqualTo(200);
    }

    @Test
    void aNetworkOfOneSubscriberIsOneCaller() {
        assertThat(left(from("2001:db8:1:2::1").get(ECHO))).isEqualTo(1999);
        assertThat(left(from("2001:db8:1:2:ffff::2").get(ECHO))).isEqualTo(1998);
        assertThat(left(from("2001:db8:1:3::1").get(ECHO))).isEqualTo(1999);
    }

    @Test
    void aKeyHasItsOwnAllowanceWhereverItIsUsed() {
        Response first =
                withKey("key of two").header("X-Forwarded-For", "192.0.2.5").get(ECHO);
        assertThat(first.header("RateLimit-Policy")).contains("q=10000;");
        assertThat(left(first)).isEqualTo(9999);
        assertThat(left(given().header("X-API-Key", "key of two").get(ECHO))).isEqualTo(9998);
        assertThat(withKey("key of one").get(ECHO).header("RateLimit-Policy")).contains("q=2000;");
        for (int i = 0; i < 4; i++) {
            withKey("spent").get(COSTS_HALF_A_SECOND);
        }
        assertThat(withKey("spent").get(ECHO).statusCode()).isEqualTo(429);
    }

    @Test
    void theSchemeMayBeWrittenAnyWayAndOtherSchemesAreNoKeys() {
        given().header("Authorization", "bearer   key of one").get(ECHO).then().statusCode(200);
        from("192.0.2.6").header("Authorization", "Basic YTpi").get(ECHO).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "key of on", "KEY OF ONE"})
    void aKeyThatIsNotKnownIsRefused(String key) {
        Response refused = from("192.0.2.7").header("X-API-Key", key).get(ECHO);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mlmath\", error=\"invalid_token\"");
        assertThat(refused.path("type").toString()).isEqualTo("/problems/unauthorized");
        assertThat(refused.header("RateLimit")).isNotNull(); // guessing is charged as well
        if (!key.isEmpty()) {
            assertThat(refused.asString()).doesNotContain(key);
        }
    }

    @Test
    void noServiceSeesAKey() {
        withKey("key of one")
                .header("X-API-Key", "key of two")
                .get(ECHO)
                .then()
                .statusCode(200)
                .body("headers.authorization", nullValue())
                .body("headers.x-api-key", nullValue())
                .body("headers.host", notNullValue());
    }

    @Test
    void pagesDocumentsAndHealthAreOpenToEverybody() {
        for (String path : List.of("/", "/docs", "/openapi.json", "/health", "/problems")) {
            Response open = given().header("X-API-Key", "wrong").get(path);
            assertThat(open.statusCode()).as(path).isEqualTo(200);
            assertThat(open.header("RateLimit")).as(path).isNull();
        }
    }

    private static String batchOf(int requests) {
        String costsAQuarterOfASecond = "{\"path\": \"/v1/test/echo\", \"body\": 1}";
        return "{\"requests\": [" + String.join(", ", Collections.nCopies(requests, costsAQuarterOfASecond)) + "]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aBatchIsChargedAsItsRequestsAre(String accept) {
        String address = "192.0.2." + (accept.contains("ndjson") ? 20 : 21);
        Response batch = from(address)
                .accept(accept)
                .contentType("application/json")
                .body(batchOf(4))
                .post("/v1/batch");
        assertThat(batch.asString()).contains("\"status\":200").doesNotContain("\"status\":4");
        assertThat(left(from(address).get(ECHO))).isEqualTo(2000 - 1 - 4 * 250 - 1);
    }

    @Test
    void whereNothingIsLeftTheRestOfABatchIsRefused() {
        Response batch = from("192.0.2.22")
                .contentType("application/json")
                .body(batchOf(100))
                .post("/v1/batch");
        assertThat(batch.statusCode()).isEqualTo(200);
        List<Integer> statuses = batch.path("responses.status");
        assertThat(statuses)
                .hasSize(100)
                .startsWith(200, 200, 200, 200)
                .endsWith(429)
                .containsOnly(200, 429);
        assertThat(batch.<Integer>path("responses[99].retryAfterSeconds")).isPositive();
        assertThat(batch.<String>path("responses[99].body.type")).isEqualTo("/problems/rate-limited");
        assertThat(from("192.0.2.22").get(ECHO).statusCode()).isEqualTo(429);
    }

    @Test
    void whoHasTooMuchUnderWayIsRefusedUntilSomethingOfItEnds() throws Exception {
        try (HttpClient leaving =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 3; i++) {
                leaving.sendAsync(
                        HttpRequest.newBuilder(gateway.resolve("/v1/test/hang"))
                                .header("X-Forwarded-For", "192.0.2.31")
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            Awaitility.await().until(() -> from("192.0.2.31").get(ECHO).statusCode() == 429);
            from("192.0.2.31")
                    .get(ECHO)
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/rate-limited"))
                    .body("limit", equalTo(3))
                    .body("detail", containsString("3 requests under way"));
            assertThat(from("192.0.2.31").options(ECHO).statusCode()).isNotEqualTo(429);
            assertThat(from("192.0.2.31").get("/problems").statusCode()).isEqualTo(200);
            assertThat(from("192.0.2.32").get(ECHO).statusCode()).isEqualTo(200);
            assertThat(withKey("key of one")
                            .header("X-Forwarded-For", "192.0.2.31")
                            .get(ECHO)
                            .statusCode())
                    .isEqualTo(200);
            leaving.shutdownNow();
        }
        Awaitility.await().until(() -> from("192.0.2.31").get(ECHO).statusCode() == 200);
    }

    /** Its requests take turns: they are never too many. */
    @Test
    void aBatchIsOneRequestUnderWay() {
        String item = "{\"path\": \"/v1/test/slow\", \"body\": {}}";
        from("192.0.2.33")
                .contentType("application/json")
                .body("{\"requests\": [" + String.join(", ", Collections.nCopies(12, item)) + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("responses.status", everyItem(equalTo(200)));
    }

    @Test
    void aBrowserMayAskWhetherItMayAskAtNoCost() {
        Response preflight = from("192.0.2.8")
                .header("Origin", "https://widget.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-api-key")
                .options(ECHO);
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization", "x-api-key");
        assertThat(left(from("192.0.2.8").get(ECHO))).isEqualTo(1999);
    }

    /** It passes the door twice on its way: once as it is, once as a GET. */
    @Test
    void aHeadIsChargedOnce() {
        Response head = from("192.0.2.14").head("/v1/limits");
        double milliseconds = Double.parseDouble(head.header("Mlmath-Cost")) * 1e3;
        assertThat(left(head)).isEqualTo(2000 - Math.max(1, (long) Math.ceil(milliseconds - 1e-6)));
    }

    @Test
    void whatIsInForceIsShown() {
        from("192.0.2.9")
                .get("/v1/limits")
                .then()
                .statusCode(200)
                .body("apiKeys", equalTo("optional"))
                .body("allowance.coreSeconds", equalTo(2))
                .body("allowance.windowSeconds", equalTo(86400))
                .body("allowance.leastCostSeconds", equalTo(0.001f))
                .header("Cache-Control", "no-cache") // tomorrow it may be other limits
                .header("ETag", notNullValue());
    }

    @Test
    void whatIsAnsweredToAKeyIsNotForSharedCaches() {
        assertThat(from("192.0.2.10").get(KEPT_BY_CACHES).header("Cache-Control"))
                .isEqualTo("public, max-age=86400");
        assertThat(withKey("key of one").get(KEPT_BY_CACHES).header("Cache-Control"))
                .isEqualTo("private, max-age=86400");
    }

    @Test
    void overTlsThereIsHttp2AndBrowsersAreToldToStayThere() throws Exception {
        KeyStore store = KeyStore.getInstance(Path.of(certificate).toFile(), "password".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null);
        trusted.setCertificateEntry("gateway", store.getCertificate("gateway"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            HttpRequest request = HttpRequest.newBuilder(tls.resolve(ECHO))
                    .header("X-Forwarded-For", "192.0.2.13")
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(answer.headers().firstValue("RateLimit")).isPresent();
            assertThat(statusOf(client, 12_000)).isEqualTo(200); // more than the 8 KiB that there are by default
            assertThat(statusOf(client, 17_000)).isEqualTo(414);
            assertThat(statusOf(client, 100_000)).isEqualTo(414);
        }
        assertThat(from("192.0.2.13").get(ECHO).header("Strict-Transport-Security"))
                .isNull();
    }

    private int statusOf(HttpClient client, int length) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tls.resolve("/health?x=" + "a".repeat(length)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aRequestThatIsRefusedLeavesItsConnectionInOrder() throws Exception {
        String refused =
                "POST " + ECHO + " HTTP/1.1\r\nHost: here\r\nX-API-Key: wrong\r\nX-Forwarded-For: 192.0.2.11\r\n"
                        + "Content-Length: 4\r\n\r\nbody";
        String next = "GET /health HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
        RawExchange exchange = RawExchange.send(gateway, refused + next);
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(exchange.answers()).isEqualTo(2);
        assertThat(exchange.answer()).contains("\"services\"");

        RawExchange large = RawExchange.send(
                gateway, refused.replace("Content-Length: 4", "Content-Length: 4000000") + "a".repeat(100_000));
        assertThat(large.status()).isEqualTo(401);
        assertThat(large.header("Connection")).isEqualToIgnoringCase("close");
        assertThat(large.closed()).isTrue();
    }

    @Test
    void whoLeavesBeforeTheAnswerIsChargedForTheTimeUntilThen() throws Exception {
        String request = "GET /v1/stats/never HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 192.0.2.12\r\n\r\n";
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(200);
        }
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(left(from("192.0.2.12").get(ECHO))).isLessThan(1_850));
    }
}
