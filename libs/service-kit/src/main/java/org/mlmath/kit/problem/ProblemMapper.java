package org.mlmath.kit.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Answers whatever a resource throws, and logs what nobody expected. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final AllowedMethods allowedMethods;

    ProblemMapper(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response answer(Throwable failure, RoutingContext context) {
        String requestId = ProblemResponse.requestId(context);
        ProblemException problem = Problems.explain(failure);
        Set<String> allowed = Set.of();
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            allowed = allowedMethods.of(context.normalizedPath());
            problem = notAllowed(allowed);
        }
        if (failure instanceof NotSupportedException || failure instanceof NotAcceptableException) {
            problem = naming(problem, allowedMethods.at(context.normalizedPath(), method(context)));
        }
        ProblemResponse.note(context, problem.type());
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(
                    failure,
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemResponse.MEDIA_TYPE)
                .entity(Problems.of(problem, requestId));
        if (problem.retryAfterSeconds() != null) {
            response.header("Retry-After", problem.retryAfterSeconds());
        }
        problem.headers().forEach(response::header);
        if (!allowed.isEmpty()) {
            response.header("Allow", String.join(", ", allowed));
        }
        return response.build();
    }

    private static String method(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method == HttpMethod.HEAD ? "GET" : method.name();
    }

    /** Most operations read and write what the refusal names anyway; a picture or a page does not. */
    private static ProblemException naming(ProblemException refusal, RuntimeResource operation) {
        if (operation == null) {
            return refusal;
        }
        if (refusal.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
                && !operation.getConsumes().isEmpty()) {
            return new ProblemException(
                    refusal.type(),
                    "Requests to this path are read as %s; the Content-Type says otherwise."
                            .formatted(names(operation.getConsumes())));
        }
        if (refusal.type() == ProblemType.NOT_ACCEPTABLE && operation.getProduces() != null) {
            return new ProblemException(
                    refusal.type(),
                    "This path answers with %s; the Accept header excludes that."
                            .formatted(names(List.of(operation.getProduces().getSortedOriginalMediaTypes()))));
        }
        return refusal;
    }

    private static String names(List<MediaType> types) {
        return types.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .collect(Collectors.joining(" or "));
    }

    private static ProblemException notAllowed(Set<String> allowed) {
        boolean takesRequests = allowed.contains("POST") && !allowed.contains("GET");
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED,
                "This path answers " + String.join(", ", allowed)
                        + (takesRequests ? ", and GET with the JSON of a small request in ?request=." : "."));
    }
}
