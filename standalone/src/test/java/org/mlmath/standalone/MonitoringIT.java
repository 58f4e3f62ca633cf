package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the dashboard shows and the rules watch is there: every series by its name, with every label, of processes that run. */
class MonitoringIT {
    private static final Path MONITORING = Path.of("../k8s/monitoring");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{([^}]*)}}");

    /** Which Prometheus adds to whatever it scrapes, and its own series on whether it could. */
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

    private static final String UP = "up";

    /** By their names, with all labels that any of them has. */
    private static final Map<String, Set<String>> EXPOSED = new HashMap<>();

    /** Of a request whose caller traces it. */
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String REQUEST = "traced-request";

    /** What was sent to a collector of traces, as OTLP writes it. */
    private static final Queue<byte[]> SPANS = new ConcurrentLinkedQueue<>();

    private static final List<String> LOG = new ArrayList<>();
    private static final List<String> HELP = new ArrayList<>();

    /** A gateway before everything in one process, and before a service that is not there: both are seen at work. */
    @BeforeAll
    static void exposeWhatThereIs() throws Exception {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            SPANS.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (Processes processes = new Processes();
                HttpClient client = HttpClient.newHttpClient()) {
            String[] options = {
                "-Xmx160m", // so that garbage is collected
                "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort(),
                "-Dotel.bsp.schedule.delay=100",
                "-Dquarkus.log.console.json.enabled=true",
                "-Dmlmath.access-log.enabled=true"
            };
            Processes.Running all = processes.start("standalone", Processes.freeAddress(), options);
            processes.await(all.address());
            String there = all.address().toString();
            Processes.Running gateway =
                    processes.startGateway(there, there, Processes.freeAddress().toString(), options);
            URI address = gateway.address();
            processes.awaitReady(gateway);

            String matrix = "{\"matrix\": [[1, 2], [3, 4]]}";
            assertThat(processes
                            .post(address, "/v1/linalg/decompositions/svd", matrix)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(processes
                            .post(address, "/v1/linalg/decompositions/svd", random(160))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(processes
                            .post(address, "/v1/stats/describe", "{\"data\": [1, 2]}")
                            .statusCode())
                    .isEqualTo(502);
            HttpRequest traced = HttpRequest.newBuilder(address.resolve("/v1/linalg/decompositions/svd"))
                    .header("Content-Type", "application/json")
                    .header("X-Request-Id", REQUEST)
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .POST(HttpRequest.BodyPublishers.ofString(matrix))
                    .build();
            assertThat(client.send(traced, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            for (Processes.Running process : List.of(all, gateway)) {
                awaitCollection(processes, client, process);
                read(scrape(client, process.management()));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> spansOf("gateway", TRACE) > 0 && spansOf("mlmath", TRACE) > 0);
            for (Processes.Running process : List.of(all, gateway)) {
                LOG.addAll(Files.readAllLines(process.log()));
            }
        } finally {
            collector.stop(0);
        }
    }

    /** @return how many exports of this process name this trace */
    private static long spansOf(String application, String trace) {
        String id = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        return SPANS.stream()
                .map(export -> new String(export, StandardCharsets.ISO_8859_1))
                .filter(export -> export.contains(application) && export.contains(id))
                .count();
    }

    @Test
    void everyLineOfTheLogIsAnObjectThatTellsRequestAndTrace() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        int ofTheRequest = 0;
        for (String line : LOG) {
            JsonNode fields = mapper.readTree(line);
            assertThat(fields.path("message").asText()).isNotBlank();
            if (fields.at("/mdc/requestId").asText().equals(REQUEST)) {
                assertThat(fields.at("/mdc/traceId").asText()).isEqualTo(TRACE);
                assertThat(fields.at("/mdc/operation").asText()).isEqualTo("decomposeSvd");
                ofTheRequest++;
            }
        }
        assertThat(ofTheRequest).isEqualTo(2); // the gateway's and the service's access log
    }

    @Test
    void everyMetricOfOursSaysWhatItIs() {
        assertThat(HELP).hasSizeGreaterThan(20).allMatch(line -> line.split(" ", 4)[3].length() > 10);
    }

    private static String random(int n) {
        StringBuilder rows = new StringBuilder("{\"matrix\": [");
        for (int i = 0; i < n; i++) {
            rows.append(i == 0 ? "[" : ", [");
            for (int j = 0; j < n; j++) {
                rows.append(j == 0 ? "" : ", ").append(Math.sin(i * 31 + j * j));
            }
            rows.append(']');
        }
        return rows.append("]}").toString();
    }

    /** Pauses are exposed once there has been one. */
    private static void awaitCollection(Processes processes, HttpClient client, Processes.Running process)
            throws Exception {
        String large = random(200);
        for (int i = 0; i < 300 && !scrape(client, process.management()).contains("jvm_gc_pause_seconds_sum"); i++) {
            processes.post(process.address(), "/v1/linalg/matrices/transpose", large);
        }
    }

    private static String scrape(HttpClient client, URI management) throws Exception {
        return get(client, management.resolve("/q/metrics")).body();
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", "text/plain").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void read(String exposed) {
        exposed.lines().filter(line -> line.startsWith("# HELP mlmath_")).forEach(HELP::add);
        exposed.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher series = SERIES.matcher(line);
            assertThat(series.matches()).as(line).isTrue();
            Set<String> labels = EXPOSED.computeIfAbsent(series.group(1), name -> new HashSet<>(OF_THE_SCRAPE));
            if (series.group(2) != null) {
                Matcher label = LABEL.matcher(series.group(2));
                while (label.find()) {
                    labels.add(label.group(1));
                }
            }
        });
        EXPOSED.put(UP, OF_THE_SCRAPE);
    }

    /** A query, and the labels that are shown of what it gives. */
    private record Shown(String where, String query, Set<String> labels) {}

    @TestFactory
    Stream<DynamicTest> everyPanelAsksForWhatThereIs() throws Exception {
        JsonNode dashboard =
                new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        List<Shown> shown = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                shown.add(new Shown(
                        panel.path("title").asText(),
                        target.path("expr").asText().replace("$__rate_interval", "5m"),
                        named(LEGEND, target.path("legendFormat").asText())));
            }
        }
        assertThat(shown).hasSizeGreaterThan(20);
        return shown.stream().map(MonitoringIT::check);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleWatchesWhatThereIs() throws Exception {
        List<Shown> shown = new ArrayList<>();
        Pattern label = Pattern.compile("\\$labels\\.(\\w+)");
        for (JsonNode rule : rules()) {
            shown.add(new Shown(
                    rule.path("alert").asText(),
                    rule.path("expr").asText(),
                    named(label, rule.path("annotations").path("summary").asText())));
        }
        return shown.stream().map(MonitoringIT::check);
    }

    @Test
    void everyRuleHasANameOfItsOwnASeverityAndASummary() throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode rule : rules()) {
            names.add(rule.path("alert").asText());
            assertThat(rule.path("labels").path("severity").asText()).isIn("warning", "critical");
            assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
            assertThat(rule.path("for").asText("0m")).matches("[0-9]+m");
        }
        assertThat(names).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    private static List<JsonNode> rules() throws Exception {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(MONITORING.resolve("alerts.yaml").toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static Set<String> named(Pattern pattern, String text) {
        Set<String> names = new HashSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static DynamicTest check(Shown shown) {
        return dynamicTest(shown.where() + ": " + shown.query(), () -> {
            PromQl.Query query = PromQl.parse(shown.query());
            assertThat(query.selectors()).isNotEmpty().allSatisfy(selector -> {
                assertThat(EXPOSED).containsKey(selector.metric());
                assertThat(EXPOSED.get(selector.metric())).containsAll(selector.labels());
            });
            assertThat(query.groupings()).allSatisfy(grouping -> assertThat(grouping.of())
                    .allSatisfy(selector ->
                            assertThat(EXPOSED.get(selector.metric())).containsAll(grouping.labels())));
            Set<String> kept = new HashSet<>();
            query.groupings().forEach(grouping -> kept.addAll(grouping.labels()));
            if (query.groupings().isEmpty()) {
                query.selectors().forEach(selector -> kept.addAll(EXPOSED.get(selector.metric())));
            }
            assertThat(kept).containsAll(shown.labels());
        });
    }
}
