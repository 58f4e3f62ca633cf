package org.mlmath.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UpgradeTest {
    private static final int DATA = 0;
    private static final int SETTINGS = 4;
    private static final int END = 1;

    @TestHTTPResource("/v1/probe/echo")
    URI echo;

    /** Its answer is longer than what Java's client reads at once. */
    private static String square(int size) {
        String row = Collections.nCopies(size, "0.123456789012345").toString();
        return ("{\"matrix\":" + Collections.nCopies(size, row) + "}").replace(" ", "");
    }

    @Test
    void clientsOfTheJdkGetTheirFirstAnswersWhole() throws Exception {
        for (int size : new int[] {1, 40, 80}) {
            HttpRequest request = HttpRequest.newBuilder(echo)
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(20))
                    .POST(HttpRequest.BodyPublishers.ofString(square(size)))
                    .build();
            List<HttpClient> clients = IntStream.range(0, 20)
                    .mapToObj(i -> HttpClient.newHttpClient())
                    .toList();
            List<CompletableFuture<HttpResponse<String>>> answers = clients.stream()
                    .map(client -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            for (CompletableFuture<HttpResponse<String>> sent : answers) {
                HttpResponse<String> answer = sent.get(30, TimeUnit.SECONDS); // a body has no time-out of its own
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertIsEcho(answer.body(), square(size));
            }
            clients.forEach(HttpClient::shutdownNow);
        }
    }

    @Test
    void theAnswerFollowsWhenTheClientSpeaksHttpTwo() throws Exception {
        String body = square(40);
        try (Socket socket = new Socket(echo.getHost(), echo.getPort())) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /v1/probe/echo HTTP/1.1\r
                    Host: %s\r
                    Connection: Upgrade, HTTP2-Settings\r
                    Upgrade: h2c\r
                    HTTP2-Settings: AAQA____\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(echo.getAuthority(), body.length(), body).getBytes(US_ASCII));
            assertThat(head(in)).startsWith("HTTP/1.1 101 ");
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> {
                        while (true) {
                            assertThat(Frame.read(in).stream).isZero();
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout(20_000);
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
            out.write(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0});
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Frame frame;
            do {
                frame = Frame.read(in);
                if (frame.type == DATA) {
                    answer.write(frame.payload);
                }
            } while (frame.stream == 0 || (frame.flags & END) == 0);
            assertIsEcho(answer.toString(US_ASCII), body);
        }
    }

    /** Says nothing of both where they differ: they are long. */
    private static void assertIsEcho(String answer, String body) {
        assertThat(answer.startsWith(body.substring(0, body.length() - 1))).isTrue();
        assertThat(answer.endsWith("}")).isTrue();
    }

    /** The first stays with HTTP/1.1 where it is long, or is asked about; what follows a short one is sent in HTTP/2, which holds it back. */
    @ParameterizedTest
    @CsvSource({"1000000, false, HTTP_2", "1500000, false, HTTP_1_1", "1000, true, HTTP_1_1", "1500000, true, HTTP_1_1"
    })
    void bodiesOfAnyLengthArriveWhole(int length, boolean asks, HttpClient.Version version) throws Exception {
        String body = square(1).replace("}", " ".repeat(length) + "}");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> first = client.send(post(body, asks), HttpResponse.BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(200);
            assertIsEcho(first.body(), square(1));
            assertThat(first.version()).isEqualTo(version);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> first = client.send(post(square(1), false), HttpResponse.BodyHandlers.ofString());
            assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
            HttpResponse<String> second = client.send(post(body, asks), HttpResponse.BodyHandlers.ofString());
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertIsEcho(second.body(), square(1));
        }
    }

    @Test
    void whatIsTooLongIsRefusedInEitherProtocol() throws Exception {
        String body = square(1).replace("}", " ".repeat(2_000_000) + "}");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> first = client.send(post(body, true), HttpResponse.BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(413);
            assertThat(client.send(post(square(1), false), HttpResponse.BodyHandlers.ofString())
                            .version())
                    .isEqualTo(HttpClient.Version.HTTP_2);
            HttpResponse<String> second = client.send(post(body, true), HttpResponse.BodyHandlers.ofString());
            assertThat(second.statusCode()).isEqualTo(413);
            assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(second.body()).contains("/problems/body-too-large");
        }
    }

    private HttpRequest post(String body, boolean asks) {
        return HttpRequest.newBuilder(echo)
                .header("Content-Type", "application/json")
                .expectContinue(asks)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private record Frame(int type, int flags, int stream, byte[] payload) {
        static Frame read(DataInputStream in) throws IOException {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            return new Frame(type, flags, in.readInt(), in.readNBytes(length));
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }
}
