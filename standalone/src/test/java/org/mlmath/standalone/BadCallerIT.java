package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.standalone.Processes.Running;

/** Nothing that a caller sends, or does not send, keeps processes with little memory from answering others: a gateway and a service, or one. */
@ParameterizedClass(name = "{0}")
@EnumSource
class BadCallerIT {
    enum Installation {
        ONE_PROCESS,
        GATEWAY_AND_SERVICE
    }

    private static final Processes PROCESSES = new Processes();
    private static final String SVD = "/v1/linalg/decompositions/svd";
    private static final String SMALL = Callers.SMALL.get(SVD);
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    /** Connections that the operating system lets the gateway have are fewer on some machines. */
    private static final int IDLE_CONNECTIONS = 10_000;

    private static final int OTHER_FILES = 1_000;

    private static final String[] OF_A_SERVICE = {"-Xmx384m", "-Dmlmath.limits.lane=1", "-Dmlmath.limits.queue=6"};

    private static final String[] OF_A_GATEWAY = {
        "-Dquarkus.http.idle-timeout=10s",
        "-Dmlmath.rate.trusted-proxies=127.0.0.0/8", // so that a test can be several callers
        "-Dmlmath.batch.concurrency=4"
    };

    private static Running linalg;
    private static Running gateway;

    @Parameter
    Installation installation;

    @BeforeParameterizedClassInvocation
    static void start(Installation installation) throws Exception {
        if (installation == Installation.ONE_PROCESS) {
            gateway = PROCESSES.start("standalone", Processes.freeAddress(), both(OF_A_SERVICE, OF_A_GATEWAY));
            linalg = gateway;
        } else {
            linalg = PROCESSES.start("linalg-service", Processes.freeAddress(), OF_A_SERVICE);
            String address = linalg.address().toString();
            gateway = PROCESSES.startGateway(address, address, address, both(OF_A_GATEWAY, new String[] {"-Xmx256m"}));
        }
        PROCESSES.await(gateway.address());
    }

    private static String[] both(String[] one, String[] other) {
        return Stream.concat(Arrays.stream(one), Arrays.stream(other)).toArray(String[]::new);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        gateway.kill();
        linalg.kill();
    }

    @AfterAll
    static void stop() {
        PROCESSES.close();
    }

    @AfterEach
    void othersAreStillAnswered() throws Exception {
        assertThat(PROCESSES.post(gateway.address(), SVD, SMALL).statusCode()).isEqualTo(200);
        assertThat(gateway.process().isAlive()).isTrue();
        assertThat(linalg.process().isAlive()).isTrue();
    }

