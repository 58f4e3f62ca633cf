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
import java.util.concurrent.TimeUnit;

/** The packaged applications as processes of their own, on free ports; closing ends every one of them. */
final class Processes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Process> started = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** @return the address of the one JVM that has everything */
    URI startStandalone() throws IOException {
        return start("standalone");
    }

    /** @return the address of a gateway, behind which each service is a process */
    URI startServices() throws IOException {
        return start(
                "gateway",
                "-Dmlmath.gateway.upstreams.linalg.url=" + start("linalg-service"),
                "-Dmlmath.gateway.upstreams.calculus.url=" + start("calculus-service"),
                "-Dmlmath.gateway.upstreams.stats.url=" + start("stats-service"));
    }

    private URI start(String module, String... settings) throws IOException {
        Path jar = Path.of("..", module, "target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.normalize() + " has not been built");
        }
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // five JVMs start at once
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort(),
                "-Dquarkus.shutdown.delay=0"));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", jar.toString()));
        Path log = Path.of("target", module + ".log");
        started.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits until the address, and everything behind it, says that it is up. */
    void await(URI address) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(address.resolve("/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp(health)) {
            if (System.nanoTime() > end || started.stream().anyMatch(process -> !process.isAlive())) {
                throw new IllegalStateException(address + " did not come up; see target/*.log");
            }
            Thread.sleep(200);
        }
    }

    private boolean isUp(HttpRequest health) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(health, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"status\":\"up\"");
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    HttpResponse<String> post(URI address, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        started.forEach(Process::destroy);
        for (Process process : started) {
            // Ended by now or in a moment: nothing is in flight. One that is not is not waited for.
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }
}
