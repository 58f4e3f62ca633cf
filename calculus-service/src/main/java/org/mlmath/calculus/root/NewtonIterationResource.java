package org.mlmath.calculus.root;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/newton-iteration")
@Tag(name = "Roots and critical points")
public class NewtonIterationResource {
    @POST
    @Operation(
            operationId = "iterateNewton",
            summary = "Newton's method, iterate by iterate",
            description =
                    "x - f(x)/f'(x) again and again, with the history a plot needs. Where it does not converge, `reason` names what "
                            + "happened (a cycle, a flat point, escape to infinity, leaving the domain) and a warning says what to try.")
    @APIResponse(responseCode = "200", description = "The run, whether it converged or not")
    public NewtonIterationResult iterate(NewtonIterationRequest request) {
        return NewtonIteration.run(
                Equation.of(request.expression(), request.variable()),
                request.start(),
                request.maxIterations(),
                request.multiplicity(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
