package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation that speaks nothing but TLS: all that works without works with it, over either version of HTTP. */
class TlsIT {
    private static final Processes PROCESSES = new Processes();
    private static final String PASSWORD = "password";
    private static final String SVD = "/v1/linalg/decompositions/svd";
    private static final String BATCH = """
            {"requests": [
              {"id": "a", "path": "/v1/linalg/decompositions/svd", "body": {"matrix": [[1, 2], [3, 4]]}},
              {"id": "b", "path": "/v1/stats/describe", "body": {"data": [1, 2, 3]}},
              {"id": "c", "method": "GET", "path": "/v1/limits"},
              {"id": "d", "path": "/v1/calculus/derivative", "body": {"expression": "2x + sinn(x)"}}]}""";

    private static URI plain;
    private static URI tls;
    private static SSLContext trust;

    @BeforeAll
    static void start() throws Exception {
        Path store = certificate();
        plain = Processes.freeAddress();
        tls = URI.create("https://localhost:" + Processes.freeAddress().getPort());
        PROCESSES.awaitReady(PROCESSES.start(
                "standalone",
                plain,
                "-Xmx256m",
                "-Dquarkus.http.insecure-requests=disabled",
                "-Dquarkus.http.ssl-port=" + tls.getPort(),
                "-Dquarkus.http.tls-configuration-name=front", // else the management port speaks TLS as well
                "-Dquarkus.tls.front.key-store.p12.path=" + store,
                "-Dquarkus.tls.front.key-store.p12.password=" + PASSWORD));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null);
        trusted.setCertificateEntry(
                "gateway",
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("gateway"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, managers.getTrustManagers(), null);
    }

    /** Signed by itself. */
    private static Path certificate() throws IOException, InterruptedException {
        Path store = Files.createTempDirectory("tls").resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
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
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    @AfterAll
    static void stop() {
        PROCESSES.close();
    }

    private static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).sslContext(trust).build();
    }

    /** Which knocks at the process's own door, by neither TLS nor the certificate's name. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void batchesAreAnswered(HttpClient.Version version) throws Exception {
        try (HttpClient client = client(version)) {
            HttpResponse<String> answer =
                    client.send(Processes.request(tls, "/v1/batch", BATCH), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"id\":\"a\",\"status\":200", "\"id\":\"b\",\"status\":200");
            assertThat(answer.body()).contains("\"id\":\"c\",\"status\":200", "\"id\":\"d\",\"status\":422");
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answersSayWhatTheySayWithoutTlsToo(HttpClient.Version version) throws Exception {
        try (HttpClient client = client(version)) {
            HttpResponse<String> answer =
                    client.send(Processes.request(tls, SVD, Callers.SMALL.get(SVD)), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.headers().map())
                    .containsKeys(
                            "server-timing", "mlmath-cost", "mlmath-version", "x-request-id", "cache-status", "vary")
                    .containsEntry("strict-transport-security", List.of("max-age=31536000"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .doesNotContainKey("server");
        }
    }

    /** On connections of their own, and after what was answered. */
    @Test
    void whatIsNoHttpIsToldSo() throws Exception {
        String request = "GET /v1/limits HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (String before : new String[] {"", request}) {
            try (Socket socket = trust.getSocketFactory().createSocket("localhost", tls.getPort())) {
                socket.getOutputStream().write((before + "no HTTP\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                String last = answers.substring(answers.lastIndexOf("HTTP/1.1 "));
                assertThat(last)
                        .startsWith("HTTP/1.1 400 Bad Request\r\n")
                        .containsIgnoringCase("Strict-Transport-Security: max-age=31536000")
                        .contains("\"type\":\"/problems/invalid-request\"");
                assertThat(answers).startsWith(before.isEmpty() ? "HTTP/1.1 400" : "HTTP/1.1 200");
            }
        }
    }

    @Test
    void manyRequestsShareAConnection() {
        try (HttpClient client = client(HttpClient.Version.HTTP_2)) {
            List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> client.sendAsync(
                            Processes.request(tls, SVD, Callers.SMALL.get(SVD)), BodyHandlers.ofString()))
                    .limit(60)
                    .toList();
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.join().statusCode()).isEqualTo(200);
                assertThat(answer.join().version()).isEqualTo(HttpClient.Version.HTTP_2);
            });
        }
    }

    @Test
    void withoutTlsNobodyListens() {
        try (HttpClient client = client(HttpClient.Version.HTTP_1_1)) {
            assertThatThrownBy(() ->
                            client.send(Processes.request(plain, SVD, Callers.SMALL.get(SVD)), BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
        }
    }
}
