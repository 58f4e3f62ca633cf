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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.PageHeaders;

/**
 * Tells pages of origins that may not call why they may not. Which may, the framework's own filter decides, a moment later: it would
 * refuse the same ones without a word. What never comes by that filter, those that may are told here.
 */
@Singleton
public class Origins implements PageHeaders {
    /** Right before origins are judged (-300). */
    private static final int ORDER = -301;

    private static final int LONGEST_SHOWN = 200;

    private static final String ANY = "*";

    private final boolean enabled;
    private final boolean open;
    private final boolean credentials;
    private final String exposed;
    private final Optional<List<String>> allowed;
    private final List<Pattern> patterns;

    Origins(
            @ConfigProperty(name = "quarkus.http.cors.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed,
            @ConfigProperty(name = "quarkus.http.cors.access-control-allow-credentials") Optional<Boolean> credentials,
            @ConfigProperty(name = "quarkus.http.cors.exposed-headers") Optional<List<String>> exposed) {
        this.enabled = enabled;
        this.open = allowed.isPresent() && CORSFilter.isConfiguredWithWildcard(allowed);
        this.credentials = credentials.orElse(!open);
        this.exposed = String.join(",", exposed.orElse(List.of()));
        this.allowed = allowed;
        this.patterns = CORSFilter.parseAllowedOriginsRegex(allowed);
    }

    void mount(@Observes Router router) {
        if (enabled && !open) { // else all may, or browsers are told nothing
            router.route().order(ORDER).handler(this::judge);
        }
    }

    @Override
    public Map<CharSequence, CharSequence> of(String origin) {
        if (!enabled || !open && (origin == null || !isAllowed(origin))) {
            return Map.of(); // pages from here read every answer
        }
        return Map.of(
                HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                origin == null ? ANY : origin,
                HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS,
                Boolean.toString(credentials),
                HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                exposed);
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
