package org.mlmath.test.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Bytes sent to a server over a connection of their own, and all that came back until the server closed it.
 *
 * @param answer what came back; a byte, a character
 * @param closed whether the server closed the connection rather than wait for more
 */
public record RawExchange(String answer, boolean closed) {
    /** For which a server that keeps the connection is waited for: every answer is on the same machine. */
    private static final int PATIENCE_MILLIS = 2_000;

    /** @param bytes each character a byte */
    public static RawExchange send(URI server, String bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        boolean closed = false;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                byte[] buffer = new byte[8192];
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.write(buffer, 0, n);
                }
                closed = true;
            } catch (SocketTimeoutException kept) {
                // the server waits for more
            } catch (SocketException reset) {
                closed = true; // with bytes of ours unread
            }
        }
        return new RawExchange(answer.toString(StandardCharsets.ISO_8859_1), closed);
    }

    public int status() {
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** @return how many answers came, be it to requests that were sent or to such as were smuggled in others */
    public int answers() {
        return answer.split("HTTP/1\\.[01] [1-5][0-9][0-9] ", -1).length - 1;
    }

    /** @return the values of the first answer's header, in order */
    public List<String> headers(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head().lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    /** @return the header's value, or null where there is none */
    public String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    private String head() {
        int end = answer.indexOf("\r\n\r\n");
        return end < 0 ? answer : answer.substring(0, end);
    }

    /** @return what follows the first answer's head */
    public String body() {
        int end = answer.indexOf("\r\n\r\n");
        return end < 0 ? "" : answer.substring(end + 4);
    }
}
