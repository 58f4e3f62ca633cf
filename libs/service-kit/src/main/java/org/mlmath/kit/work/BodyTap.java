package org.mlmath.kit.work;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Consumer;

/**
 * Takes the pieces of a large body as the decoder gives them, before the server underneath copies each to a buffer of its own: that takes
 * longer than to put them where they belong. For HTTP/1.1, whose connections bring one body at a time.
 */
final class BodyTap extends ChannelInboundHandlerAdapter {
    private final Consumer<Buffer> taker;
    private ChannelHandlerContext place;

    private BodyTap(Consumer<Buffer> taker) {
        this.taker = taker;
    }

    /**
     * @param connection on whose event loop this is called
     * @param taker given the pieces, which are its own only during the call
     */
    static BodyTap on(ConnectionBase connection, Consumer<Buffer> taker) {
        BodyTap tap = new BodyTap(taker);
        ChannelHandlerContext server = connection.channelHandlerContext();
        server.pipeline().addBefore(server.name(), null, tap);
        return tap;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        place = context;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpContent piece) || piece.decoderResult().isFailure()) {
            context.fireChannelRead(message);
            return;
        }
        try {
            if (piece.content().isReadable()) {
                taker.accept(BufferImpl.buffer(piece.content()));
            }
        } finally {
            piece.release();
        }
        if (piece instanceof LastHttpContent) {
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    /** Leaves what comes from now on to the server. */
    void remove() {
        if (!place.isRemoved()) {
            place.pipeline().remove(this);
        }
    }
}
