package org.mlmath.kit.work;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.Http1xUpgradeToH2CHandler;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Keeps the request that asks for an upgrade to HTTP/2 until its caller speaks HTTP/2. An answer may follow the 101 at once, but the client
 * of the JDK, which asks for an upgrade by default, confuses what it reads before it has changed over where that is more than one of its
 * buffers of 16 KiB: it takes text of the answer for a frame, or waits for ever.
 */
@Singleton
public class Upgrades {
    /** Before all that measures, judges or answers; after what is sent within the process. */
    private static final int ORDER = -5000;

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(Upgrades::take);
    }

    private static void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2 || request.streamId() != 1) {
            context.next();
            return;
        }
        ChannelPipeline pipeline =
                ((ConnectionBase) request.connection()).channel().pipeline();
        ChannelHandlerContext upgrade = pipeline.context(Http1xUpgradeToH2CHandler.class);
        if (upgrade == null) { // which the server removes once it has read the request whole, later than this
            context.next();
            return;
        }
        Waiting waiting = new Waiting(context);
        request.connection().remoteSettingsHandler(settings -> waiting.end());
        pipeline.addAfter(upgrade.name(), null, waiting);
    }

    /** Counts what comes of the body, by HTTP/1.1 and so without anything to hold it back. The server removes it as it does the upgrade's own handler. */
    private static final class Waiting extends ChannelInboundHandlerAdapter {
        private static final int MOST_KEPT = 1 << 20;

        private final RoutingContext context;
        private final ContextInternal own = (ContextInternal) Vertx.currentContext();
        private int kept;
        private boolean over;

        Waiting(RoutingContext context) {
            this.context = context;
        }

        @Override
        public void channelRead(ChannelHandlerContext channel, Object message) {
            if (!over && message instanceof Http2DataFrame data) {
                kept += data.content().readableBytes();
                if (kept > MOST_KEPT) {
                    end();
                }
            }
            channel.fireChannelRead(message);
        }

        void end() {
            if (!over) {
                over = true;
                context.request().connection().remoteSettingsHandler(null);
                own.runOnContext(spoken -> context.next());
            }
        }
    }
}
