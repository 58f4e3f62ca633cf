package org.mlmath.kit.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mlmath.kit.problem.ProblemResponse;

/**
 * A span for every request, in every process it passes through: named by its operation, under the one whose {@code traceparent} it
 * brought (W3C Trace Context). Set up by OpenTelemetry's own settings ({@code OTEL_EXPORTER_OTLP_ENDPOINT},
 * {@code OTEL_TRACES_SAMPLER}, …); without an exporter among them nothing of it is even loaded.
 */
@Singleton
final class Tracing {
    /** What shows that somebody wants spans. */
    private static final Set<String> EXPORTERS =
            Set.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint", "otel.traces.exporter");

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    Tracing(
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "mlmath.version") String version) {
        sdk = isWanted(config) ? Exporting.sdk(config, application, version) : null;
        tracer = sdk == null ? null : sdk.getTracer("org.mlmath", version);
    }

    private static boolean isWanted(Config config) {
        boolean disabled =
                config.getOptionalValue("otel.sdk.disabled", Boolean.class).orElse(false);
        return !disabled
                && EXPORTERS.stream()
                        .map(name -> config.getOptionalValue(name, String.class))
                        .anyMatch(value -> value.isPresent() && !value.get().equals("none"));
    }

    boolean isOn() {
        return tracer != null;
    }

    /** @return the span of a request that begins, or null where nobody traces */
    Span begin(HttpServerRequest request) {
        if (tracer == null) {
            return null;
        }
        Span span = start(request.method().name(), request.isSSL(), request::getHeader);
        // Where the request goes on to another process, with its headers, it goes on under this span.
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), request.headers(), MultiMap::set);
        return span;
    }

    private Span start(String givenMethod, boolean tls, UnaryOperator<String> header) {
        String method = MethodName.of(givenMethod);
        return tracer.spanBuilder(method.equals(MethodName.OTHER) ? "HTTP" : method)
                .setSpanKind(SpanKind.SERVER)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), header, Header.INSTANCE))
                .setAttribute("http.request.method", method)
                .setAttribute("url.scheme", tls ? "https" : "http")
                .startSpan();
    }

    /** The span of a message that is refused since it is no request begins and ends with that. */
    void refused(Unread request, int status, String problem) {
        if (tracer != null) {
            Span span = start(request.method(), request.tls(), request.header());
            end(span, Operation.NONE, request.requestId(), status, problem);
        }
    }

    void end(RoutingContext context, Observation observation, int status, String problem) {
        Span span = observation.span();
        if (span == null) {
            return;
        }
        String cost = context.response().headers().get("Mlmath-Cost");
        if (cost != null) {
            span.setAttribute("mlmath.cost", Double.parseDouble(cost));
        }
        end(span, observation.operation(), ProblemResponse.requestId(context), status, problem);
    }

    private static void end(Span span, Operation operation, String requestId, int status, String problem) {
        if (operation != Operation.NONE) {
            span.updateName(operation.name());
        }
        span.setAttribute("mlmath.service", operation.service())
                .setAttribute("mlmath.operation", operation.name())
                .setAttribute("mlmath.request_id", requestId)
                .setAttribute("http.response.status_code", status);
        if (status >= 400) {
            span.setAttribute("error.type", problem);
        }
        if (status >= 500) { // what the caller did wrong is no error of the server's (semantic conventions for HTTP)
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** Spans that wait to be exported are exported. */
    @PreDestroy
    void close() {
        if (sdk != null) {
            sdk.close();
        }
    }

    /** Apart, so that the classes of the exporter are not looked for where there is none. */
    private static final class Exporting {
        static OpenTelemetrySdk sdk(Config config, String application, String version) {
            Map<String, String> settings = new HashMap<>();
            settings.put("otel.service.name", application);
            settings.put("otel.resource.attributes", "service.version=" + version);
            settings.put("otel.exporter.otlp.protocol", "http/protobuf");
            settings.put("otel.metrics.exporter", "none"); // scraped
            settings.put("otel.logs.exporter", "none"); // written to standard output
            for (String name : config.getPropertyNames()) {
                if (name.startsWith("otel.")) {
                    config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value));
                }
            }
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> settings)
                    .setServiceClassLoader(Thread.currentThread().getContextClassLoader())
                    .disableShutdownHook() // ended with the application, after its last answer
                    .build()
                    .getOpenTelemetrySdk();
        }
    }

    private enum Header implements TextMapGetter<UnaryOperator<String>> {
        INSTANCE;

        /** Which W3C Trace Context does not ask for: it knows its two by name. */
        @Override
        public Iterable<String> keys(UnaryOperator<String> header) {
            return List.of();
        }

        @Override
        public String get(UnaryOperator<String> header, String name) {
            return header.apply(name);
        }
    }
}
