package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** More comes in than can be done. */
@QuarkusTest
class CongestionTest {
    private static final String LIST = "/v1/probe/list";
    private static final int TIMES = 1_500;

    /** One request in so many asks how the process is. */
    private static final int EVERY = 10;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([1-5][0-9][0-9]) ");

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n";
    }

    /** Else a balancer, or who restarts what seems dead, would take away what there is least to spare of. Nothing is at that path here. */
    @Test
    void whoAsksHowTheProcessIsIsNeverRefused() throws Exception {
        String requests = (get(LIST).repeat(EVERY - 1) + get("/health")).repeat(TIMES);
        String last = get(LIST).replace("Host:", "Connection: close\r\nHost:");
        CompletableFuture<String> answers;
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            answers = CompletableFuture.supplyAsync(() -> {
                try {
                    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            socket.getOutputStream().write((requests + last).getBytes(US_ASCII));
            do {
                given().get(live).then().statusCode(200);
            } while (!answers.isDone());
            answers.join();
        }
        List<String> statuses = STATUS.matcher(answers.join())
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(statuses).hasSize(EVERY * TIMES + 1).contains("503");
        for (int k = 0; k < statuses.size(); k++) {
            boolean health = k % EVERY == EVERY - 1;
            assertThat(statuses.get(k)).isIn(health ? List.of("404") : List.of("200", "503"));
        }
        await().until(() -> given().get(LIST).statusCode() == 200); // for whoever is tested next
    }
}
