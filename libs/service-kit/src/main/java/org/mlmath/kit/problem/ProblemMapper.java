package org.mlmath.kit.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whatever a resource throws, and logs what nobody expected. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    public Response answer(Throwable failure, RoutingContext context) {
        String requestId = ProblemResponse.requestId(context);
        ProblemException problem = Problems.explain(failure);
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(
                    failure,
                    "requestId=%s %s %s failed",
                    requestId,
                    context.request().method(),
                    context.request().path());
        }
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemResponse.MEDIA_TYPE)
                .entity(Problems.of(problem, requestId));
        if (problem.retryAfterSeconds() != null) {
            response.header("Retry-After", problem.retryAfterSeconds());
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            response.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        return response.build();
    }
}
