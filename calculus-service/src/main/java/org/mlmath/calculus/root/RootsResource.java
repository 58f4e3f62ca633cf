package org.mlmath.calculus.root;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/roots")
@Tag(name = "Roots and critical points")
public class RootsResource {
    @POST
    @Operation(
            operationId = "findRoots",
            summary = "The roots of an expression or an equation",
            description =
                    "All real roots in an interval: where the sign changes, where the graph only touches zero, never poles or jumps. "
                            + "Polynomials with rational coefficients (decimals count as written) by algebra, with multiplicities and, on "
                            + "request, complex roots, right to the last digit however ill-conditioned. `complete` is true only where "
                            + "algebra or interval arithmetic proves that no root is missing.")
    @APIResponse(responseCode = "200", description = "The roots; none is an empty list")
    public RootsResult find(RootsRequest request) {
        Equation equation = Equation.of(request.expression(), request.variable());
        boolean explain = Boolean.TRUE.equals(request.explain());
        return Boolean.TRUE.equals(request.complex())
                ? Roots.complex(equation, request.interval(), explain, Work.deadline())
                : Roots.real(equation, request.interval(), explain, Work.deadline());
    }
}
