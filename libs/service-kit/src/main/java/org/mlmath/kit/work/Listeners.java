package org.mlmath.kit.work;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Has every connection watched from its first byte for {@linkplain Unreadable what cannot be read}. The server underneath asks a handler
 * what to say to it, but the framework, which makes the server, lets nobody set one.
 */
@Singleton
public class Listeners {
    private static final String NAME = "accepted";

    private final VertxInternal vertx;
    private final Misreadings misreadings;

    Listeners(Vertx vertx, Misreadings misreadings) {
        this.vertx = (VertxInternal) vertx;
        this.misreadings = misreadings;
    }

    void watch(@ObservesAsync HttpServerStart started) {
        watch();
    }

    void watch(@ObservesAsync HttpsServerStart started) {
        watch();
    }

    private void watch() {
        for (EventExecutor executor : vertx.getAcceptorEventLoopGroup()) {
            SingleThreadEventLoop acceptor = (SingleThreadEventLoop) executor;
            acceptor.execute(() -> acceptor.registeredChannelsIterator().forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, new Accepted());
        }
    }

    private final class Accepted extends ChannelInboundHandlerAdapter {
        /** The server makes a connection of the channel once it has come through here. */
        @Override
        public void channelRead(ChannelHandlerContext listening, Object channel) {
            ((Channel) channel).pipeline().addLast(new FirstBytes(misreadings, false));
            listening.fireChannelRead(channel);
        }
    }
}
