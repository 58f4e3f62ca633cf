package org.mlmath.k8s.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The cluster's name server: the name of a headless Service is the addresses of its pods that are ready (RFC 1035, questions of type A
 * over UDP). podman has one too, which names every container from the moment it starts.
 */
final class NameServer implements AutoCloseable {
    private static final int PORT = 53;
    private static final int HEADER = 12;
    private static final short TYPE_A = 1;
    private static final short CLASS_IN = 1;
    private static final short ANSWER = (short) 0x8580; // a response, authoritative, recursion desired and available
    private static final short NO_SUCH_NAME = (short) 0x8583;
    private static final int TIME_TO_LIVE = 5; // seconds; what the name server of Kubernetes says

    private final DatagramSocket socket;
    private final Function<String, List<InetAddress>> addresses;

    /** @param addresses by name; null where there is no such name */
    NameServer(InetAddress address, Function<String, List<InetAddress>> addresses) {
        this.addresses = addresses;
        try {
            socket = new DatagramSocket(new InetSocketAddress(address, PORT));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("names").start(this::serve);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // Closed, or a caller that has gone: nobody is waiting for this answer.
            }
        }
    }

    private byte[] answer(ByteBuffer question) {
        short id = question.getShort(0);
        question.position(HEADER);
        StringBuilder name = new StringBuilder();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        short type = question.getShort();
        question.getShort();
        int end = question.position();
        List<InetAddress> found = addresses.apply(name.toString());
        List<InetAddress> told = found == null || type != TYPE_A ? List.of() : shuffled(found);
        ByteBuffer answer = ByteBuffer.allocate(end + 16 * told.size());
        answer.putShort(id).putShort(found == null ? NO_SUCH_NAME : ANSWER);
        answer.putShort((short) 1).putShort((short) told.size()).putInt(0);
        answer.put(question.array(), HEADER, end - HEADER);
        for (InetAddress address : told) {
            answer.putShort((short) (0xC000 | HEADER)); // the name of the question
            answer.putShort(TYPE_A).putShort(CLASS_IN).putInt(TIME_TO_LIVE);
            answer.putShort((short) 4).put(address.getAddress());
        }
        return answer.array();
    }

    private static List<InetAddress> shuffled(List<InetAddress> addresses) {
        List<InetAddress> copy = new ArrayList<>(addresses);
        Collections.shuffle(copy);
        return copy;
    }

    @Override
    public void close() {
        socket.close();
    }
}
