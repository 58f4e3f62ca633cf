package org.mlmath.gateway.routing;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Sees whether anything has come over a connection since it was last asked, since of an answer that breaks off in its head nothing else
 * tells; and whether it was asked before.
 */
final class FirstByte extends ChannelInboundHandlerAdapter {
    private boolean seen;
    private boolean asked;
    private boolean kept;

    /** Watches over a new connection. */
    static void watch(HttpConnection connection) {
        channel(connection).pipeline().addFirst(new FirstByte());
    }

    /** A request is about to be sent. */
    static void forget(HttpConnection connection) {
        FirstByte watch = channel(connection).pipeline().get(FirstByte.class);
        if (watch != null) {
            watch.seen = false;
            watch.kept = watch.asked;
            watch.asked = true;
        }
    }

    /** @return whether a byte of its answer has come */
    static boolean isSeen(HttpConnection connection) {
        FirstByte watch = channel(connection).pipeline().get(FirstByte.class);
        return watch != null && watch.seen;
    }

    /** @return whether other requests were sent over it before this one */
    static boolean isKept(HttpConnection connection) {
        FirstByte watch = channel(connection).pipeline().get(FirstByte.class);
        return watch != null && watch.kept;
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        seen = true;
        context.fireChannelRead(message);
    }
}
