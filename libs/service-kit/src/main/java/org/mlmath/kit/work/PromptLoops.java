package org.mlmath.kit.work;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has event loops go before all that takes longer than they do: large work, the JVM's compiler and collector, other processes. */
@Singleton
public class PromptLoops {
    private final Vertx vertx;

    PromptLoops(Vertx vertx) {
        this.vertx = vertx;
    }

    void begin(@Observes Router router) {
        ((VertxInternal) vertx).getEventLoopGroup().forEach(loop -> loop.execute(Urgency.PROMPT::ask));
    }
}
