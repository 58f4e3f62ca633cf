package org.mlmath.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Callers who ask for large decompositions as fast as they are answered, in a process of their own: what they send and receive is so
 * much that collecting it would hold up whoever measures beside them. They would be on other machines: where the system lets them, they
 * take of the processors what servers and small callers leave.
 */
public final class LargeCallers implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Process process;
    private final BufferedReader said;

    /**
     * @param port of the server
     * @param n of the matrices, n×n
     * @param callers at a time
     */
    LargeCallers(int port, int n, int callers) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeCallers.class.getName(),
                Integer.toString(port),
                Integer.toString(n),
                Integer.toString(callers)));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        said = process.inputReader();
    }

    /** Waits until the first has been computed, and others are, or there is no place for more. */
    void awaitFirstAnswer() throws IOException {
        if (said.readLine() == null) {
            throw new IOException("large requests are not answered");
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    public static void main(String[] arguments) {
        byte[] body = HttpComparison.npy(
                HttpComparison.random(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[1])));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + arguments[0] + "/v1/linalg/decompositions/svd"))
                .header("Content-Type", HttpComparison.NPY)
                .header("Accept", HttpComparison.NPZ)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            Thread.ofPlatform().start(() -> callForEver(client, request));
        }
    }

    private static void callForEver(HttpClient client, HttpRequest request) {
        byte[] buffer = new byte[1 << 16];
        while (true) {
            try {
                HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
                try (InputStream answer = response.body()) {
                    while (answer.read(buffer) >= 0) {
                        // nothing is kept
                    }
                }
                System.out.println(response.statusCode());
                if (response.statusCode() != 200) { // to send all of it again at once would measure the sending
                    Thread.sleep(1_000
                            * response.headers().firstValueAsLong("Retry-After").orElse(1));
                }
            } catch (IOException refused) {
                // tried again
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
