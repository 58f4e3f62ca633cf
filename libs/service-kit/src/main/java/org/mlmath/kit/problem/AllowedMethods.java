package org.mlmath.kit.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * The methods that a path answers, as the header {@code Allow} names them in every refusal of a method (RFC 9110 §15.5.6) and in
 * answers to OPTIONS. Of the framework's own answers the first lacks it, and the second comes for paths that do not exist as well.
 */
@Singleton
public class AllowedMethods {
    /** After a gateway's routes to its upstreams, before the resources. */
    private static final int ORDER = 1000;

    private volatile Paths paths = new Paths(null, null);

    void mount(@Observes Router router) {
        router.route().method(HttpMethod.OPTIONS).order(ORDER).handler(this::list);
    }

    private void list(RoutingContext context) {
        Set<String> allowed = of(context.normalizedPath());
        if (allowed.isEmpty()) {
            ProblemResponse.send(context, Problems.noSuchPath());
        } else {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", String.join(", ", allowed))
                    .end();
        }
    }

    /** @return the methods in order of the alphabet; none where there is nothing at this path */
    Set<String> of(String path) {
        RequestMapper<RestInitialHandler.InitialMatch> classes = paths();
        Set<String> allowed = new TreeSet<>();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            if (match.value.handlers.length > 0 && match.value.handlers[0] instanceof ClassRoutingHandler routing) {
                String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
                routing.getMappers().forEach((method, mapper) -> {
                    if (method != null && mapper.map(remaining) != null) {
                        allowed.add(method);
                    }
                });
            }
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }

    /** @return the operation at this path that answers this method, or null */
    RuntimeResource at(String path, String method) {
        RequestMapper<RestInitialHandler.InitialMatch> classes = paths();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            if (match.value.handlers.length > 0 && match.value.handlers[0] instanceof ClassRoutingHandler routing) {
                RequestMapper<RuntimeResource> mapper = routing.getMappers().get(method);
                var found = mapper == null ? null : mapper.map(match.remaining.isEmpty() ? "/" : match.remaining);
                if (found != null) {
                    return found.value;
                }
            }
        }
        return null;
    }

    /** Made when first asked for, and again where resources have been loaded anew, as while developing. */
    private RequestMapper<RestInitialHandler.InitialMatch> paths() {
        Deployment deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        Paths known = paths;
        if (known.of != deployment) {
            known = new Paths(deployment, new RequestMapper<>(deployment.getClassMappers()));
            paths = known;
        }
        return known.mapper;
    }

    private record Paths(Deployment of, RequestMapper<RestInitialHandler.InitialMatch> mapper) {}
}
