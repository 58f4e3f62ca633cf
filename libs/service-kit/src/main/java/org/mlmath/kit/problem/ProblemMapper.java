package org.mlmath.kit.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

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
        ProblemResponse.note(context, problem.type());
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(
                    failure,
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        Response.ResponseBuilder response = Response.status(problem.type().status())
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

    private static ProblemException notAllowed(Set<String> allowed) {
        boolean takesRequests = allowed.contains("POST") && !allowed.contains("GET");
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED,
                "This path answers " + String.join(", ", allowed)
                        + (takesRequests ? ", and GET with the JSON of a small request in ?request=." : "."));
    }
}
