package org.mlmath.kit.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large bodies, one right behind the other on a connection, cut anywhere: in a head, in a number, between two bodies. */
@QuarkusTest
class CutBodiesTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 500;

    @TestHTTPResource("/v1/probe/echo")
    URI echo;

    private final SplittableRandom random = new SplittableRandom(20261121);

    @Test
    void arriveAsTheyWereSent() throws IOException {
        List<byte[]> arrays = new ArrayList<>();
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 0; i < 6; i++) {
            double[] values = random.doubles((long) ROWS * COLUMNS).toArray();
            ByteArrayOutputStream npy = new ByteArrayOutputStream();
            NpyWriter.write(new ResultArray("matrix", new int[] {ROWS, COLUMNS}, values, null), npy);
            arrays.add(npy.toByteArray());
            boolean json = i % 3 == 1;
            byte[] body = json ? json(values) : npy.toByteArray();
            requests.write(
                    ("POST %s HTTP/1.1\r\nHost: a\r\nAccept: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n")
                            .formatted(
                                    echo.getPath(),
                                    WireFormat.NPY.mediaType(),
                                    (json ? WireFormat.JSON : WireFormat.NPY).mediaType(),
                                    body.length)
                            .getBytes(StandardCharsets.US_ASCII));
            requests.write(body);
        }
        try (Socket socket = new Socket(echo.getHost(), echo.getPort())) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> cut(requests.toByteArray(), socket));
            DataInputStream answers = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            for (byte[] array : arrays) {
                assertThat(answer(answers)).isEqualTo(array);
            }
            sending.join();
        }
    }

    private static byte[] json(double[] values) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(values, i * COLUMNS, (i + 1) * COLUMNS)))
                .collect(Collectors.joining(",", "{\"matrix\": [", "]}"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void cut(byte[] bytes, Socket socket) {
        try {
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 9 : 40_000));
                socket.getOutputStream().write(bytes, at, length);
                at += length;
                if (random.nextInt(4) == 0) {
                    Thread.sleep(1); // the server takes up what has come
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the body of an answer that comes in chunks */
    private static byte[] answer(DataInputStream in) throws IOException {
        assertThat(line(in)).startsWith("HTTP/1.1 200");
        List<String> head = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.add(line.toLowerCase(Locale.ROOT));
        }
        assertThat(head).contains("transfer-encoding: chunked");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(in), 16); length > 0; length = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(length));
            assertThat(line(in)).isEmpty();
        }
        assertThat(line(in)).isEmpty();
        return body.toByteArray();
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
