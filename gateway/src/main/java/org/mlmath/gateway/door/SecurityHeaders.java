package org.mlmath.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells browsers, with every answer, to take it for what it is said to be, to let pages of any origin have it (which may read it is
 * a matter of CORS), and to tell no other site from where they came. Which scripts and frames a page may have is said with the page.
 */
@Singleton
public class SecurityHeaders {
    /** Before anything refuses. */
    private static final int ORDER = -2000;

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence ORIGIN = HttpHeaders.createOptimized("Origin");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(SecurityHeaders::add);
    }

    private static void add(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader(CONTENT_TYPE_OPTIONS, NOSNIFF);
        response.putHeader(REFERRER_POLICY, NO_REFERRER);
        response.putHeader(RESOURCE_POLICY, CROSS_ORIGIN);
        response.putHeader(HttpHeaders.VARY, ORIGIN); // which CORS repeats, so that answers differ by it
        if (context.request().isSSL()) { // said without TLS it would have to be ignored
            response.putHeader(TRANSPORT_SECURITY, ONE_YEAR);
        }
        context.next();
    }
}
