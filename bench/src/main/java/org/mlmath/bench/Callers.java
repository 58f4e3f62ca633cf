package org.mlmath.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A few callers of one server who keep their connections and each send the same request as soon as all have their answers. */
final class Callers implements AutoCloseable {
    private static final int CALLERS = 8;

    private final byte[] request;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<InputStream> answers = new ArrayList<>();

    /** @param headers each with its end of line */
    Callers(int port, String path, String headers, String body) throws IOException {
        request = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: application/json\r\n"
                        + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < CALLERS; i++) {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            sockets.add(socket);
            answers.add(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        }
    }

    /** Sends about this many requests and reads their answers, which must be of status 200 and declare their length. */
    void call(int requests) throws IOException {
        for (int round = 0; round < requests; round += CALLERS) {
            for (Socket socket : sockets) {
                socket.getOutputStream().write(request);
            }
            for (InputStream answer : answers) {
                read(answer);
            }
        }
    }

    private static void read(InputStream answer) throws IOException {
        String status = line(answer);
        if (!status.contains(" 200 ")) {
            throw new IOException("answered " + status);
        }
        int length = -1;
        for (String header = line(answer); !header.isEmpty(); header = line(answer)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        answer.skipNBytes(length);
    }

    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = answer.read(); c != '\n'; c = answer.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
