package org.mlmath.gateway.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.work.Limits;

/** A route for each service that has an address. Without one there is no route, and the resources in this JVM answer. */
@ApplicationScoped
public class UpstreamRoutes {
    /** Each by its name in the path, as documentation orders them. */
    public static final List<String> SERVICES = List.of("linalg", "calculus", "stats");

    /** After what is done to every request (identity, CORS, limits: below 0), before the resources (above 20,000). */
    private static final int ORDER = 100;

    /** A closing connection may finish the answer it is giving for this long. */
    private static final long DRAIN_SECONDS = 30;

    private final Vertx vertx;
    private final Upstreams settings;
    private final ObjectMapper json;
    private final Limits limits;

    UpstreamRoutes(Vertx vertx, Upstreams settings, Limits limits, ObjectMapper json) {
        this.vertx = vertx;
        this.settings = settings;
        this.limits = limits;
        this.json = json;
    }

    void mount(@Observes Router router) {
        addresses().forEach((service, address) -> {
            HttpProxy proxy = proxy(service, address);
            router.route("/v1/" + service + "/*").order(ORDER).handler(context -> proxy.handle(context.request()));
        });
    }

    /** @return the services that run elsewhere, each with its address */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        Upstreams.Services services = settings.upstreams();
        services.linalg().url().ifPresent(url -> addresses.put("linalg", url));
        services.calculus().url().ifPresent(url -> addresses.put("calculus", url));
        services.stats().url().ifPresent(url -> addresses.put("stats", url));
        return addresses;
    }

    private HttpProxy proxy(String service, URI address) {
        RequestOptions target = target(address)
                .setConnectTimeout(settings.connectTimeout().toMillis())
                .setIdleTimeout(settings.idleTimeout().toMillis());
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client())
                .origin(context -> context.client().request(target).onSuccess(request -> prepare(request, context)))
                .addInterceptor(new Relay(vertx, service, settings.heldBody(), limits, json));
    }

    private void prepare(HttpClientRequest request, ProxyContext context) {
        request.exceptionHandler(failure -> {
            // The future of the answer tells the relay as well; unheard here it would be logged as an error.
        });
        CountedBody body = context.get(Relay.BODY, CountedBody.class);
        if (body != null) {
            body.keepAwake(request, settings.idleTimeout().toMillis());
        }
    }

    /** @return a request to this service, everything but its path and body */
    public static RequestOptions target(URI address) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() != -1 ? address.getPort() : tls ? 443 : 80;
        return new RequestOptions().setHost(address.getHost()).setPort(port).setSsl(tls);
    }

    /** A pool of HTTP/1.1 connections of its own for each service, so that one that is slow holds none of another's. */
    private HttpClient client() {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setKeepAliveTimeout(Math.toIntExact(settings.keepAlive().toSeconds()));
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(settings.connections()).setMaxWaitQueueSize(settings.queue());
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(this::limitLifetime)
                .build();
    }

    /** The pool knows no age. A quarter more or less keeps connections that were opened together from closing together. */
    private void limitLifetime(HttpConnection connection) {
        Duration lifetime = settings.connectionLifetime();
        long millis = Math.max(
                1, Math.round(lifetime.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
        long timer = vertx.setTimer(millis, id -> connection.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS));
        connection.closeHandler(closed -> vertx.cancelTimer(timer));
    }
}
