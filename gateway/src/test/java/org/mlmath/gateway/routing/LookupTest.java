package org.mlmath.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<Lookup.Change> changes = new CopyOnWriteArrayList<>();
    private final Upstream upstream = new Upstream("linalg", Duration.ofSeconds(1), 1);
    private NameServer names;
    private Lookup lookup;

    @BeforeEach
    void start() throws IOException {
        names = new NameServer();
        lookup =
                new Lookup(vertx, Duration.ofMillis(100), new SingletonDnsServerAddressStreamProvider(names.address()));
    }

    @AfterEach
    void stop() {
        lookup.close();
        names.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private List<String> servers() {
        return upstream.replicas().stream()
                .map(replica -> replica.server().toString())
                .toList();
    }

    @Test
    void addressesByNumberAreThereAtOnce() {
        lookup.follow(
                upstream,
                List.of(URI.create("http://127.0.0.1:81"), URI.create("http://[::1]"), URI.create("https://10.0.0.1")),
                changes::add);
        assertThat(servers()).containsExactly("127.0.0.1:81", "::1:80", "10.0.0.1:443");
    }

    @Test
    void everyAddressOfANameIsAReplicaAndTheyComeAndGo() {
        names.answer("10.1.0.1");
        lookup.follow(upstream, List.of(URI.create("http://linalg.test.:8080")), changes::add);
        await().until(() -> servers().equals(List.of("10.1.0.1:8080")));
        Replica first = upstream.replicas().getFirst();

        names.answer("10.1.0.1", "10.1.0.2");
        await().until(() -> servers().equals(List.of("10.1.0.1:8080", "10.1.0.2:8080")));
        assertThat(upstream.replicas().getFirst()).isSameAs(first); // with what is known of it

        names.answer("10.1.0.2");
        await().until(() -> servers().equals(List.of("10.1.0.2:8080")));
        assertThat(changes.getLast().went()).containsExactly(first);
    }

    @Test
    void whatWasFoundStandsWhileTheNameServerFails() {
        names.answer("10.1.0.1");
        lookup.follow(upstream, List.of(URI.create("http://linalg.test.:8080")), changes::add);
        await().until(() -> !servers().isEmpty());
        names.answer();
        int asked = names.asked();
        await().until(() -> names.asked() > asked + 3);
        assertThat(servers()).containsExactly("10.1.0.1:8080");
    }

    /** Answers each question for an IPv4 address with what it was told to, or with an error where that is nothing. */
    private static final class NameServer implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        private volatile List<String> answer = List.of();
        private volatile int asked;

        NameServer() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        void answer(String... addresses) {
            answer = List.of(addresses);
        }

        int asked() {
            return asked;
        }

        private void serve() {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                    socket.receive(packet);
                    asked++;
                    byte[] reply = reply(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                    socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        /** RFC 1035 §4.1: the header, the question as it came, an answer of type A per address. */
        private byte[] reply(ByteBuffer question) throws IOException {
            int end = 12;
            while (question.get(end) != 0) {
                end += 1 + question.get(end);
            }
            boolean ipv4 = question.getShort(end + 1) == 1;
            List<String> addresses = ipv4 ? answer : List.of();
            ByteBuffer reply = ByteBuffer.allocate(512);
            reply.putShort(question.getShort(0)).putShort((short) (answer.isEmpty() ? 0x8182 : 0x8180));
            reply.putShort((short) 1)
                    .putShort((short) addresses.size())
                    .putShort((short) 0)
                    .putShort((short) 0);
            reply.put(question.array(), 12, end + 5 - 12);
            for (String address : addresses) {
                reply.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1);
                reply.putInt(0)
                        .putShort((short) 4)
                        .put(InetAddress.getByName(address).getAddress());
            }
            byte[] bytes = new byte[reply.position()];
            reply.flip().get(bytes);
            return bytes;
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
