package org.mlmath.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.mlmath.kit.work.AnswerHeaders;

/**
 * Tells browsers, with every answer, to take it for what it is said to be, to let pages of any origin have it (which may read it is
 * a matter of CORS), and to tell no other site from where they came. Which scripts and frames a page may have is said with the page.
 */
@Singleton
public class SecurityHeaders implements AnswerHeaders {
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

    private static final Map<CharSequence, CharSequence> ALWAYS = Map.of(
            CONTENT_TYPE_OPTIONS,
            NOSNIFF,
            REFERRER_POLICY,
            NO_REFERRER,
            RESOURCE_POLICY,
            CROSS_ORIGIN,
            HttpHeaders.VARY,
            ORIGIN); // which CORS repeats, so that answers differ by it

    /** Said without TLS, the last of them would have to be ignored. */
    private static final Map<CharSequence, CharSequence> BY_TLS = byTls();

    private static Map<CharSequence, CharSequence> byTls() {
        Map<CharSequence, CharSequence> all = new HashMap<>(ALWAYS);
        all.put(TRANSPORT_SECURITY, ONE_YEAR);
        return Map.copyOf(all);
    }

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(this::add);
    }

    @Override
    public Map<CharSequence, CharSequence> of(boolean tls) {
        return tls ? BY_TLS : ALWAYS;
    }

    private void add(RoutingContext context) {
        of(context.request().isSSL()).forEach(context.response()::putHeader);
        context.next();
    }
}
