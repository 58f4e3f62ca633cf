package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mlmath.standalone.Processes.Running;

/**
 * Services come and go under load. Each has two addresses, at one of which something runs at first; what each test leaves behind the
 * next one begins with, since starting processes is what takes time here.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {
    private static final Processes PROCESSES = new Processes();
    private static final List<String> MODULES = List.of("linalg-service", "calculus-service", "stats-service");
    private static final String SVD = "/v1/linalg/decompositions/svd";
    private static final List<String> PATHS = List.copyOf(Callers.SMALL.keySet());

    private static final List<Running> OLD = new ArrayList<>();
    private static final List<Running> NEW = new ArrayList<>();
    private static final List<URI> SPARE = new ArrayList<>();
    private static Running gateway;

    @BeforeAll
    static void start() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (String module : MODULES) {
            Running service = PROCESSES.start(module, Processes.freeAddress());
            OLD.add(service);
            SPARE.add(Processes.freeAddress());
            addresses.add(service.address() + "," + SPARE.getLast());
        }
        gateway = PROCESSES.startGateway(
                addresses.get(0),
                addresses.get(1),
                addresses.get(2),
                "-Dquarkus.shutdown.delay=2s",
                "-Dquarkus.shutdown.timeout=60s");
        PROCESSES.await(gateway.address());
    }

    @AfterAll
    static void stop() {
        PROCESSES.close();
    }

    @Test
    @Order(1)
    void whileEveryServiceIsReplacedNoRequestIsLost() throws Exception {
        try (Callers callers = new Callers(gateway.address(), 3, PATHS)) {
            callers.await("200", 300);
            for (int i = 0; i < MODULES.size(); i++) {
                NEW.add(PROCESSES.start(MODULES.get(i), SPARE.get(i)));
            }
            for (Running service : NEW) {
                PROCESSES.awaitReady(service);
                awaitShare(service);
            }
            OLD.forEach(Running::stop);
            for (Running service : OLD) {
                service.awaitEnd();
            }
            callers.await("200", 300);
            assertThat(callers.outcomes()).containsOnlyKeys("200");
        }
    }

    @Test
    @Order(2)
    void whileOneOfTwoIsKilledAndComesBackNothingSmallIsLost() throws Exception {
        try (Callers callers = new Callers(gateway.address(), 8, List.of(SVD))) {
            for (int i = 0; i < 2; i++) {
                Running back =
                        PROCESSES.start(MODULES.getFirst(), OLD.getFirst().address());
                PROCESSES.awaitReady(back);
                awaitShare(back);
                callers.await("200", 300);
                back.kill();
                back.awaitEnd();
                callers.await("200", 300);
            }
            assertThat(callers.outcomes()).containsOnlyKeys("200");
        }
    }

    @Test
    @Order(3)
    void whileTheOnlyOneIsDownThatIsSaidAtOnceUntilItIsBack() throws Exception {
        try (Callers callers = new Callers(gateway.address(), 4, List.of(SVD))) {
            callers.await("200", 100);
            NEW.getFirst().kill();
            callers.await("502", 100); // more than a few in all the time it takes to start
            HttpResponse<String> answer = PROCESSES.post(gateway.address(), SVD, Callers.SMALL.get(SVD));
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            PROCESSES.start(MODULES.getFirst(), NEW.getFirst().address());
            callers.await("200", 100);
            assertThat(callers.usualSeconds("502")).isLessThan(1);
            assertThat(callers.outcomes()).containsOnlyKeys("200", "502");
        }
    }

    @Test
    @Order(4)
    void aServiceThatIsStoppedFinishesTheStreamsThatItHasBegun() throws Exception {
        Running calculus = NEW.get(MODULES.indexOf("calculus-service"));
        try (Lines lines =
                Lines.of(gateway.address(), "/v1/calculus/optimization/minimize", Callers.longRun(5_000_000))) {
            lines.awaitFirst();
            calculus.stop();
            assertThat(lines.last()).contains("\"type\":\"result\"", "\"iterations\":5000000");
        }
        calculus.awaitEnd();
    }

    @Test
    @Order(5)
    void aGatewayThatIsStoppedSaysSoFirstAndFinishesWhatItHas() throws Exception {
        String large = Callers.randomMatrix(700);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(client.sendAsync(
                    Processes.request(gateway.address(), SVD, large), HttpResponse.BodyHandlers.ofString()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> active() > 0);
        try (Lines batch =
                Lines.of(gateway.address(), "/v1/batch", Callers.batch(SVD, Callers.integerMatrix(150), 40))) {
            batch.awaitFirst();
            gateway.stop();
            URI ready = gateway.management().resolve("/q/health/ready");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> PROCESSES.get(ready).statusCode() == 503);
            gateway.stop(); // who is impatient changes nothing
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.join().statusCode()).isEqualTo(200);
            }
            assertThat(batch.last()).contains("\"type\":\"result\"", "\"succeeded\":40");
        }
        client.close();
        gateway.awaitEnd();
    }

    @Test
    @Order(6)
    void soDoesAProcessThatHasEverything() throws Exception {
        Running all = PROCESSES.start("standalone", Processes.freeAddress());
        PROCESSES.awaitReady(all);
        try (Lines batch = Lines.of(all.address(), "/v1/batch", Callers.batch(SVD, Callers.integerMatrix(150), 40));
                Lines run = Lines.of(all.address(), "/v1/calculus/optimization/minimize", Callers.longRun(5_000_000))) {
            batch.awaitFirst();
            run.awaitFirst();
            all.stop();
            assertThat(batch.last()).contains("\"type\":\"result\"", "\"succeeded\":40");
            assertThat(run.last()).contains("\"type\":\"result\"", "\"iterations\":5000000");
        }
        all.awaitEnd();
    }

    /** Waits until the gateway sends requests to a replica. */
    private static void awaitShare(Running service) {
        String closed = "replica=\"127.0.0.1:%d\"".formatted(service.address().getPort());
        await().atMost(Duration.ofSeconds(60)).until(() -> metrics()
                .lines()
                .anyMatch(line ->
                        line.startsWith("mlmath_upstream_breaker") && line.contains(closed) && line.endsWith(" 0.0")));
    }

    private static double active() throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("mlmath_upstream_active"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String metrics() throws Exception {
        return PROCESSES.get(gateway.management().resolve("/q/metrics")).body();
    }
}
