package org.mlmath.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Who has one connection, and waits for the answer to a request before sending another. */
final class Caller {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    /** Where the status stands in {@code HTTP/1.1 200 OK}. */
    private static final int STATUS = 9;

    private final SocketChannel channel;

    /** Of the answer that is being read; larger than any of ours. */
    private final byte[] head = new byte[4_096];

    private int headLength;
    private int status;
    private long bodyLeft;
    private long began;
    private long sent;
    private boolean waits;

    Caller(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** @param began when the request was due */
    void send(ByteBuffer request, long began) throws IOException {
        this.began = began;
        sent = System.nanoTime();
        waits = true;
        status = 0;
        headLength = 0;
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    long began() {
        return began;
    }

    long sent() {
        return sent;
    }

    boolean waits() {
        return waits;
    }

    /** @return the status of an answer that is there to its end, otherwise 0 */
    int read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int bytes = channel.read(buffer);
        if (bytes < 0) {
            throw new EOFException();
        }
        int at = 0;
        while (status == 0 && at < bytes) {
            head[headLength++] = buffer.get(at++);
            if (isWhole()) {
                readHead();
            }
        }
        bodyLeft -= bytes - at;
        if (status == 0 || bodyLeft > 0) {
            return 0;
        }
        waits = false;
        return status;
    }

    private boolean isWhole() {
        return headLength > 3 && head[headLength - 1] == '\n' && head[headLength - 3] == '\n';
    }

    private void readHead() throws IOException {
        status = number(STATUS);
        bodyLeft = -1;
        for (int line = 0; line < headLength && bodyLeft < 0; line++) {
            if (head[line] == '\n' && isLength(line + 1)) {
                bodyLeft = number(line + 1 + LENGTH.length);
            }
        }
        if (bodyLeft < 0) {
            throw new IOException("an answer without its length");
        }
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((head[at + i] | 0x20) != LENGTH[i]) { // in small letters; hyphen and colon stay as they are
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int at = from;
        while (head[at] == ' ') {
            at++;
        }
        int number = 0;
        for (; head[at] >= '0' && head[at] <= '9'; at++) {
            number = 10 * number + head[at] - '0';
        }
        return number;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // that is what was wanted
        }
    }
}
