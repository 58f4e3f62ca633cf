package org.mlmath.calculus.equivalence;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/expressions/equivalent")
@Tag(name = "Expressions")
public class EquivalentResource {
    @POST
    @Operation(
            operationId = "compareExpressions",
            summary = "Whether two expressions are the same function",
            description =
                    "For graders. `different` always comes with a point at which the values differ for certain; `equivalent` says what it "
                            + "rests on: the same canonical form, algebra, or agreement to a hundred digits at points spread over the "
                            + "domain. Equations are compared up to a nonzero factor, inequalities by where they hold.")
    @APIResponse(responseCode = "200", description = "The verdict")
    public EquivalentResult compare(EquivalentRequest request) {
        return Equivalence.decide(
                request.a(),
                request.b(),
                request.domain(),
                request.assumptions(),
                Boolean.TRUE.equals(request.strictDomain()),
                Boolean.TRUE.equals(request.upToConstant()),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
