package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.standalone.Processes.Running;

/** A service that behaves badly harms its own callers, within bounds, and nobody else's. */
class BadServiceIT {
    private static final Processes PROCESSES = new Processes();
    private static final String BAD = "/v1/stats/describe";
    private static final String WELL = "/v1/linalg/rank";

    /** Requests that the gateway lets one replica have at a time. */
    private static final int CAPACITY = 20;

    /** More than one replica may have in a burst, and as many as one caller may send. */
    private static final int CALLERS = 10 * CAPACITY;

    private static BadService bad;
    private static BadService good;
    private static Running gateway;

    @BeforeAll
    static void start() throws Exception {
        bad = new BadService(BadService.well());
        good = new BadService(BadService.well());
        gateway = PROCESSES.startGateway(
                good.address().toString(),
                good.address().toString(),
                bad.address().toString(),
                "-Dmlmath.gateway.upstreams.stats.connections=" + CAPACITY,
                "-Dmlmath.gateway.upstreams.stats.idle-timeout=2500ms",
                "-Dmlmath.gateway.connection-lifetime=1s",
                "-Dmlmath.limits.deadline=2s");
        PROCESSES.await(gateway.address());
    }

    @AfterAll
    static void stop() throws IOException {
        PROCESSES.close();
        bad.close();
        good.close();
    }

    @AfterEach
    void itRecovers() throws Exception {
        bad.behave(BadService.well());
        await().atMost(Duration.ofSeconds(60)).until(() -> post(BAD).statusCode() == 200);
        assertThat(breaker(bad)).isZero();
    }

    /** @return 0 where it is closed, 1 half open, 2 open */
    private static double breaker(BadService service) throws IOException, InterruptedException {
        String replica = "replica=\"127.0.0.1:%d\"".formatted(service.address().getPort());
        return PROCESSES
                .get(gateway.management().resolve("/q/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith("mlmath_upstream_breaker") && line.contains(replica))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .max()
                .orElseThrow();
    }

    private static HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return PROCESSES.post(gateway.address(), path, "{}");
    }

    @Test
    void oneThatNeverAnswersIsGivenUpThenLeftAloneAndStarvesNobody() throws Exception {
        bad.behave(BadService.silent());
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            int before = bad.asked();
            List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() ->
                            client.sendAsync(Processes.request(gateway.address(), BAD, "{}"), BodyHandlers.ofString()))
                    .limit(CALLERS)
                    .toList();
            // Those that find no place are refused while the others wait: these cannot have been given up before.
            await().atMost(Duration.ofSeconds(60)).until(() -> count(answers, 503) + count(answers, 502) > 0);
            for (int i = 0; i < 100; i++) {
                assertThat(post(WELL).statusCode()).isEqualTo(200);
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.join().statusCode()).isIn(502, 503, 504);
            }
            assertThat(count(answers, 504)).isPositive();
            assertThat(bad.asked() - before).isLessThanOrEqualTo(CALLERS); // a time-out is never repeated
        }
        assertThat(breaker(bad)).isPositive();
        assertThat(breaker(good)).isZero();
        List<Integer> afterwards = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            afterwards.add(post(BAD).statusCode());
        }
        assertThat(afterwards).contains(502).isSubsetOf(502, 504); // 504: a probe
    }

    private static long count(List<CompletableFuture<HttpResponse<String>>> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.isDone() && answer.join().statusCode() == status)
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n{}                                                       "
            })
    void oneThatAnswersByteByByteIsGivenUp(String answer) throws Exception {
        bad.behave(connection -> {
            int head = answer.length() > 100 ? answer.indexOf("{}") : 0;
            connection.getOutputStream().write(answer.substring(0, head).getBytes(StandardCharsets.ISO_8859_1));
            BadService.byteByByte(answer.substring(head)).answer(connection);
        });
        assertThat(post(BAD).statusCode()).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nCont", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half"})
    void oneThatResetsConnectionsMidwayIsUnavailable(String beginning) throws Exception {
        bad.behave(BadService.resetsAfter(beginning));
        int before = bad.asked();
        HttpResponse<String> answer = post(BAD);
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(bad.asked() - before).isEqualTo(beginning.isEmpty() ? 2 : 1);
    }

    /** In a cluster connections are what is balanced: a replica that is new gets nothing over those that were there before it. */
    @Test
    void connectionsAreMadeAnewThoughTheyAreNeverIdle() {
        int before = good.connections();
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    assertThat(post(WELL).statusCode()).isEqualTo(200);
                    return good.connections() - before >= 3;
                });
    }

    @Test
    void halfOfALongAnswerIsNotTakenForAWhole() {
        bad.behave(BadService.resetsAfter("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(1000)));
        assertThatThrownBy(() -> post(BAD)).isInstanceOf(IOException.class);
    }
}
