package org.mlmath.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/**
 * Callers who ask for large decompositions as fast as they are answered, in a process of their own: what they send and receive is so
 * much that collecting it would hold up whoever measures beside them. They would be on other machines: where the system lets them, they
 * take of the processors what servers and small callers leave, and what they do is as little as can be.
 */
public final class LargeCallers implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final int PIECE = 1 << 16;

    /** Where the status stands in {@code HTTP/1.1 200 OK}. */
    private static final int STATUS_BEGIN = 9;

    private static final int STATUS_END = 12;

    /** What a server says whose lane is full of work of seconds. */
    private static final int RETRY_MILLIS = 2_000;

    private final Process process;
    private final BufferedReader said;
    private int answered;

    /** What they ask for. */
    enum Kind {
        SVD_NPY("/v1/linalg/decompositions/svd", HttpComparison.NPY, HttpComparison.NPZ, 2_000),
        EIGEN_JSON("/v1/linalg/decompositions/eigen", "application/json", "application/json", 1_000);

        private final String path;
        private final String sent;
        private final String taken;

        /** Of the matrices, n×n. */
        private final int n;

        Kind(String path, String sent, String taken, int n) {
            this.path = path;
            this.sent = sent;
            this.taken = taken;
            this.n = n;
        }

        private byte[] body() {
            Matrix matrix = HttpComparison.random(n, n);
            return sent.equals(HttpComparison.NPY) ? HttpComparison.npy(matrix) : json(matrix);
        }

        private static byte[] json(Matrix matrix) {
            return IntStream.range(0, matrix.rows())
                    .mapToObj(i -> IntStream.range(0, matrix.columns())
                            .mapToObj(j -> Double.toString(matrix.get(i, j)))
                            .collect(Collectors.joining(",", "[", "]")))
                    .collect(Collectors.joining(",", "{\"matrix\":[", "]}"))
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private byte[] head(int length) {
            return """
                    POST %s HTTP/1.1
                    Host: 127.0.0.1
                    Content-Type: %s
                    Accept: %s
                    Content-Length: %d
                    Connection: close

                    """.formatted(path, sent, taken, length)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * @param port of the server
     * @param callers at a time
     */
    LargeCallers(int port, Kind kind, int callers) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // its compiler is not to take processor time either
                "-cp",
                System.getProperty("java.class.path"),
                LargeCallers.class.getName(),
                Integer.toString(port),
                kind.name(),
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
        answered++;
    }

    /** @return how many have been computed so far */
    int answered() throws IOException {
        while (said.ready()) {
            said.readLine();
            answered++;
        }
        return answered;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Kind kind = Kind.valueOf(arguments[1]);
        byte[] body = kind.body();
        byte[] head = kind.head(body.length);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            Thread.ofPlatform().start(() -> callForEver(port, head, body));
        }
    }

    private static void callForEver(int port, byte[] head, byte[] body) {
        try {
            while (true) {
                if (call(port, head, body) == 200) {
                    System.out.println("answered");
                } else { // to send all of it again at once would measure the sending
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the status of the answer, which is read to its end; nothing is kept of it; 0 where there is none */
    private static int call(int port, byte[] head, byte[] body) {
        byte[] buffer = new byte[PIECE];
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            for (int sent = 0; sent < body.length; sent += PIECE) {
                out.write(body, sent, Math.min(PIECE, body.length - sent));
            }
            InputStream in = socket.getInputStream();
            int status = Integer.parseInt(
                    new String(in.readNBytes(STATUS_END), StandardCharsets.US_ASCII).substring(STATUS_BEGIN));
            while (in.read(buffer) >= 0) {
                // until the connection is closed
            }
            return status;
        } catch (IOException refused) {
            return 0;
        }
    }
}
