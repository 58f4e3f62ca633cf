package org.mlmath.kit.work;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.problem.ProblemResponse;

/**
 * Answers, on one connection of HTTP/1.1, what is no HTTP: with a problem as everything else, and after what came before it on the
 * connection has been answered. Nothing that follows can be believed (RFC 9112 §2.2): it is dropped, and the connection ends.
 */
final class Unreadable extends ChannelDuplexHandler {
    static final String NAME = "unreadable";

    private final Misreadings misreadings;
    private final boolean tls;

    /** Requests that have not been answered. */
    private int open;

    /** Of these, those that are to be answered before the refusal is sent. */
    private int before;

    /** Of which the body has not come to its end. */
    private HttpRequest receiving;

    private boolean answerBegun;
    private boolean lastAnswer;
    private FullHttpResponse refusal;
    private boolean over;

    Unreadable(Misreadings misreadings, boolean tls) {
        this.misreadings = misreadings;
        this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpObject object) {
            if (object.decoderResult().isFailure()) {
                refuse(context, object);
                return;
            }
            if (message instanceof HttpRequest request) {
                if (!Spelling.settle(request)) {
                    refuse(context, request);
                    return;
                }
                open++;
                receiving = request;
            }
            if (message instanceof LastHttpContent) {
                receiving = null;
            }
        }
        context.fireChannelRead(message);
    }

    private void refuse(ChannelHandlerContext context, HttpObject object) {
        boolean body = object instanceof HttpContent && !(object instanceof HttpRequest);
        before = body ? open - 1 : open;
        if (body && before == 0 && answerBegun) {
            context.fireChannelRead(object); // the server breaks the connection off, and the answer with it
            return;
        }
        over = true;
        context.channel().config().setAutoRead(true);
        if (before < 0) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(answered -> end(context));
        } else if (!context.channel().isActive()) {
            context.close(); // within the headers
        } else {
            refusal = misreadings.answer(object, receiving, tls);
            if (before == 0) {
                send(context);
            }
        }
        ReferenceCountUtil.release(object);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (over && refusal == null) {
            ReferenceCountUtil.release(message); // of whoever waited for the rest of the body
            promise.setFailure(new ClosedChannelException());
            return;
        }
        boolean end = false;
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                context.write(message, promise);
                return;
            }
            answerBegun = true;
            lastAnswer |= response.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        }
        if (message instanceof LastHttpContent) {
            open--;
            answerBegun = false;
            end = refusal != null && --before == 0;
        }
        context.write(message, promise);
        if (end && !lastAnswer) {
            send(context);
        }
    }

    private void send(ChannelHandlerContext context) {
        FullHttpResponse sent = refusal;
        refusal = null;
        context.writeAndFlush(sent).addListener(written -> end(context));
    }

    /** To close at once, with bytes unread, could lose the answer on its way (RFC 9112 §9.6). */
    private void end(ChannelHandlerContext context) {
        if (!tls && context.channel() instanceof DuplexChannel both) {
            both.shutdownOutput();
        }
        context.executor().schedule(() -> context.close(), ProblemResponse.LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Who leaves is no fault; what deals with requests, and knows, is there from the first one on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof IOException && context.pipeline().get(FirstBytes.SERVER) == null) {
            context.close();
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(refusal);
        refusal = null;
    }
}