    @Test
    void whatFindsNoPlaceInTheLaneIsRefusedWhileSmallRequestsAreAnswered() throws Exception {
        String large = Callers.randomMatrix(500);
        try (HttpClient client = client()) {
            List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() ->
                            client.sendAsync(Processes.request(gateway.address(), SVD, large), BodyHandlers.ofString()))
                    .limit(12)
                    .toList();
            int meanwhile = 0;
            while (answers.stream().anyMatch(answer -> !answer.isDone())) {
                assertThat(PROCESSES.post(gateway.address(), SVD, SMALL).statusCode())
                        .isEqualTo(200);
                meanwhile++;
            }
            assertThat(meanwhile).isPositive();
            assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200, 503);
            assertThat(answers)
                    .filteredOn(answer -> answer.join().statusCode() == 503)
                    .allSatisfy(answer -> assertThat(answer.join().headers().firstValue("Retry-After"))
                            .isPresent());
        }
    }

    /** Of all that one caller's batches ask for, no more is under way than four: others wait for that, not for the rest. */
    @Test
    void whoSendsManyBatchesTakesOnlyAShareOfTheLane() throws Exception {
        int batches = 6;
        int items = 50;
        String large = Callers.integerMatrix(150);
        String batch = "{\"requests\": ["
                + String.join(",", Collections.nCopies(items, "{\"path\": \"%s\", \"body\": %s}".formatted(SVD, large)))
                + "]}";
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Future<?>> streams = new ArrayList<>();
        try (HttpClient client = client();
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < batches; i++) {
                HttpRequest request = from("192.0.2.1", "/v1/batch", batch)
                        .header("Accept", "application/x-ndjson")
                        .build();
                streams.add(readers.submit(() -> {
                    HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
                    assertThat(answer.statusCode())
                            .as(() -> answer.body().toList().toString())
                            .isEqualTo(200);
                    answer.body()
                            .filter(line -> line.contains("\"type\":\"point\""))
                            .forEach(line -> (line.contains("\"status\":200") ? answered : refused).incrementAndGet());
                    return null;
                }));
            }
            await().until(() -> answered.get() >= 20);
            for (int i = 0; i < 5; i++) {
                int before = answered.get();
                HttpResponse<String> other =
                        client.send(from("192.0.2.2", SVD, large).build(), BodyHandlers.ofString());
                assertThat(other.statusCode()).isEqualTo(200);
                assertThat(answered.get() - before).isLessThan(20);
            }
            assertThat(answered.get()).isLessThan(batches * items);
            for (Future<?> stream : streams) {
                stream.get(); // says why where it broke off
            }
        }
        assertThat(refused.get()).isZero();
        assertThat(answered.get()).isEqualTo(batches * items);
    }

    private static HttpRequest.Builder from(String caller, String path, String body) {
        return HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-cache") // each is computed
                .header("X-Forwarded-For", caller)
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void slowReadersHoldUpNobody() throws Exception {
        String large = Callers.randomMatrix(150);
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                Socket reader = new Socket();
                reader.setReceiveBufferSize(2048);
                reader.connect(address());
                readers.add(reader);
                write(reader, head("POST", SVD, "Content-Length: " + large.length()) + large);
            }
            for (int round = 0; round < 20; round++) {
                assertThat(PROCESSES.post(gateway.address(), SVD, SMALL).statusCode())
                        .isEqualTo(200);
                for (Socket reader : readers) {
                    reader.getInputStream().read();
                }
            }
        } finally {
            closeAll(readers);
        }
    }

    /** What they declare is counted, since it may come at any moment: of large bodies a few would be all that there is room for. */
    @Test
    void sendersWhoDeclareMuchAndSendNothingHoldUpNobody() throws Exception {
        List<Socket> senders = new ArrayList<>();
        try {
            for (int length : Stream.concat(
                            Collections.nCopies(60, LARGEST_BODY).stream(), Collections.nCopies(100, 60_000).stream())
                    .toList()) {
                Socket sender = new Socket();
                sender.connect(address());
                senders.add(sender);
                write(sender, head("POST", SVD, "Content-Length: " + length) + "{");
            }
            for (int round = 0; round < 20; round++) {
                assertThat(PROCESSES.post(gateway.address(), SVD, SMALL).statusCode())
                        .isEqualTo(200);
            }
        } finally {
            closeAll(senders);
        }
    }

    @Test
    void oneThatNeverEndsItsHeadersIsHungUpOn() throws Exception {
        try (Socket slow = new Socket();
                Socket fast = new Socket()) {
            slow.connect(address());
            write(slow, "GET / HTTP/1.1\r\n");
            Thread dripping = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        write(slow, "X");
                        Thread.sleep(500);
                    }
                } catch (IOException | InterruptedException hungUp) {
                    // as it should be
                }
            });
            fast.connect(address());
            assertThat(hangsUpOn(fast, "X-Header: value\r\n", Duration.ofSeconds(20)))
                    .isTrue();
            assertThat(dripping.join(Duration.ofSeconds(60))).isTrue();
        }
    }

    /** @return whether the server hangs up while this is sent again and again */
    private static boolean hangsUpOn(Socket socket, String text, Duration within) throws IOException {
        write(socket, "GET / HTTP/1.1\r\n");
        long end = System.nanoTime() + within.toNanos();
        try {
            while (System.nanoTime() < end) {
                write(socket, text);
            }
            return false;
        } catch (SocketException hungUp) {
            return true;
        }
    }

    @Test
    void idleConnectionsHoldUpNobody() throws Exception {
        List<SocketChannel> idle = new ArrayList<>();
        try {
            int count = Math.min(IDLE_CONNECTIONS, (int) Math.min(Integer.MAX_VALUE, allowedFiles() - OTHER_FILES));
            System.out.printf("%d idle connections%n", count);
            for (int i = 0; i < count; i++) {
                idle.add(SocketChannel.open(address()));
                if (i % 1000 == 0) {
                    assertThat(PROCESSES.post(gateway.address(), SVD, SMALL).statusCode())
                            .isEqualTo(200);
                }
            }
            assertThat(PROCESSES.post(gateway.address(), SVD, SMALL).statusCode())
                    .isEqualTo(200);
        } finally {
            for (SocketChannel channel : idle) {
                channel.close();
            }
        }
    }

    /** Of this process; the gateway, which is started from it, has the same. */
    private static long allowedFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 2 * OTHER_FILES;
    }

    @Test
    void bodiesThatInflateBeyondMeasureAreRefused() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 256; i++) { // four times what a body may have
                gzip.write(spaces);
            }
        }
        try (HttpClient client = client()) {
            HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve(SVD))
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(bomb.toByteArray()))
                    .build();
            for (int i = 0; i < 5; i++) {
                // 503 as long as others have the memory: bodies that were given up a moment ago.
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    assertThat(status).isIn(413, 503);
                    return status == 413;
                });
            }
        }
    }

    @Test
    void jsonNestedDeeplyIsRefused() throws Exception {
        for (String nested :
                List.of("[".repeat(100_000), "{\"matrix\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}")) {
            assertThat(PROCESSES.post(gateway.address(), SVD, nested).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void aBodyAtTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
        assertThat(send(largestBody(0)).statusCode()).isEqualTo(200);
        assertThat(send(largestBody(1)).statusCode()).isEqualTo(413);
    }

    @Test
    void twentyBodiesAtTheLimitAtOnceAreRefusedRatherThanHeld() throws Exception {
        byte[] body = largestBody(0);
        try (HttpClient client = client()) {
            List<CompletableFuture<Integer>> answers = Stream.generate(
                            () -> client.sendAsync(posting(body), BodyHandlers.discarding())
                                    .handle((answer, failure) -> failure == null ? answer.statusCode() : 0))
                    .limit(20)
                    .toList();
            List<Integer> statuses =
                    answers.stream().map(CompletableFuture::join).toList();
            // 0: who is refused while sending may find the connection closed before reading why
            assertThat(statuses).isSubsetOf(200, 503, 0).contains(503);
        }
    }

    private static byte[] largestBody(int more) {
        byte[] body = new byte[LARGEST_BODY + more];
        Arrays.fill(body, (byte) ' ');
        byte[] json = SMALL.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(json, 0, body, 0, json.length);
        return body;
    }

    private static HttpRequest posting(byte[] body) {
        return HttpRequest.newBuilder(gateway.address().resolve(SVD))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            return client.send(posting(body), BodyHandlers.ofString());
        }
    }

    /** RFC 9113; the attack is CVE-2023-44487: streams that are opened and taken back at once cost their sender nothing. */
    @Test
    void streamsThatAreOpenedAndResetWithoutEndEndTheConnection() throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(address());
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(frame(0x4, 0, 0, new byte[0])); // SETTINGS
            Thread reading = Thread.ofVirtual().start(() -> drain(socket));
            boolean hungUp = false;
            for (int stream = 1; stream < 400_000 && !hungUp; stream += 2) {
                try {
                    out.write(frame(0x1, 0x5, stream, getSvd())); // HEADERS, all of them, and no body
                    out.write(frame(0x3, 0, stream, new byte[] {0, 0, 0, 8})); // RST_STREAM: cancel
                } catch (SocketException closed) {
                    hungUp = true;
                }
            }
            assertThat(hungUp).isTrue();
            assertThat(reading.join(Duration.ofSeconds(60))).isTrue();
        }
    }

    private static void drain(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // until the server hangs up
            }
        } catch (IOException hungUp) {
            // as it should be
        }
    }

    /** {@code GET /v1/linalg/…} as HPACK writes it (RFC 7541): two entries of its table, then two names of the table with values. */
    private static byte[] getSvd() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86}); // :method GET, :scheme http
        block.writeBytes(new byte[] {0x04, (byte) SVD.length()}); // :path
        block.writeBytes(SVD.getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(new byte[] {0x01, 4}); // :authority
        block.writeBytes("here".getBytes(StandardCharsets.US_ASCII));
        return block.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] frame = new byte[9 + payload.length];
        frame[1] = (byte) (payload.length >> 8);
        frame[2] = (byte) payload.length;
        frame[3] = (byte) type;
        frame[4] = (byte) flags;
        for (int i = 0; i < 4; i++) {
            frame[5 + i] = (byte) (stream >> 8 * (3 - i));
        }
        System.arraycopy(payload, 0, frame, 9, payload.length);
        return frame;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(
                gateway.address().getHost(), gateway.address().getPort());
    }

    private static String head(String method, String path, String header) {
        return method + " " + path + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n" + header
                + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
