package org.mlmath.test.sample;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.MathException;

/** In place of what the kit does for real services. */
public class StandIn {
    @ServerResponseFilter
    public void headers(ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Request-Id", "1");
        response.getHeaders().putSingle("Mlmath-Version", "1");
    }

    @ServerExceptionMapper
    public RestResponse<Problem> problem(MathException e) {
        ProblemType type = ProblemType.INSUFFICIENT_DATA;
        Problem problem =
                new Problem(type.uri(), type.title(), type.status(), e.getMessage(), List.of(), "1", Map.of());
        return RestResponse.ResponseBuilder.<Problem>create(422, null)
                .entity(problem)
                .type("application/problem+json")
                .build();
    }
}
