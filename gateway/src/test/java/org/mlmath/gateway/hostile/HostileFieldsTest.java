package org.mlmath.gateway.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.gateway.routing.StubServices;
import org.mlmath.kit.problem.ProblemType;

/** Headers in HTTP/2 are no lines: they may hold what ends a line, or nothing that a line could hold (RFC 9113 §8.2.1). */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class HostileFieldsTest {
    private static final String RELAYED = "/v1/linalg/echo";
    private static final String OWN = "/v1/limits";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nInjected: b", "a\n b", "a\rb", "a\0b", "a\u0001b", "a\u007fb"})
    void whatWouldEndItsLineIsRefused(String value) throws IOException {
        assertRefused(get(RELAYED, "x", value));
        assertRefused(get(OWN, "x", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x y", "x:", "x\0", "x\r\n", "\u00e9"})
    void aNameThatIsNoTokenIsRefused(String name) throws IOException {
        assertRefused(get(RELAYED, name, "a"));
        assertRefused(get(OWN, name, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb", "caf\u00e9", "\"a, b\""})
    void whatALineMayHoldIsPassedOn(String value) throws IOException {
        assertThat(get(RELAYED, "x", value)).doesNotContain("/problems/");
    }

    private static void assertRefused(String answer) {
        assertThat(new JsonObject(answer).getString("type")).isEqualTo(ProblemType.INVALID_REQUEST.uri());
    }

    /** @return the body of the answer */
    private String get(String path, String name, String value) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream fields = new ByteArrayOutputStream();
            writeField(fields, ":method", "GET");
            writeField(fields, ":scheme", "http");
            writeField(fields, ":authority", "here");
            writeField(fields, ":path", path);
            writeField(fields, name, value);
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
            writeFrame(out, SETTINGS, 0, 0, new byte[0]);
            writeFrame(out, HEADERS, END_HEADERS | END_STREAM, 1, fields.toByteArray());
            return body(new DataInputStream(socket.getInputStream()));
        }
    }

    private static String body(DataInputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean over = false;
        while (!over) {
            int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == DATA) {
                body.writeBytes(payload);
            }
            over = stream != 0 && (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }
        return body.toString(US_ASCII);
    }

    /** Literally, with a name that is not in the table (RFC 7541 §6.2.2). */
    private static void writeField(ByteArrayOutputStream out, String name, String value) {
        out.write(0);
        for (String text : new String[] {name, value}) {
            out.write(text.length());
            out.writeBytes(text.getBytes(ISO_8859_1));
        }
    }

    private static void writeFrame(OutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.write(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream});
        out.write(payload);
    }
}
