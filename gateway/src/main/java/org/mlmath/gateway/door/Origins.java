package org.mlmath.gateway.door;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;

/**
 * Tells pages of origins that may not call why they may not. Which may, the framework's own filter decides, a moment later: it would
 * refuse the same ones without a word.
 */
@Singleton
public class Origins {
    /** Right before origins are judged (-300). */
    private static final int ORDER = -301;

    private static final int LONGEST_SHOWN = 200;

    private final boolean enabled;
    private final Optional<List<String>> allowed;
    private final List<Pattern> patterns;

    Origins(
            @ConfigProperty(name = "quarkus.http.cors.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed) {
        this.enabled = enabled && !CORSFilter.isConfiguredWithWildcard(allowed);
        this.allowed = allowed;
        this.patterns = CORSFilter.parseAllowedOriginsRegex(allowed);
    }

    void mount(@Observes Router router) {
        if (enabled) { // else all may, or browsers are told nothing
            router.route().order(ORDER).handler(this::judge);
        }
    }

    private void judge(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isAllowed(origin) || isOwn(context.request(), origin)) {
            context.next();
            return;
        }
        String shown = origin.length() > LONGEST_SHOWN ? origin.substring(0, LONGEST_SHOWN) + "…" : origin;
        ProblemResponse.refuse(
                context,
                new ProblemException(
                                ProblemType.FORBIDDEN,
                                "Pages from %s may not call this installation. The origins that may are listed in its setting"
                                                .formatted(shown)
                                        + " quarkus.http.cors.origins.")
                        .with("origin", shown)
                        .with("setting", "quarkus.http.cors.origins"));
    }

    private boolean isAllowed(String origin) {
        return allowed.isPresent() && allowed.get().contains(origin)
                || CORSFilter.isOriginAllowedByRegex(patterns, origin);
    }

    /** What cannot be read is left to the filter, which refuses it as malformed. */
    private static boolean isOwn(HttpServerRequest request, String origin) {
        try {
            URI given = URI.create(origin);
            HostAndPort own = request.authority();
            return given.getHost() != null
                    && own != null
                    && given.getHost().equalsIgnoreCase(own.host())
                    && request.scheme().equalsIgnoreCase(given.getScheme())
                    && port(given.getPort(), request.isSSL()) == port(own.port(), request.isSSL());
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static int port(int given, boolean tls) {
        return given > 0 ? given : tls ? 443 : 80;
    }
}
