package org.mlmath.k8s.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * What images and containers weigh and do, as Markdown: sizes, starts, memory, requests per second of a processor, and more replicas. Every request has
 * numbers of its own, so that none is answered from a cache.
 */
final class Figures {
    private static final int STARTS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("mlmath.rehearsal.warm-up", 40));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("mlmath.rehearsal.measured", 20));
    private static final int CALLERS = 16;

    /** A quarter of a processor for a replica: four of them leave the others to the gateway and the callers. */
    private static final List<String> QUARTER = List.of("--cpus", "0.25");

    private static final List<String> IMAGES =
            List.of("gateway", "linalg-service", "calculus-service", "stats-service");

    private final Path rendered;
    private final String tag;
    private final String newerTag;

    Figures(Path project, String tag, String newerTag) {
        this.rendered = project.resolve("k8s/rendered/local.yaml");
        this.tag = tag;
        this.newerTag = newerTag;
    }

    void print() throws IOException, InterruptedException {
        say("## Images and containers");
        say("");
        images();
        services();
        replicas();
    }

    private void images() throws IOException, InterruptedException {
        say("MiB as sent to a registry, compressed; the base image is not ours to weigh.");
        say("");
        say("| image | native libraries | other people's jars | our libraries | the module | AOT cache |");
        say("| --- | --- | --- | --- | --- | --- |");
        for (String image : IMAGES) {
            Path directory = Files.createTempDirectory("image");
            Command.run("podman", "push", "--quiet", "--compress", "mlmath/" + image + ":" + tag, "dir:" + directory);
            say("| " + image + " | " + String.join(" | ", layers(directory)) + " |");
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        say("");
    }

    /** Of an image as files: what each COPY from another stage weighs, and what its last command does. */
    private static List<String> layers(Path directory) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(directory.resolve("manifest.json").toFile());
        String digest = manifest.at("/config/digest").asText();
        JsonNode configuration = json.readTree(
                directory.resolve(digest.substring(digest.indexOf(':') + 1)).toFile());
        List<String> sizes = new ArrayList<>();
        int layer = 0;
        for (JsonNode step : configuration.path("history")) {
            if (!step.path("empty_layer").asBoolean()) {
                String command = step.path("created_by").asText();
                if (command.contains("COPY dir:") || command.contains("Training")) {
                    sizes.add(
                            mebibytes(manifest.at("/layers/" + layer + "/size").asLong()));
                }
                layer++;
            }
        }
        return sizes;
    }

    private void services() throws IOException, InterruptedException {
        say("Every container with its memory limit; small requests, " + CALLERS + " at a time, after "
                + WARM_UP.toSeconds()
                + " s of them. A second of a processor is one that the container was given (user and system); the gateway's is spent on"
                + " passing on.");
        say("");
        say(
                "| container | ready after, s | memory idle, MiB | under load, MiB | limit, MiB | requests per second of a processor |");
        say("| --- | --- | --- | --- | --- | --- |");
        try (PodmanCluster cluster = cluster(List.of())) {
            cluster.start();
            Map<String, double[]> starts = new LinkedHashMap<>();
            for (String service : Call.ANSWERING) {
                double[] ready = new double[STARTS];
                for (int i = 0; i < STARTS; i++) { // alone, with nothing else to do on the machine
                    cluster.kill(service);
                    ready[i] = replica(cluster, service).timeToReady().toMillis() / 1e3;
                }
                Arrays.sort(ready);
                starts.put(service, ready);
            }
            Thread.sleep(10_000);
            for (String service : Call.ANSWERING) {
                double[] ready = starts.get(service);
                Cluster.Replica idle = replica(cluster, service);
                double rate = perProcessor(cluster, service);
                say(String.format(
                        Locale.ROOT,
                        "| %s | %.2f (%.2f to %.2f) | %s | %s | %s | %.0f |",
                        service,
                        ready[STARTS / 2],
                        ready[0],
                        ready[STARTS - 1],
                        mebibytes(idle.resident()),
                        mebibytes(replica(cluster, service).resident()),
                        mebibytes(cluster.memoryLimit(service)),
                        rate));
            }
        }
        say("");
    }

    private static Cluster.Replica replica(Cluster cluster, String service) throws InterruptedException {
        return cluster.replicas().stream()
                .filter(replica -> replica.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private double perProcessor(PodmanCluster cluster, String service) throws InterruptedException {
        URI server = service.equals("gateway") ? cluster.gateway() : cluster.direct(service);
        String answering = service.equals("gateway") ? "linalg" : service; // the gateway's work is to pass on
        LongFunction<Call> calls = number -> Call.small(answering, number);
        run(server, calls, WARM_UP);
        double before = cluster.processorSeconds(service);
        double answered = run(server, calls, MEASURED);
        return answered / (cluster.processorSeconds(service) - before);
    }

    private void replicas() throws IOException, InterruptedException {
        say(
                "The same service with more replicas, each of which may have a quarter of a processor: 20 000 steps of Adam per request, through"
                        + " the gateway, " + CALLERS + " at a time.");
        say("");
        say("| replicas of calculus | requests per second | of one |");
        say("| --- | --- | --- |");
        try (PodmanCluster cluster = cluster(QUARTER)) {
            cluster.start();
            double one = 0;
            for (int replicas : new int[] {1, 2, 4}) {
                cluster.scale("calculus", replicas);
                run(cluster.gateway(), Call::training, WARM_UP);
                double rate = run(cluster.gateway(), Call::training, MEASURED) / MEASURED.toSeconds();
                one = replicas == 1 ? rate : one;
                say(String.format(Locale.ROOT, "| %d | %.1f | %.2f |", replicas, rate, rate / one));
            }
        }
    }

    private PodmanCluster cluster(List<String> limits) throws IOException {
        return new PodmanCluster(rendered, tag, newerTag, limits);
    }

    /** @return how many were answered */
    private static double run(URI server, LongFunction<Call> calls, Duration time) throws InterruptedException {
        Load load = new Load(server, calls, CALLERS, Duration.ZERO);
        try (load) {
            Thread.sleep(time);
        }
        if (!load.lost().isEmpty()) {
            throw new IllegalStateException(
                    load.lost().size() + " calls were lost: " + load.lost().getFirst());
        }
        return load.answered();
    }

    private static String mebibytes(long bytes) {
        String format = bytes < 100 << 10 ? "%.2f" : bytes < 10 << 20 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, bytes / (double) (1 << 20));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
