package org.mlmath.kit.observe;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** One request as operators see it, from its head until its answer has been sent. */
public final class Observation {
    private static final String KEY = Observation.class.getName();

    private static final Map<RuntimeResource, Operation> OPERATIONS = new ConcurrentHashMap<>();

    private final long begun = System.nanoTime();
    private final HttpMethod method;
    private final Span span;
    private Operation operation = Operation.NONE;

    private Observation(HttpMethod method, Span span) {
        this.method = method;
        this.span = span;
    }

    static Observation begin(RoutingContext context, Span span) {
        Observation observation = new Observation(context.request().method(), span);
        context.put(KEY, observation);
        return observation;
    }

    /** @return the observation of this request; null where it is not observed, as on the management port */
    static Observation of(RoutingContext context) {
        return context.get(KEY);
    }

    /** A method has been found that answers. */
    public static void matched(RoutingContext context, RuntimeResource method) {
        Observation observation = of(context);
        if (observation != null) {
            Operation known = OPERATIONS.get(method);
            observation.operation = known != null ? known : OPERATIONS.computeIfAbsent(method, Observation::operation);
        }
    }

    /** The path is that of an operation, whoever answers it. */
    public static void expect(RoutingContext context, Operation operation) {
        Observation observation = of(context);
        if (observation != null) {
            observation.operation = operation;
        }
    }

    private static Operation operation(RuntimeResource resource) {
        Method method = resource.getLazyMethod().getMethod();
        var described = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        String name =
                described == null || described.operationId().isEmpty() ? method.getName() : described.operationId();
        return Operation.at(resource.getClassPath().template + '/' + resource.getPath().template, name);
    }

    /** @return nanoseconds since the head of the request had been read */
    long nanos() {
        return System.nanoTime() - begun;
    }

    /** @return the caller's method: the GET form goes on as a POST */
    HttpMethod method() {
        return method;
    }

    Operation operation() {
        return operation;
    }

    /** @return the span of this request, or null where nobody traces */
    Span span() {
        return span;
    }
}
