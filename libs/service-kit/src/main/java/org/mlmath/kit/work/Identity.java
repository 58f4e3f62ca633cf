package org.mlmath.kit.work;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;

/** Gives every request its id and every answer its version, and refuses addresses and headers beyond their limits. */
@Singleton
public class Identity {
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Limits limits;
    private final String version;

    Identity(Limits limits, @ConfigProperty(name = "mlmath.version") String version) {
        this.limits = limits;
        this.version = version;
    }

    void mount(@Observes Router router) {
        router.route().order(-1000).handler(this::identify);
    }

    private void identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        // A GET on its second way through, as a POST, keeps its id; the headers set on the first have been taken away.
        String known = ProblemResponse.requestId(context);
        ProblemResponse.identify(context, known == null ? newId(request.getHeader("X-Request-Id")) : known);
        context.response().putHeader("Mlmath-Version", version);
        if (request.uri().length() > limits.uri()) {
            ProblemResponse.send(
                    context,
                    new ProblemException(
                                    ProblemType.URI_TOO_LONG,
                                    "The URI has %d bytes, more than the %d allowed; send the request by POST."
                                            .formatted(request.uri().length(), limits.uri()))
                            .with("limit", limits.uri()));
        } else if (headerBytes(request) > limits.headers()) {
            ProblemResponse.send(
                    context,
                    new ProblemException(
                                    ProblemType.HEADERS_TOO_LARGE,
                                    "The headers have more than the %d bytes allowed.".formatted(limits.headers()))
                            .with("limit", limits.headers()));
        } else {
            context.next();
        }
    }

    private static String newId(String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }

    private static int headerBytes(HttpServerRequest request) {
        int bytes = 0;
        for (var header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + 4;
        }
        return bytes;
    }
}
