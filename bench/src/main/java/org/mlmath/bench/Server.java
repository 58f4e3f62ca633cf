package org.mlmath.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server in a process of its own, with the JVM as {@code ./mlmath serve} sets it, on a free port of this machine, for as long as it is measured. */
final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Placement placement;
    private final Process process;

    /**
     * @param application the runnable jar of an application
     * @param options of its JVM, settings among them
     */
    Server(Path application, String... options) throws IOException, InterruptedException {
        this(Placement.ANYWHERE, application, options);
    }

    /** As above, on processors of its own. */
    Server(Placement placement, Path application, String... options) throws IOException, InterruptedException {
        this(placement, List.of("-jar", application.toString()), List.of(options));
    }

    /** @param main a class of this module that listens on the port in {@code quarkus.http.port} */
    Server(Class<?> main, String... arguments) throws IOException, InterruptedException {
        this(
                Placement.ANYWHERE,
                Stream.concat(
                                Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                                Stream.of(arguments))
                        .toList(),
                List.of());
    }

    private Server(Placement placement, List<String> program, List<String> options)
            throws IOException, InterruptedException {
        port = freePort();
        this.placement = placement;
        List<String> command = new ArrayList<>(placement.command());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC",
                "-XX:-G1UseAdaptiveIHOP",
                "-XX:InitiatingHeapOccupancyPercent=75",
                "-XX:MaxMetaspaceSize=512m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort()));
        command.addAll(options);
        command.addAll(program);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitReady();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        HttpRequest request = HttpRequest.newBuilder(uri("/v1")).build();
        while (true) {
            try {
                client.send(request, BodyHandlers.discarding()); // any answer will do
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IOException("the server does not start", notYet);
                }
            }
            Thread.sleep(200);
        }
    }

    int port() {
        return port;
    }

    Placement placement() {
        return placement;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** @return bytes of the heap that are in use after all garbage has been collected */
    long liveBytes() {
        try {
            Process histogram = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.class_histogram")
                    .start();
            try (BufferedReader lines = histogram.inputReader()) {
                String total = lines.lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow();
                return Long.parseLong(total.trim().split("\\s+")[2]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return bytes of the machine's memory that the process has, 0 where that is not told */
    long residentBytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /**
     * Posts a body and reads the answer to its end, keeping nothing.
     *
     * @return how many bytes were answered
     */
    long post(String path, String contentType, String accept, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .header("Accept", accept)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(path + " answered " + response.statusCode());
                }
                byte[] buffer = new byte[1 << 16];
                long bytes = 0;
                for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                    bytes += read;
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts JSON and returns the answer, which must be of status 200. */
    String answer(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return milliseconds of processor time of all threads that the process has now */
    double processorMillis() {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
        }
        double millis = 0; // to the nanosecond, where process.info() counts in hundredths of a second
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                millis += Long.parseLong(
                                Files.readString(thread.resolve("schedstat")).split(" ")[0])
                        / 1e6;
            }
        } catch (NoSuchFileException threadHasEnded) {
            return processorMillis();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return millis;
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
