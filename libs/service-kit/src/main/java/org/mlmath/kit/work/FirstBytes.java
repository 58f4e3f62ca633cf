package org.mlmath.kit.work;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;

/**
 * Stands at the head of a new connection until the server has decided which protocol is spoken there, and leaves {@link Unreadable} where
 * it is HTTP/1.1. The server decides by the first bytes, or by TLS, and reads what has come by then in the same breath: what has come is
 * passed on byte by byte until it has.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {
    /** Of Vert.x: reads messages, changes to HTTP/2 when asked to, deals with requests. */
    private static final String DECODER = "httpDecoder";

    private static final String UPGRADE = "h2c";
    static final String SERVER = "handler";

    private final Misreadings misreadings;
    private final boolean decrypted;

    FirstBytes(Misreadings misreadings, boolean decrypted) {
        this.misreadings = misreadings;
        this.decrypted = decrypted;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelPipeline pipeline = context.pipeline();
        ChannelHandlerContext tls = decrypted ? null : pipeline.context(SslHandler.class);
        if (tls != null) {
            pipeline.addAfter(tls.name(), null, new FirstBytes(misreadings, true))
                    .remove(this);
        } else {
            ByteBuf bytes = (ByteBuf) message;
            while (!decided(context) && bytes.readableBytes() > 1) {
                context.fireChannelRead(bytes.readRetainedSlice(1));
            }
        }
        context.fireChannelRead(message);
    }

    /** That TLS stands, which is when the server decides. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        if (decrypted) {
            decided(context);
        }
    }

    /** Who leaves before anything is decided is no fault, and there is nobody else yet to say so. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof IOException && context.pipeline().get(SslHandler.class) == null) {
            context.close();
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    private boolean decided(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        boolean asText = pipeline.get(DECODER) != null;
        if (asText) {
            String next = pipeline.get(UPGRADE) == null ? SERVER : UPGRADE;
            pipeline.addBefore(next, Unreadable.NAME, new Unreadable(misreadings, decrypted));
        }
        boolean decided = asText || pipeline.get(SERVER) != null;
        if (decided) {
            pipeline.remove(this);
        }
        return decided;
    }
}
