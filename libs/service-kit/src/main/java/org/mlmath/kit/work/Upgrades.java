package org.mlmath.kit.work;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
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
 * buffers of 16 KiB: it takes text of the answer for a frame, or waits for ever. The body comes meanwhile, with nothing to hold it back;
 * {@link Spelling} sees to it that it is not long.
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
        HttpConnection connection = request.connection();
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.context(Http1xUpgradeToH2CHandler.class) == null) {
            context.next(); // it goes once it has read the request whole, later than this
            return;
        }
        ContextInternal own = (ContextInternal) Vertx.currentContext();
        connection.remoteSettingsHandler(settings -> {
            connection.remoteSettingsHandler(null);
            own.runOnContext(spoken -> context.next());
        });
    }
}
