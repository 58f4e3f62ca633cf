package org.mlmath.calculus.taylor;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/taylor")
@Tag(name = "Derivatives")
public class TaylorResource {
    @POST
    @Operation(
            operationId = "taylorPolynomial",
            summary = "The Taylor polynomial of an expression about a point",
            description =
                    "In one variable or several, of any order up to 100. Coefficients that are rational are found without rounding, "
                            + "and then also given as fractions under `exact`. A zero that numerator and denominator share, as in "
                            + "sin(x)/x about 0, is divided out.")
    @APIResponse(responseCode = "200", description = "The polynomial and its coefficients")
    public TaylorResult expand(TaylorRequest request) {
        return TaylorPolynomial.of(
                request.expression(),
                request.variables(),
                request.about(),
                request.order(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
