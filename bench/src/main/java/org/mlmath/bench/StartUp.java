package org.mlmath.bench;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * How long each application takes from its start to its first answer, and what memory it has then and after some requests: as {@code ./mlmath
 * serve} starts it, with and without the AOT cache. {@code ./mlmath bench start} runs it and puts the table into RESULTS.md.
 */
final class StartUp {
    static final String TITLE = "## Start and memory of each process\n";

    private static final int STARTS = Integer.getInteger("mlmath.bench.starts", 3);
    private static final int REQUESTS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What each is asked first, and then over and over. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("standalone", "/v1/linalg/decompositions/svd", "{\"matrix\": [[1, 2], [3, 4]]}"),
            new Subject("gateway", "/health", null),
            new Subject("linalg-service", "/v1/linalg/decompositions/svd", "{\"matrix\": [[1, 2], [3, 4]]}"),
            new Subject("calculus-service", "/v1/calculus/derivative", "{\"expression\": \"x^2 sin x\"}"),
            new Subject("stats-service", "/v1/stats/tests/t-one-sample", "{\"data\": [1, 2, 3, 5]}"));

    private record Subject(String module, String path, String body) {
        HttpRequest request(URI server) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(20));
            return body == null
                    ? request.build()
                    : request.header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
        }
    }

    private record Start(double seconds, double processorSeconds, double mebibytes, double mebibytesLater) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path root;
    private final String cache;
    private final List<String> options;
    private final String heading;

    private StartUp(Path root, String cache, List<String> options) {
        this.root = root;
        this.cache = cache;
        this.options = options;
        this.heading = heading();
    }

    /**
     * @param arguments the project's directory, the name of the caches beside the applications, which of these to start, and the
     *     options of the JVM
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = List.of(arguments).subList(2, arguments.length);
        StartUp startUp = new StartUp(
                Path.of(arguments[0]),
                arguments[1],
                rest.stream().filter(argument -> argument.startsWith("-")).toList());
        for (Subject subject : SUBJECTS) {
            if (rest.contains(subject.module())) {
                startUp.measure(subject);
            }
        }
    }

    private String heading() {
        return TITLE + String.format(Locale.ROOT, """

                By `./mlmath bench start`: medians of %d starts with `%s`.
                *Ready*: from the start of the process to its first answer, on the wall; *processor*: its processor time until then; *RSS*:
                resident memory then, and after %,d more requests one at a time, with a heap of at most 512 MiB.

                | | ready s | processor s | RSS MiB | RSS MiB later | with AOT cache: ready s | processor s | RSS MiB | RSS MiB later |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """, STARTS, String.join(" ", options), REQUESTS);
    }

    private void measure(Subject subject) throws IOException, InterruptedException {
        Path aot = root.resolve(subject.module()).resolve("target").resolve(cache);
        if (!Files.exists(aot)) {
            throw new IllegalStateException(aot + " is not there; " + aot + ".failed may say why");
        }
        String row = begins(subject) + shown(subject, List.of())
                + shown(subject, List.of("-XX:AOTCache=" + aot, "-XX:AOTMode=on")) + " |\n";
        System.out.print(row);
        write(subject, row);
    }

    private static String begins(Subject subject) {
        return "| " + subject.module();
    }

    /** At once, so that who ends this early has what there is; beside the rows of the others, if these were made in the same way. */
    private void write(Subject measured, String row) throws IOException {
        Path file = root.resolve("bench/RESULTS.md");
        String results = Files.readString(file);
        int start = results.indexOf(TITLE);
        int end = start < 0 ? -1 : results.indexOf("\n## ", start + 1);
        String before = start < 0 ? results + "\n" : results.substring(0, start);
        String known = start < 0 ? "" : results.substring(start, end < 0 ? results.length() : end);
        StringBuilder section = new StringBuilder(heading);
        for (Subject subject : SUBJECTS) {
            if (subject.equals(measured)) {
                section.append(row);
            } else if (known.startsWith(heading)) {
                known.lines()
                        .filter(line -> line.startsWith(begins(subject) + " |"))
                        .forEach(line -> section.append(line).append('\n'));
            }
        }
        Files.writeString(file, before + section + (end < 0 ? "" : results.substring(end)));
    }

    private String shown(Subject subject, List<String> more) throws IOException, InterruptedException {
        Start[] starts = new Start[STARTS];
        for (int i = 0; i < STARTS; i++) {
            starts[i] = start(subject, more);
        }
        return String.format(
                Locale.ROOT,
                " | %.2f | %.2f | %.0f | %.0f",
                median(starts, Start::seconds),
                median(starts, Start::processorSeconds),
                median(starts, Start::mebibytes),
                median(starts, Start::mebibytesLater));
    }

    private static double median(Start[] starts, ToDoubleFunction<Start> value) {
        return Arrays.stream(starts).mapToDouble(value).sorted().toArray()[starts.length / 2];
    }

    private Start start(Subject subject, List<String> more) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of(
                "-Xmx512m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort(),
                "-Dquarkus.shutdown.delay=0",
                "-jar",
                root.resolve(subject.module())
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        HttpRequest request = subject.request(URI.create("http://127.0.0.1:" + port));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!isAnswered(request)) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException(subject.module() + " does not start");
                }
                Thread.sleep(5);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            double processor =
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            double first = mebibytes(process);
            for (int i = 0; i < REQUESTS; i++) {
                isAnswered(request);
            }
            return new Start(seconds, processor, first, mebibytes(process));
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private boolean isAnswered(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @return resident memory, or not a number where the system does not say */
    private static double mebibytes(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
