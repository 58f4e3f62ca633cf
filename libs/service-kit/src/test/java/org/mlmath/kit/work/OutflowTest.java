package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutflowTest {
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final List<String> happened = new ArrayList<>(); // on the loop alone
    private boolean closed;

    private final HttpServerResponse response = (HttpServerResponse) Proxy.newProxyInstance(
            HttpServerResponse.class.getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "closed" -> closed;
                case "write", "end" -> {
                    happened.add(method.getName() + " " + ((Buffer) arguments[0]).toString(StandardCharsets.US_ASCII));
                    yield Future.succeededFuture();
                }
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    private static List<ByteBuf> pieces(String... texts) {
        return Stream.of(texts)
                .map(text -> Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII))
                .toList();
    }

    /** Sends them all from within one turn of the loop; what else is ready then is something another caller waits for. */
    private void send(List<ByteBuf> pieces, int others) throws Exception {
        Outflow outflow = new Outflow(response, loop);
        loop.submit(() -> {
                    pieces.subList(0, pieces.size() - 1).forEach(outflow::send);
                    outflow.end(pieces.getLast());
                    for (int i = 0; i < others; i++) {
                        loop.execute(() -> happened.add("other"));
                    }
                })
                .get();
        while (pieces.stream().anyMatch(piece -> piece.refCnt() > 0)) {
            Thread.onSpinWait();
        }
        loop.submit(() -> {}).get();
    }

    @Test
    void piecesAreSentInTheirOrderAndTheLastEndsTheAnswer() throws Exception {
        send(pieces("a", "b", "c"), 0);
        assertThat(happened).containsExactly("write a", "write b", "end c");
    }

    @Test
    void oneThatIsAloneEndsTheAnswer() throws Exception {
        send(pieces("a"), 0);
        assertThat(happened).containsExactly("end a");
    }

    @Test
    void othersThatAreReadyComeBetweenTheFirstPieceAndTheSecond() throws Exception {
        send(pieces("a", "b", "c"), 2);
        assertThat(happened).containsExactly("write a", "other", "other", "write b", "end c");
    }

    @Test
    void whatNobodyReadsAnyMoreIsGivenBackUnsent() throws Exception {
        closed = true;
        List<ByteBuf> pieces = pieces("a", "b", "c");
        send(pieces, 0);
        assertThat(happened).isEmpty();
        assertThat(pieces).allMatch(piece -> piece.refCnt() == 0);
    }
}
