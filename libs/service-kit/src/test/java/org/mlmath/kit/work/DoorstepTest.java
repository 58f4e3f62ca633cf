package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.work.Doorstep.Verdict;

class DoorstepTest {
    private static final String REFUSAL = "HTTP/1.1 503 refused\r\ncontent-length: 0\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nContent-Length: 4\r\n";

    private final List<String> passed = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder());

    private long now;
    private final Turn turn = new Turn(1_000, () -> now, () -> now, new AtomicLong(-Turn.WHILE_NANOS));
    private Doorstep doorstep;

    @BeforeEach
    void answerTheFirstRequest() {
        channel.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
        channel.pipeline().addLast("handler", new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest request) {
                    passed.add(request.uri());
                }
                ReferenceCountUtil.release(message);
            }
        });
        Doorstep.putBefore(channel.pipeline().context("handler"), turn, (request, context) -> utf8(REFUSAL));
        doorstep = Doorstep.of(channel.pipeline());
        answer(HttpResponseStatus.OK);
    }

    private static ByteBuf utf8(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
        while (channel.readOutbound() instanceof ByteBuf written) {
            written.release();
        }
    }

    /** Brings it about that in this turn nobody is taken up any more. */
    private void overload() {
        for (int i = 0; i < 2; i++) {
            turn.begin();
            for (int request = 0; request <= Turn.ALWAYS; request++) {
                assertThat(turn.admits()).isTrue();
            }
            now += Turn.PATIENCE_NANOS;
            turn.end();
        }
        turn.begin();
        now++;
        while (turn.admits()) {
            now++;
        }
    }

    private String told() {
        StringBuilder told = new StringBuilder();
        while (channel.readOutbound() instanceof ByteBuf written) {
            told.append(written.toString(StandardCharsets.UTF_8));
            written.release();
        }
        return told.toString();
    }

    @Test
    void whoIsAdmittedComesThroughAsJudged() {
        channel.writeInbound(utf8(POST + "\r\nbody"));
        assertThat(passed).hasSize(1);
        assertThat(doorstep.takeVerdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(doorstep.takeVerdict()).isEqualTo(Verdict.NONE);
    }

    @Test
    void whoIsRefusedIsToldAtOnceAndTheBodyIsDropped() {
        overload();
        channel.writeInbound(utf8(POST + "\r\nbo"));
        assertThat(told()).isEqualTo(REFUSAL);
        channel.writeInbound(utf8("dy" + POST + "Connection: Keep-Alive\r\n\r\nbody"));
        assertThat(told()).isEqualTo(REFUSAL);
        assertThat(passed).isEmpty();
    }

    @Test
    void afterARefusalTheConnectionIsAsBefore() {
        overload();
        channel.writeInbound(utf8(POST + "\r\nbody"));
        turn.end();
        now += Turn.WHILE_NANOS + 1;
        channel.writeInbound(utf8("GET /again HTTP/1.1\r\n\r\n"));
        assertThat(passed).containsExactly("/again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                POST + "Origin: https://example.org\r\n\r\nbody",
                POST + "Expect: 100-continue\r\n\r\n",
                POST + "Connection: close\r\n\r\nbody",
                POST + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\nbody",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 65537\r\n\r\n",
                "POST / HTTP/1.0\r\nContent-Length: 4\r\n\r\nbody",
                "HEAD / HTTP/1.1\r\n\r\n",
                "OPTIONS / HTTP/1.1\r\n\r\n"
            })
    void whoHasToBeToldMoreIsOnlyMarked(String request) {
        overload();
        channel.writeInbound(utf8(request));
        assertThat(told()).isEmpty();
        assertThat(passed).hasSize(1);
        assertThat(doorstep.takeVerdict()).isEqualTo(Verdict.REFUSED);
    }

    /** However much there is to do: a balancer that is refused would take a busy process for a dead one. */
    @Test
    void whoAsksAboutItsHealthIsNeverRefusedHere() {
        overload();
        channel.writeInbound(utf8("GET /health HTTP/1.1\r\nHost: here\r\n\r\n"));
        assertThat(told()).isEmpty();
        assertThat(passed).containsExactly("/health");
    }

    @Test
    void nobodyIsAnsweredBeforeWhoCameFirst() {
        channel.writeInbound(utf8(POST + "\r\nbody"));
        assertThat(doorstep.takeVerdict()).isEqualTo(Verdict.ADMITTED);
        overload();
        channel.writeInbound(utf8(POST + "\r\nbody"));
        assertThat(passed).hasSize(2);
        assertThat(doorstep.takeVerdict()).isEqualTo(Verdict.NONE);

        answer(HttpResponseStatus.CONTINUE); // is no answer yet
        answer(HttpResponseStatus.OK);
        channel.writeInbound(utf8(POST + "\r\nbody"));
        assertThat(passed).hasSize(3);

        answer(HttpResponseStatus.OK);
        answer(HttpResponseStatus.OK);
        channel.writeInbound(utf8(POST + "\r\nbody"));
        assertThat(passed).hasSize(3);
        assertThat(told()).isEqualTo(REFUSAL);
    }
}
