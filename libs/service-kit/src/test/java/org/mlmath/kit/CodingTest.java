package org.mlmath.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies come packed or not, answers go packed where that is accepted and gains something, and no packed body is a bomb. */
@QuarkusTest
class CodingTest {
    private static final String LONG = "{\"text\": \"packed\", \"length\": 5000}";

    @TestHTTPResource("/v1/probe/")
    URI probe;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(probe.resolve(path)).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, String body, String... headers) throws Exception {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] deflate(String text, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                       | true
            deflate, GZIP;q=0.5        | true
            br, *                      | true
            gzip;q=0.8, identity;q=0.5 | true
            x-gzip                     | true
            gzip;q=0                   | false
            *, gzip;q=0                | false
            gzip;q=0.2, identity;q=0.9 | false
            br, deflate                | false
            identity                   | false
            *;q=0                      | false
            """)
    void answersArePackedForWhoAcceptsThat(String accepted, boolean packed) throws Exception {
        HttpResponse<byte[]> plain = post("count", LONG);
        HttpResponse<byte[]> answer = post("count", LONG, "Accept-Encoding", accepted);
        assertThat(header(answer, "Content-Encoding")).isEqualTo(packed ? "gzip" : null);
        assertThat(answer.body().length < plain.body().length).isEqualTo(packed);
        assertThat(packed ? unpacked(answer.body()) : answer.body()).isEqualTo(plain.body());
        assertThat(answer.headers().allValues("Vary")).contains("accept-encoding");
        assertThat(plain.headers().allValues("Vary")).contains("accept-encoding");
    }

    @Test
    void whatIsShortOrDenseIsLeftAsItIs() throws Exception {
        HttpResponse<byte[]> brief = post("count", "{\"text\": \"short\"}", "Accept-Encoding", "gzip");
        assertThat(header(brief, "Content-Encoding")).isNull();
        HttpResponse<byte[]> refused = post("count", "{\"text\": \"short\"}", "Accept-Encoding", "gzip, identity;q=0");
        assertThat(new String(unpacked(refused.body()), StandardCharsets.UTF_8)).contains("short");
        HttpResponse<byte[]> arrays = post("count", LONG, "Accept-Encoding", "gzip", "Accept", "application/x-npz");
        assertThat(header(arrays, "Content-Encoding")).isNull();
        assertThat(header(arrays, "Vary")).isNull();
    }

    /** Small ones on the event loop, larger ones beside it, the largest as they are written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"length\": 10000",
                "\"length\": 50000",
                "\"length\": 50000, \"seconds\": 0.1",
                "\"length\": 1500000, \"seconds\": 0.1"
            })
    void everySizeUnpacksToThePlainAnswer(String size) throws Exception {
        String body = "{\"text\": \"sizes\", \"fixed\": true, " + size + "}";
        for (String control : new String[] {"no-cache", "max-age=60", "max-age=60"}) {
            HttpResponse<byte[]> plain = post("count", body, "Cache-Control", control);
            HttpResponse<byte[]> packed = post("count", body, "Cache-Control", control, "Accept-Encoding", "gzip");
            assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        }
    }

    @Test
    void eachCodingHasAnEntityTagOfItsOwn() throws Exception {
        String plain = header(get("identity", "\"\""), "ETag");
        HttpResponse<byte[]> packed = get("gzip", "\"\"");
        String tag = header(packed, "ETag");
        assertThat(tag).isNotEqualTo(plain).startsWith("\"");
        assertThat(packed.headers().allValues("Vary")).contains("accept", "accept-encoding");
        assertThat(get("gzip", tag).statusCode()).isEqualTo(304);
        assertThat(get("identity", tag).statusCode()).isEqualTo(200);
        assertThat(get("identity", plain).statusCode()).isEqualTo(304);
    }

    private HttpResponse<byte[]> get(String accepted, String known) throws Exception {
        URI uri = probe.resolve("count?request=" + URLEncoder.encode(LONG, StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Accept-Encoding", accepted)
                        .header("If-None-Match", known)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void linesOfAPackedStreamCanBeReadAsTheyCome() throws Exception {
        ProbeResource.gate = new CountDownLatch(1);
        HttpRequest request = HttpRequest.newBuilder(probe.resolve("tell"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/x-ndjson")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{\"seconds\": 0.1}"))
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (InputStream lines = new GZIPInputStream(answer.body())) {
            byte[] first = lines.readNBytes("{\"type\":\"point\",\"step\":1}\n".length());
            assertThat(new JsonObject(new String(first, StandardCharsets.UTF_8)).getInteger("step"))
                    .isEqualTo(1);
            ProbeResource.gate.countDown();
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8)).startsWith("{\"type\":\"result\"");
        }
    }

    @Test
    void bodiesMayBePacked() throws Exception {
        String text = "{\"text\": \"sent\", \"seed\": 3}";
        byte[] plain = post("count", text).body();
        assertThat(post("count", gzip(text), "Content-Encoding", "gzip").body()).isEqualTo(plain);
        assertThat(post("count", gzip(text), "Content-Encoding", "X-GZIP").body())
                .isEqualTo(plain);
        assertThat(post("count", deflate(text, false), "Content-Encoding", "deflate")
                        .body())
                .isEqualTo(plain);
        assertThat(post("count", deflate(text, true), "Content-Encoding", "deflate")
                        .body())
                .isEqualTo(plain);
        assertThat(post("count", text, "Content-Encoding", "identity").body()).isEqualTo(plain);
        String large = "{\"text\": \"" + "x".repeat(500_000) + "\"}";
        assertThat(post("count", gzip(large), "Content-Encoding", "gzip").body().length)
                .isGreaterThan(500_000);
    }

    @Test
    void aBodyThatUnpacksToMoreThanTheLimitIsRefused() throws Exception {
        byte[] bomb = gzip(" ".repeat(50_000_000));
        assertThat(bomb.length).isLessThan(100_000);
        HttpResponse<byte[]> refused = post("count", bomb, "Content-Encoding", "gzip");
        assertThat(refused.statusCode()).isEqualTo(413);
        JsonObject problem = new JsonObject(new String(refused.body(), StandardCharsets.UTF_8));
        assertThat(problem.getString("type")).isEqualTo("/problems/body-too-large");
        assertThat(problem.getInteger("limit")).isEqualTo(2_000_000);
        int head = "{\"text\": \"\"}".length();
        byte[] largest = gzip("{\"text\": \"" + "x".repeat(900_000) + "\"}" + " ".repeat(2_000_000 - 900_000 - head));
        assertThat(post("count", largest, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(200);
        byte[] oneMore = gzip("{\"text\": \"" + "x".repeat(900_000) + "\"}" + " ".repeat(2_000_001 - 900_000 - head));
        assertThat(post("count", oneMore, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aBodyThatIsCutOffOrIsSomethingElseIsAnInvalidRequest(String coding) throws Exception {
        String text = "{\"text\": \"" + "abcdefghij".repeat(500) + "\"}";
        byte[] packed = coding.equals("gzip") ? gzip(text) : deflate(text, false);
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 12, damaged.length - 2, (byte) 0xff);
        for (byte[] body : new byte[][] {Arrays.copyOf(packed, packed.length - 5), damaged, {}, {31}}) {
            HttpResponse<byte[]> refused = post("count", body, "Content-Encoding", coding);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .contains("/problems/invalid-request", coding);
        }
        assertThat(post("count", text, "Content-Encoding", coding).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "zstd"})
    void anUnknownCodingIsRefusedWithThoseThatAreRead(String coding) throws Exception {
        HttpResponse<byte[]> refused = post("count", "{}", "Content-Encoding", coding);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(header(refused, "Accept-Encoding")).isEqualTo("gzip, deflate");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("/problems/unsupported-media-type");
    }
}
