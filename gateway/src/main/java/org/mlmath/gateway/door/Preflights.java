package org.mlmath.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Names, to browsers that ask before a page of another origin calls, the methods that anything here answers. The framework's own filter
 * would allow whichever was asked for; told of some, it would refuse the others without a word where they are sent after all.
 */
@Singleton
public class Preflights {
    /** Before origins are judged (-300), which ends the request. */
    private static final int ORDER = -302;

    private static final CharSequence METHODS = HttpHeaders.createOptimized("GET, HEAD, POST");

    void mount(@Observes Router router) {
        router.route().method(HttpMethod.OPTIONS).order(ORDER).handler(Preflights::name);
    }

    private static void name(RoutingContext context) {
        context.addHeadersEndHandler(head -> {
            if (context.response().headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS)) {
                context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            }
        });
        context.next();
    }
}
