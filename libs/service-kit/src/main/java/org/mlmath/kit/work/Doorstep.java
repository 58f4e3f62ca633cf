package org.mlmath.kit.work;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Refuses requests of one connection of HTTP/1.1 as soon as they have been read, where there is too much to do. What happens to a request
 * on its way through the router costs about half as much as answering a small one: twice as many as can be answered could not even be
 * refused there.
 *
 * <p>It refuses only who is alone on the connection, sends a short body or none at once, and is no browser's page, which had to be told by
 * further headers that it may read the refusal. All others it only marks, for the router to refuse.
 */
final class Doorstep extends ChannelDuplexHandler {
    private static final String NAME = "doorstep";

    /** Of Vert.x: what would put an answer together that were not whole already. */
    private static final String ENCODER = "httpEncoder";

    /** A body that is longer could take long to come. */
    private static final int SHORT_BODY = 65_536;

    private final Turn turn;
    private final Refusals refusals;

    /** Requests that have not been answered. The first is the one that this was installed for. */
    private int open = 1;

    private boolean dropsBody;
    private Verdict verdict = Verdict.NONE;

    enum Verdict {
        /** Nobody has judged this request yet. */
        NONE,
        ADMITTED,
        REFUSED
    }

    /** What is said to those who are refused, and counted. */
    interface Refusals {
        ByteBuf next(HttpRequest request, ChannelHandlerContext context);
    }

    private Doorstep(Turn turn, Refusals refusals) {
        this.turn = turn;
        this.refusals = refusals;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        turn.underWay(open);
    }

    /** The connection has ended, or changed to another protocol. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        turn.underWay(-open);
    }

    /** @return what stands before this connection, or null */
    static Doorstep of(ChannelPipeline pipeline) {
        return (Doorstep) pipeline.get(NAME);
    }

    /** @param server what deals with requests, on a connection of HTTP/1.1 the first request of which is under way */
    static void putBefore(ChannelHandlerContext server, Turn turn, Refusals refusals) {
        ChannelPipeline pipeline = server.pipeline();
        // Outside of what answers the unreadable, which then hears of nobody who is refused here.
        String next = pipeline.get(Unreadable.NAME) == null ? server.name() : Unreadable.NAME;
        pipeline.addBefore(next, NAME, new Doorstep(turn, refusals));
    }

    /** @return what was decided about the request that comes through now */
    Verdict takeVerdict() {
        Verdict taken = verdict;
        verdict = Verdict.NONE;
        return taken;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (dropsBody) {
            dropsBody = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            if (open == 0) {
                if (turn.admits(context.channel().eventLoop())) {
                    verdict = Verdict.ADMITTED;
                } else if (mayBeRefusedHere(request)) {
                    dropsBody = !(message instanceof LastHttpContent);
                    context.pipeline().context(ENCODER).writeAndFlush(refusals.next(request, context));
                    ReferenceCountUtil.release(message);
                    return;
                } else {
                    verdict = Verdict.REFUSED;
                }
            }
            open++;
            turn.underWay(1);
        }
        context.fireChannelRead(message);
    }

    private static boolean mayBeRefusedHere(HttpRequest request) {
        HttpHeaders headers = request.headers();
        HttpMethod method = request.method();
        return request.decoderResult().isSuccess()
                && (method == HttpMethod.POST || method == HttpMethod.GET)
                && request.protocolVersion() == HttpVersion.HTTP_1_1
                && !request.uri().equals(Congestion.HEALTH)
                && !headers.contains(HttpHeaderNames.ORIGIN)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && keepsConnection(headers)
                && hasShortBody(headers);
    }

    private static boolean keepsConnection(HttpHeaders headers) {
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        return connection == null || HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection);
    }

    private static boolean hasShortBody(HttpHeaders headers) {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return length == null || Long.parseLong(length) <= SHORT_BODY; // the decoder has seen to it that it is a number
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            open--;
            turn.underWay(-1);
        }
        context.write(message, promise);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
