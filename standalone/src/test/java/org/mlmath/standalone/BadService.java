package org.mlmath.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that accepts whatever comes and then behaves badly. */
final class BadService implements AutoCloseable {
    /** What it does with a connection, once something has come over it. */
    interface Behaviour {
        void answer(Socket connection) throws IOException, InterruptedException;
    }

    private final ServerSocket socket = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Behaviour behaviour;

    BadService(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::accept);
    }

    void behave(Behaviour other) {
        behaviour = other;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** @return how many requests have come */
    int asked() {
        return asked.get();
    }

    /** @return how many connections have been made */
    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            byte[] request = new byte[1 << 16];
            while (connection.getInputStream().read(request) >= 0) {
                asked.incrementAndGet();
                behaviour.answer(connection);
            }
        } catch (IOException gone) {
            // as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Behaviour well() {
        return connection -> write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }

    /** Accepts and never answers. */
    static Behaviour silent() {
        return connection -> {};
    }

    /** A byte at a time, each in so short a time that the connection is never idle. */
    static Behaviour byteByByte(String answer) {
        return connection -> {
            for (char c : answer.toCharArray()) {
                write(connection, String.valueOf(c));
                Thread.sleep(200);
            }
        };
    }

    /** Sends this and then resets the connection. */
    static Behaviour resetsAfter(String beginning) {
        return connection -> {
            write(connection, beginning);
            connection.setSoLinger(true, 0);
            connection.close();
        };
    }

    private static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
