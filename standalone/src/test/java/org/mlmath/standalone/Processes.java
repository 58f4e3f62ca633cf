package org.mlmath.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The packaged applications as processes of their own, on free ports; closing ends every one of them. */
final class Processes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<Running> started = new CopyOnWriteArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * An application that runs, or ran.
     *
     * @param address where it answers
     * @param management where it says how it is
     * @param log what it writes
     */
    record Running(String module, URI address, URI management, Path log, Process process) {
        /** As an orchestrator ends it: what is in flight is finished. */
        void stop() {
            process.destroy();
        }

        /** As a machine ends it that runs out of memory. */
        void kill() {
            process.destroyForcibly();
        }

        void awaitEnd() throws InterruptedException {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(module + " does not end");
            }
        }
    }

    /** @return the address of the one JVM that has everything */
    URI startStandalone() throws IOException {
        return start("standalone", freeAddress()).address();
    }

    /** @return the address of a gateway, behind which each service is a process */
    URI startServices() throws IOException {
        return startGateway(
                        start("linalg-service", freeAddress()).address().toString(),
                        start("calculus-service", freeAddress()).address().toString(),
                        start("stats-service", freeAddress()).address().toString())
                .address();
    }

    /** Each service by its addresses, separated by commas. */
    Running startGateway(String linalg, String calculus, String stats, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dmlmath.gateway.upstreams.linalg.url=" + linalg);
        all.add("-Dmlmath.gateway.upstreams.calculus.url=" + calculus);
        all.add("-Dmlmath.gateway.upstreams.stats.url=" + stats);
        return start("gateway", freeAddress(), all.toArray(String[]::new));
    }

    /** @param options of the JVM, settings among them */
    Running start(String module, URI address, String... options) throws IOException {
        Path jar = Path.of("..", module, "target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.normalize() + " has not been built");
        }
        URI management = freeAddress();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC", // as in the images
                "-XX:-G1UseAdaptiveIHOP",
                "-XX:InitiatingHeapOccupancyPercent=75",
                "-XX:TieredStopAtLevel=1", // several JVMs start at once
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + address.getPort(),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + management.getPort(),
                "-Dquarkus.shutdown.delay=0"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        Path log = Path.of("target", module + "-" + address.getPort() + ".log");
        Running running = new Running(
                module,
                address,
                management,
                log,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start());
        started.add(running);
        return running;
    }

    /** Waits until the address, and everything behind it, says that it is up. */
    void await(URI address) throws InterruptedException {
        await(address, address.resolve("/health"));
    }

    /** Waits until a service takes requests. */
    void awaitReady(Running service) throws InterruptedException {
        await(service.address(), service.management().resolve("/q/health/ready"));
    }

    private void await(URI address, URI health) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp(request)) {
            boolean ended = started.stream()
                    .anyMatch(running -> running.address().equals(address)
                            && !running.process().isAlive()
                            && started.stream()
                                    .noneMatch(other -> other != running
                                            && other.address().equals(address)
                                            && other.process().isAlive()));
            if (System.nanoTime() > end || ended) {
                throw new IllegalStateException(address + " did not come up; see target/*.log");
            }
            Thread.sleep(100);
        }
    }

    private boolean isUp(HttpRequest health) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(health, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    && answer.body().replace(" ", "").toLowerCase(Locale.ROOT).contains("\"status\":\"up\"");
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    HttpResponse<String> post(URI address, String path, String json) throws IOException, InterruptedException {
        return client.send(request(address, path, json), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest request(URI address, String path, String json) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    static URI freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        started.forEach(running -> running.process().destroy());
        for (Running running : started) {
            // Ended by now or in a moment: nothing is in flight. One that is not is not waited for.
            Process process = running.process();
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }
}
